import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCursors, type Place } from '../../src/events/cursors.ts'
import { type FreshDatabase, freshDatabase } from '../kit/database.ts'
import { startTestServer } from '../kit/server.ts'
import { followTicket } from '../kit/stream.ts'
import { buyer, openTicket } from '../kit/world.ts'
import { send } from '../messages/entries.ts'

const places = fc.record({
  kind: fc.constantFrom<Place['kind']>('position', 'event'),
  value: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
})

describe('a cursor', () => {
  const cursors = createCursors(['key'], 'epoch')

  it('names its place, and is the same for everybody', () => {
    fc.assert(
      fc.property(places, (place) => {
        const cursor = cursors.encode(place)
        expect(cursors.decode(cursor)).toEqual(place)
        expect(createCursors(['key'], 'epoch').encode(place)).toBe(cursor)
        expect(cursor).toMatch(/^[\w-]{28}$/)
      }),
    )
  })

  it('with any bit changed is none', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 21 * 8 - 1 }), (place, bit) => {
        const bytes = Buffer.from(cursors.encode(place), 'base64url')
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(cursors.decode(bytes.toString('base64url'))).toBeNull()
      }),
    )
  })

  it('that somebody made up is none', () => {
    const made = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc
        .uint8Array({ minLength: 21, maxLength: 21 })
        .map((bytes) => Buffer.from(bytes).toString('base64url')),
    )
    fc.assert(
      fc.property(made, (cursor) => {
        expect(cursors.decode(cursor)).toBeNull()
      }),
    )
  })

  it('has one spelling', () => {
    const cursor = cursors.encode({ kind: 'position', value: 5n })
    for (const other of [
      `${cursor}=`,
      ` ${cursor}`,
      `${cursor}\n`,
      cursor.slice(0, -1),
      cursor.toLowerCase(),
    ]) {
      expect(cursors.decode(other)).toBeNull()
    }
  })

  it('of another epoch or key is none', () => {
    const cursor = cursors.encode({ kind: 'position', value: 5n })
    expect(createCursors(['key'], 'epoch 2').decode(cursor)).toBeNull()
    expect(createCursors(['key 2'], 'epoch').decode(cursor)).toBeNull()
    // What is signed is not the two run together.
    expect(createCursors(['key'], `epoch${String.fromCodePoint(1)}`).decode(cursor)).toBeNull()
  })
})

describe('two keys', () => {
  const place: Place = { kind: 'event', value: 7n }
  const [before, during, after] = [['old'], ['new', 'old'], ['new']].map((keys) =>
    createCursors(keys, 'epoch'),
  )

  it('take over from one another without a reset', () => {
    const old = before?.encode(place) ?? ''
    const young = during?.encode(place) ?? ''
    expect(young).not.toBe(old)
    expect([before, during, after].map((cursors) => cursors?.decode(old))).toEqual([place, place, null])
    expect([before, during, after].map((cursors) => cursors?.decode(young))).toEqual([null, place, place])
  })

  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(async () => await database.drop())

  it('of CURSOR_KEYS are turned over by starting servers anew', async () => {
    const [old, young] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
    let ticketId = ''
    const given: string[] = []
    const expected = [[], ['CaughtUp'], ['Reset', 'CaughtUp']]
    for (const [index, keys] of [old, `${young},${old}`, young].entries()) {
      const server = await startTestServer({ DATABASE_URL: database.url, CURSOR_KEYS: keys })
      const anna = await buyer(server, 'anna')
      if (ticketId === '') ticketId = (await openTicket(anna)).id
      const first = await Promise.all(
        given.map(async (after) => (await followTicket(server, anna, { ticketId, after }).next()).__typename),
      )
      expect(first.map((name) => (name === 'MessageSent' ? 'CaughtUp' : name))).toEqual(expected[index])
      given.push((await send(anna, ticketId, `При ключах ${index}`)).cursor)
      await server.close()
    }
  })
})
