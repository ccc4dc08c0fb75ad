import type { Pool, QueryArrayConfig } from 'pg'
import type { PrismaClient } from '../prisma/client.ts'
import type { Model } from './models.ts'
import { modelsOf } from './models.ts'
import type { Run } from './read.ts'
import { compileCount, compileRows } from './read.ts'
import type { Given } from './statement.ts'
import { UnknownRead } from './statement.ts'
import { uniqueReader } from './unique.ts'

type Ask = (given?: Given) => Promise<unknown>

/** Text as PostgreSQL writes it: what it means is told by the model's types, not by the column's. */
const untouched = { getTypeParser: () => (value: unknown) => value }

/**
 * A Prisma client whose reads outside of transactions are compiled here, each to one prepared statement with all its
 * relations, and run on the pool: it takes far less time than Prisma's own. What is not known as SQL, every write and
 * every transaction stay Prisma's.
 */
export function withCompiledReads(
  prisma: PrismaClient,
  pool: Pool,
  nameOf: (text: string) => string,
): PrismaClient {
  const run: Run = async ({ text, values, read }) => {
    const name = nameOf(text)
    const query: QueryArrayConfig = { name, text, values: [...values], rowMode: 'array', types: untouched }
    const { rows } = await pool.query<unknown[]>(query)
    return read(rows)
  }
  const delegates = new Map<string | symbol, object>()
  for (const model of modelsOf(prisma).values()) {
    const name = model.name.charAt(0).toLowerCase() + model.name.slice(1)
    delegates.set(name, delegateOf(model, Reflect.get(prisma, name) as Record<string, Ask>, run))
  }
  return new Proxy(prisma, {
    get(client, name) {
      const delegate = delegates.get(name)
      if (delegate !== undefined) return delegate
      const value: unknown = Reflect.get(client, name, client)
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(client) : value
    },
  })
}

function delegateOf(model: Model, prisma: Record<string, Ask>, run: Run): object {
  const reads = readsOf(model, prisma, run)
  return new Proxy(prisma, {
    get: (delegate, name) => reads.get(name) ?? (Reflect.get(delegate, name) as unknown),
  })
}

function readsOf(model: Model, prisma: Record<string, Ask>, run: Run): ReadonlyMap<string | symbol, Ask> {
  const unique = uniqueReader(model, run)
  const finders: Readonly<Record<string, (given: Given) => Promise<unknown>>> = {
    findMany: async (given) => await run(compileRows(model, given)),
    count: async (given) => await run(compileCount(model, given)),
    findFirst: async (given) => (await run(compileRows(model, { ...given, take: 1 })))[0] ?? null,
    findUnique: unique,
    // The error for a row that is not there is Prisma's.
    findUniqueOrThrow: async (given) => (await unique(given)) ?? (await prisma['findUniqueOrThrow']?.(given)),
  }
  const reads = Object.entries(finders).map(([name, find]): [string, Ask] => [
    name,
    async (given = {}) => {
      try {
        return await find(given)
      } catch (error) {
        if (!(error instanceof UnknownRead)) throw error
        return await prisma[name]?.(given)
      }
    },
  ])
  return new Map(reads)
}
