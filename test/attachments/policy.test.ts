import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, type Member, ticketIn } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { type Person, readTicket, service } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { readAttachment, scanned, upload } from './uploading.ts'

/** A file is seen by its id and in its message by the same viewers; so is what the shop knows of the customer. */

let server: TestServer
let cast: Cast
let importer: Person
let ticketId: string
let file: string
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  importer = await service(server, 'import:write')
  ticketId = (await ticketIn(cast, 'OPEN')).id
  file = await upload(cast.ownBuyer)
  await scanned(cast.ownBuyer, file)
  await send(cast.ownBuyer, ticketId, 'Вот', { attachmentIds: [file] })
  const known = `update customers set email = 'anna@shop.example', phone = '+79990000000' where id = $1`
  await server.desk.database.pool.query(known, [cast.ownBuyer.id.slice(4)])
})
afterAll(async () => await server.close())

interface Seen {
  readonly messages: {
    readonly nodes: readonly { readonly attachments: readonly { readonly id: string }[] }[]
  }
  readonly customer: { readonly name: string; readonly email: string | null; readonly phone: string | null }
}
const seen = 'messages { nodes { attachments { id url } } } customer { name email phone }'

const sights: readonly [who: Exclude<Member, 'anonymous'> | 'importer', ticket: boolean, file: boolean][] = [
  ['guest', false, false],
  ['otherBuyer', false, false],
  ['ownBuyer', true, true],
  ['operator', true, true],
  ['operatorOfAnotherTeam', false, true],
  ['supervisor', true, true],
  ['serviceWithoutScope', false, false],
  ['readingService', true, true],
  ['service', true, true],
  // Reads the tickets it writes, and neither their files nor how their customers are reached.
  ['importer', true, false],
]

describe('a file in a message', () => {
  it.each(sights)('%s: the ticket is seen %s, the file %s', async (name, seesTicket, seesFile) => {
    const who = name === 'importer' ? importer : cast[name]
    expect((await readAttachment(who, file))?.id).toBe(seesFile ? file : undefined)
    const ticket = await readTicket<Seen>(who, ticketId, seen)
    if (!seesTicket) return expect(ticket).toBeNull()
    const shown = ticket?.messages.nodes.flatMap(({ attachments }) => attachments.map(({ id }) => id))
    expect(shown).toEqual(seesFile ? [file] : [])
    const reached = seesFile
      ? { email: 'anna@shop.example', phone: '+79990000000' }
      : { email: null, phone: null }
    expect(ticket?.customer).toEqual({ name: 'anna', ...reached })
  })
})
