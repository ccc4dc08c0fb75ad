import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { readSamples } from '../../src/commands/import/tracking/samples.ts'
import { afterShip } from '../../src/domains/deliveries/carriers/aftership.ts'
import type { CodeSystem } from '../../src/domains/deliveries/carriers/carriers.ts'
import { cdek } from '../../src/domains/deliveries/carriers/cdek.ts'
import { easyPost } from '../../src/domains/deliveries/carriers/easypost.ts'
import { russianPost } from '../../src/domains/deliveries/carriers/russian-post.ts'
import { seventeenTrack } from '../../src/domains/deliveries/carriers/seventeen-track.ts'
import type { CodeTable } from '../../src/domains/deliveries/carriers/table.ts'

/** What carriers may tell of parcels, and the ways in which it may reach us. */

export interface Told {
  readonly codeSystem: CodeSystem
  readonly rawCode: string
  readonly rawText: string | null
  readonly location: string | null
  readonly occurredAt: string
}

/** Everything that is told of one parcel. */
export interface Story {
  readonly carrier: string
  readonly promisedTo: string | null
  readonly told: readonly Told[]
}

const systems: readonly (readonly [CodeSystem, CodeTable])[] = [
  ['CDEK', cdek],
  ['RUSSIAN_POST', russianPost],
  ['AFTERSHIP', afterShip],
  ['SEVENTEEN_TRACK', seventeenTrack],
  ['EASYPOST', easyPost],
]

/** Three days of three moments each, as places with different offsets write them: many events fall on one moment. */
const moment = fc
  .record({
    day: fc.constantFrom('02', '03', '04'),
    hour: fc.constantFrom(9, 12, 18),
    offset: fc.constantFrom(0, 3, -5),
  })
  .map(({ day, hour, offset }) => {
    const sign = offset < 0 ? '-' : '+'
    const zone = offset === 0 ? 'Z' : `${sign}0${Math.abs(offset)}:00`
    return `2026-03-${day}T${String(hour + offset).padStart(2, '0')}:00:00${zone}`
  })

/** Every code of the table, finer ones that it does not list, and one that it does not know. */
const codesOf = ({ codes, separator }: CodeTable) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...Object.keys(codes)) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(codes)).map((code) => `${code}${separator}99`) },
    { weight: 1, arbitrary: fc.constant('TELEPORTED') },
  )

const words = fc.constantFrom(null, 'Принят', 'Arrived')
const places = fc.constantFrom(null, 'Москва', 'NL, Netherlands')

/** A story told by one service. A promise is missing, broken or kept by what is told, or far ahead. */
export const story: fc.Arbitrary<Story> = fc.constantFrom(...systems).chain(([codeSystem, table]) => {
  const one = fc.record({ rawCode: codesOf(table), rawText: words, location: places, occurredAt: moment })
  return fc.record({
    carrier: fc.constant(codeSystem.toLowerCase().replaceAll('_', '-')),
    promisedTo: fc.constantFrom(null, '2026-03-03T12:00:00Z', '2036-03-03T12:00:00Z'),
    told: fc.array(one, { maxLength: 12 }).map((all) => all.map((event) => ({ codeSystem, ...event }))),
  })
})

/** In which order, how often, in which calls and how many of those at once something arrives. */
export interface Arrival {
  readonly seed: number
  readonly callSize: number
  readonly callsAtOnce: number
}
export const arrival: fc.Arbitrary<Arrival> = fc.record({
  seed: fc.nat(),
  callSize: fc.integer({ min: 1, max: 12 }),
  callsAtOnce: fc.integer({ min: 1, max: 4 }),
})

/** Rounds of calls: shuffled, some of it twice or three times, doubles as likely in one call as in the last one. */
export function arriving<Item>(items: readonly Item[], { seed, callSize, callsAtOnce }: Arrival): Item[][][] {
  const random = generator(seed)
  const all = items.flatMap((item) => Array.from({ length: 1 + Math.floor(random() ** 2 * 3) }, () => item))
  const shuffled = all.map((item) => [random(), item] as const).sort(([one], [other]) => one - other)
  const calls = chunks(
    shuffled.map(([, item]) => item),
    callSize,
  )
  return chunks(calls, callsAtOnce)
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** Numbers from 0 to 1 that are the same for the same seed, so that a failure can be told again (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The real samples of carriers, beside the checkout. */
export const realTracking = fileURLToPath(new URL('../../../shared/data/tracking/', import.meta.url))
export const isTrackingMissing = !existsSync(realTracking)

export async function realStories(): Promise<Story[]> {
  const { parcels } = await readSamples([realTracking])
  return parcels
    .filter(({ events }) => events.length > 0)
    .map(({ carrier, codeSystem, events }) => ({
      carrier,
      promisedTo: null,
      told: events.map((event) => ({ codeSystem, ...event })),
    }))
}
