import { PrismaPg } from '@prisma/adapter-pg'
import { assert, asyncProperty, integer } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/core/database.ts'
import { PrismaClient } from '../../../src/core/prisma/client.ts'
import { type Column, type Model, modelsOf } from '../../../src/core/reads/models.ts'
import { compileRows } from '../../../src/core/reads/read.ts'
import { UnknownRead } from '../../../src/core/reads/statement.ts'
import { type FreshDatabase, freshDatabase } from '../../kit/database.ts'
import { condition, type Given, names, ordered, reading } from './arbitrary-reads.ts'
import { fillShop } from './rows.ts'

type Delegate = Record<string, (given: Given) => Promise<unknown>>

let fresh: FreshDatabase
let database: Database
let prisma: PrismaClient
let models: ReadonlyMap<string, Model>
const values = new Map<Column, unknown[]>()
beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, 4, () => {})
  prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: fresh.url }) })
  models = modelsOf(prisma)
  await fillShop(prisma)
  for (const model of filled()) {
    const rows = (await delegate(prisma, model)['findMany']?.({})) as Given[]
    for (const column of model.columns) values.set(column, [...new Set(rows.map((row) => row[column.name]))])
  }
})
afterAll(async () => {
  await prisma.$disconnect()
  await database.close()
  await fresh.drop()
})

const delegate = (client: PrismaClient, { name }: Model) =>
  Reflect.get(client, name.charAt(0).toLowerCase() + name.slice(1)) as Delegate
const filled = () => [...models.values()].filter(({ name }) => names.includes(name))

/** Bytes differ in their class, and objects in the order of their fields, which nobody relies on. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
}

async function expectSame(model: Model, operation: string, given: Given): Promise<unknown> {
  const [ours, theirs] = await Promise.all([
    delegate(database.prisma, model)[operation]?.(given),
    delegate(prisma, model)[operation]?.(given),
  ])
  expect(plain(ours)).toEqual(plain(theirs))
  return ours
}

describe('a read that is compiled', () => {
  it('is what Prisma reads, whatever is asked', async () => {
    let rowCount = 0
    for (const model of filled()) {
      const same = asyncProperty(reading(values, model, 2), async (given) => {
        const rows = (await expectSame(model, 'findMany', given)) as unknown[]
        // It is ours: nothing here is left to Prisma.
        compileRows(model, given)
        rowCount += rows.length
      })
      await assert(same, { numRuns: 40 })
    }
    expect(rowCount).toBeGreaterThan(100)
  })

  it('counts, finds one, and finds by a key what Prisma does', async () => {
    for (const model of filled()) {
      const same = asyncProperty(
        condition(values, model, 2),
        integer({ min: 1, max: 4 }),
        async (where, take) => {
          await expectSame(model, 'count', { where, take })
          await expectSame(model, 'count', { where })
          await expectSame(model, 'findFirst', { where, orderBy: { [ordered(model)?.name ?? 'id']: 'asc' } })
        },
      )
      await assert(same, { numRuns: 15 })
    }
    const ids = ['01900006-0000-7000-8000-000000000001', '01900006-0000-7000-8000-000000000009']
    const ticket = models.get('Ticket') as Model
    for (const id of ids) await expectSame(ticket, 'findUnique', { where: { id }, include: { order: true } })
    const revision = models.get('MessageRevision') as Model
    const key = { messageId: '01900007-0000-7000-8000-000000000000', revision: 2 }
    await expectSame(revision, 'findUnique', { where: { messageId_revision: key } })
  })

  it.each([
    [{}, 8],
    [{ AND: [] }, 8],
    [{ NOT: {} }, 8],
    [{ OR: [] }, 0],
    [{ OR: [{}] }, 0],
    // Prisma leaves out an empty OR that stands inside; what may be nothing must not become everything.
    [{ AND: [{ OR: [] }] }, 0],
    [{ OR: [{ OR: [] }, { subject: '' }] }, 1],
  ])('says nothing, or that there is nothing: %j', async (where, count) => {
    expect(await database.prisma.ticket.count({ where })).toBe(count)
  })

  it('compares columns of a row with each other, and looks into lists', async () => {
    const late = await database.prisma.order.findMany({
      where: { deliveredAt: { gt: database.prisma.order.fields.promisedTo } },
      select: { number: true },
    })
    expect(late).toEqual([{ number: 'N-0' }])
    const where = { tags: { has: 'важно' } }
    expect(
      await expectSame(models.get('Ticket') as Model, 'findMany', { where, orderBy: { id: 'asc' } }),
    ).toHaveLength(5)
  })

  it('finds together what is asked for by key at one moment', async () => {
    const texts: string[] = []
    database.pool.on('acquire', (client) => {
      const query = client.query
      client.query = ((...args: unknown[]) => {
        texts.push((args[0] as { text: string }).text)
        return Reflect.apply(query, client, args) as unknown
      }) as typeof query
    })
    const ids = ['0', '1', '9', '1'].map((last) => `01900006-0000-7000-8000-00000000000${last}`)
    const found = await Promise.all(
      ids.map(
        async (id) => await database.prisma.ticket.findUnique({ where: { id }, select: { subject: true } }),
      ),
    )
    expect(found.map((ticket) => ticket?.subject)).toEqual(['', 'Где 1?', undefined, 'Где 1?'])
    expect(texts).toHaveLength(1)
    await expect(
      database.prisma.ticket.findUniqueOrThrow({ where: { id: ids[2] as string } }),
    ).rejects.toMatchObject({
      code: 'P2025',
    })
  })
})

describe('a read that is not known', () => {
  const cases: [string, Given][] = [
    ['a field that is none', { where: { elsewhere: 1 } }],
    ['a condition that is none', { where: { subject: { near: 'x' } } }],
    ['an object as a value', { where: { subject: { equals: { a: 1 } } } }],
    ['a list as a value', { where: { subject: ['a'] } }],
    ['a nested one', { where: { NOT: [{ customer: { is: { orders: { every: {} } } } }] } }],
    ['the contrary of a relation', { where: { NOT: { customer: { name: 'x' } } } }],
    ['another than a relation', { where: { customer: { isNot: { name: 'x' } } } }],
    ['an order by a relation', { orderBy: { team: { name: 'asc' } } }],
    ['another argument', { distinct: ['topic'] }],
    ['a selection of nothing', { select: {} }],
    ['rows from the end', { take: -1 }],
  ]
  it.each(cases)('%s is refused, never left out', (_name, given) => {
    expect(() => compileRows(models.get('Ticket') as Model, given)).toThrow(UnknownRead)
  })

  it('is answered by Prisma', async () => {
    const topics = await database.prisma.ticket.findMany({ distinct: ['topic'], select: { topic: true } })
    expect(topics).toHaveLength(2)
    const unknown = database.prisma.ticket.findMany({ where: { elsewhere: 1 } as never })
    await expect(unknown).rejects.toThrow('Unknown argument `elsewhere`')
  })
})
