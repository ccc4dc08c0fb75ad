import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import { serviceScopes } from '../../src/auth/viewer.ts'
import { ask, asRequest } from './http-requests.ts'
import type { Pool } from './pool.ts'

/** A token of each kind of viewer there is, and none. */
export type Tokens = readonly (string | null)[]

const guestStart =
  'mutation { guestStart(input: { name: "Гость" }) { ... on GuestStartPayload { token customer { id } } } }'
const ticketOpen =
  'mutation { ticketOpen(input: { text: "Где заказ?" }) { ... on TicketOpenPayload { cursor ticket { id number } } } }'

/** The first of them have opened a ticket each, so that there is something to be wrong about. */
export async function gatherPeople(url: string, dataDir: string, pool: Pool): Promise<Tokens> {
  const issuer = await openDevelopmentIssuer(dataDir)
  const token = async (
    role: 'customer' | 'operator' | 'supervisor' | 'admin' | 'service',
    sub: string,
    scope?: string,
  ) => await issuer.sign({ sub, role, scope, name: sub })
  const started = await ask(asRequest(url, null, { query: guestStart }))
  const guest = /"token":"([^"]+)"/.exec(started.text)?.[1]
  if (guest === undefined) throw new Error(`no guest could be started: ${started.text}`)
  const buyers = [guest, await token('customer', 'anna'), await token('customer', 'boris')]
  for (const buyer of buyers) pool.take((await ask(asRequest(url, buyer, { query: ticketOpen }))).text)
  const scopes = [...serviceScopes, 'channels:telegram', 'channels:email'].join(' ')
  const desk = [
    await token('operator', 'olga'),
    await token('supervisor', 'sergey'),
    await token('admin', 'alla'),
  ]
  const partner = await token('service', 'partner', scopes)
  // Who may do most is asked most: a refusal ends a case early.
  return [
    null,
    'garbage',
    await token('service', 'stranger', ''),
    ...buyers,
    ...desk,
    ...desk,
    partner,
    partner,
    partner,
  ]
}
