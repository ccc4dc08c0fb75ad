import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'

/**
 * The audits know nothing of this server. What every client of it sends comes with each request: the header without
 * which no GET with a document is answered, and a token, so that the schema is shown in production as well.
 */
let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ INTROSPECTION: 'staff' })
  token = await server.token('operator')
})
afterAll(async () => {
  console.info(`graphql-http: ${passed} of ${audits.length} server audits pass`)
  await server.close()
})

const audits = serverAudits({
  url: () => server.url,
  fetchFn: async (url: string, { headers, ...init }: { headers?: Record<string, string> } = {}) =>
    await fetch(url, {
      ...init,
      headers: { 'x-opora-csrf': '1', authorization: `Bearer ${token}`, ...headers },
    }),
})
let passed = 0

describe('GraphQL over HTTP, as graphql-http audits it', () => {
  it('has 61 audits', () => {
    expect(audits).toHaveLength(61)
  })

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (id, name, audit) => {
    const { response, ...result } = { response: undefined, ...(await audit()) }
    await response?.body?.cancel()
    expect(result).toEqual({ id, name, status: 'ok' })
    passed += 1
  })
})
