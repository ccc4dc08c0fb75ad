import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { projectPath } from '../../src/core/project-path.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import type { Person } from '../kit/world.ts'
import type { Shop } from './partner.ts'
import { graphcacheSchemaOf, possibleTypesOf } from './possible-types.ts'

const sdl = readFileSync(projectPath('schema', 'schema.graphql'), 'utf8')
export const possibleTypes = possibleTypesOf(sdl)
export const graphcache = graphcacheSchemaOf(sdl)

/** A shop with which the operations of the Relay example are registered, as a partner would have it done. */
export async function startShop(settings: Record<string, string> = {}): Promise<TestServer> {
  return await startTestServer({
    OPERATIONS_DIR: projectPath('test', 'clients', 'relay', 'persisted'),
    ...settings,
  })
}

/** Waits until all that has happened has its place in the one order of all events, and so is before "now". */
export async function untilNumbered({ desk: { database } }: TestServer): Promise<void> {
  const waiting = 'select 1 from events where position is null'
  await until(async () => (await database.pool.query(waiting)).rowCount === 0)
}

/** A client of somebody, closed after the test. */
export function opened<Client extends { close(): void }>(
  open: (shop: Shop) => Client,
  server: TestServer,
  { token }: Person,
  more: Partial<Shop> = {},
): Client {
  const client = open({ url: server.url, token: token ?? '', ...more })
  onTestFinished(() => client.close())
  return client
}

/** What of its document a request says. */
interface Said {
  readonly method: string
  readonly hasText: boolean
  readonly hasId: boolean
}

/** A `fetch` that keeps what was said of documents, in order. */
export function listen() {
  const requests: Said[] = []
  const listening: typeof fetch = async (input, init) => {
    const { method = 'GET', body } = init ?? {}
    const search = new URL(input as string).searchParams
    const said = typeof body === 'string' ? body : JSON.stringify(Object.fromEntries(search))
    const { query, extensions, documentId } = JSON.parse(said) as Record<string, unknown>
    requests.push({
      method,
      hasText: typeof query === 'string',
      hasId: documentId !== undefined || JSON.stringify(extensions ?? '').includes('persistedQuery'),
    })
    return await fetch(input, init)
  }
  return { requests, fetch: listening }
}
