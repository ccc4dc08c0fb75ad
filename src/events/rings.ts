import type { Ring } from './bell.ts'
import type { Lease } from './lease.ts'
import { leaseKey } from './lease.ts'

/** Joins rings that wait to be sent into one. */
export function joinRings(rings: readonly Ring[]): Ring {
  return {
    appended: rings.some((ring) => ring.appended === true),
    numbered: rings.some((ring) => ring.numbered === true),
    tokensChanged: rings.some((ring) => ring.tokensChanged === true),
    leasesWanted: rings.some((ring) => ring.leasesWanted === true),
    ticketIds: [...new Set(rings.flatMap((ring) => ring.ticketIds ?? []))],
    personIds: [...new Set(rings.flatMap((ring) => ring.personIds ?? []))],
    leases: newest(rings.flatMap((ring) => ring.leases ?? [])),
  }
}

function newest(leases: readonly Lease[]): Lease[] {
  const byKey = new Map<string, Lease>()
  for (const lease of leases) {
    const known = byKey.get(leaseKey(lease))
    if (known === undefined || known.version <= lease.version) byKey.set(leaseKey(lease), lease)
  }
  return [...byKey.values()]
}

/** PostgreSQL's NOTIFY takes 8,000 bytes; so many ids and leases are at most 7,500. */
const perPiece = { ticketIds: 80, personIds: 15, leases: 15 }
/** Beyond it the rest is left to the readers' own look, and to the renewal of the leases. */
const maxPieces = 50

/** A ring in pieces that any carrier takes. */
export function piecesOf(ring: Ring): Ring[] {
  const { ticketIds = [], personIds = [], leases = [], ...rest } = ring
  const count = Math.max(
    1,
    Math.ceil(ticketIds.length / perPiece.ticketIds),
    Math.ceil(personIds.length / perPiece.personIds),
    Math.ceil(leases.length / perPiece.leases),
  )
  return Array.from({ length: Math.min(count, maxPieces) }, (_, index) => ({
    ...(index === 0 ? onlyTrue(rest) : {}),
    ...part('ticketIds', ticketIds, index),
    ...part('personIds', personIds, index),
    ...part('leases', leases, index),
  }))
}

function onlyTrue(flags: Omit<Ring, keyof typeof perPiece>): Ring {
  return Object.fromEntries(Object.entries(flags).filter(([, isSet]) => isSet))
}

function part(name: keyof typeof perPiece, all: readonly unknown[], index: number): Partial<Ring> {
  const size = perPiece[name]
  const some = all.slice(index * size, (index + 1) * size)
  return some.length === 0 ? {} : { [name]: some }
}
