import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../src/server/demo-people.ts'
import { examples } from '../../src/server/graphiql-examples.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ DEMO: '1' })
})
afterAll(async () => await server.close())

interface Tab {
  readonly query: string
  readonly variables: string
  readonly headers: string
}

async function readPage() {
  const response = await fetch(server.url, { headers: { accept: 'text/html,*/*;q=0.8' } })
  const html = await response.text()
  const [, options = '{}'] =
    /renderYogaGraphiQL\(\s*window\.document\.querySelector\('#root'\),\s*(\{.*\}),\s*\)/.exec(html) ?? []
  return { response, html, ...(JSON.parse(options) as { title: string; method: string; defaultTabs: Tab[] }) }
}

describe('the page', () => {
  it('needs nothing from the internet', async () => {
    const { response, html, title, method } = await readPage()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toContain('<title>Opora</title>')
    expect({ title, method }).toEqual({ title: 'Opora', method: 'POST' })
    const outside = /<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="(?!data:)[^"]*"/g
    const markup = html
      .replace(/<script>[^]*?<\/script>/g, '<script></script>')
      .replace(/<style>[^]*?<\/style>/g, '')
    expect(markup.match(outside)).toBeNull()
    expect(html.match(/@import|url\(\s*["']?https?:/g)).toBeNull()
  })

  it('carries the examples with a ready token each', async () => {
    const { defaultTabs } = await readPage()
    expect(defaultTabs.map(({ query }) => query)).toEqual(examples.map(({ query }) => query))
    for (const [index, tab] of defaultTabs.entries()) {
      const { Authorization = '' } = JSON.parse(tab.headers) as { Authorization?: string }
      const claims = await server.opora.issuers.verify(Authorization.replace('Bearer ', ''))
      expect(claims.subject).toBe(demoPeople[examples[index]?.person ?? 'partner'].sub)
    }
  })

  it('carries no token under a name that could lead anywhere', async () => {
    // A site that points its own name at this machine must not read tokens out of the page.
    const headers = { accept: 'text/html', host: 'evil.test' }
    const [incoming] = (await once(get(server.url, { headers }), 'response')) as [IncomingMessage]
    const page = await text(incoming)
    expect(page).toContain('renderYogaGraphiQL')
    expect(page).toContain('query Me')
    expect(page).not.toContain('"Bearer')
    expect(page).not.toContain('Bearer ey')
  })
})

/** What a newcomer sees first of each example. */
const told: { readonly [operation: string]: object } = {
  Me: {
    viewer: { role: 'CUSTOMER', locale: 'RU', customer: { name: 'Анна Соколова' } },
    tickets: { nodes: [{ number: expect.stringMatching(/^T-\d{6}$/) }, {}] },
  },
  TicketOpen: {
    ticketOpen: { __typename: 'TicketOpenPayload', ticket: { status: 'NEW' }, message: { seq: 1 } },
  },
  InboxEvents: { inboxEvents: { __typename: 'CaughtUp' } },
  Inbox: { tickets: { nodes: expect.arrayContaining([expect.objectContaining({ status: 'OPEN' })]) } },
  Ticket: {
    ticket: { number: 'T-000001', messages: { nodes: expect.arrayContaining([expect.anything()]) } },
  },
}

describe('the examples', () => {
  it.each(
    examples.map(
      (example) => [/(query|mutation|subscription) (\w+)/.exec(example.query)?.[2] ?? '', example] as const,
    ),
  )('%s tells something on the demo data', async (name, { person, query, variables }) => {
    const token = await server.opora.issuers.development?.sign(demoPeople[person])
    const client = createClient({
      url: server.url,
      headers: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    })
    const results = client.iterate({ query, variables })
    const { value } = await results.next()
    await results.return?.()
    expect(value?.errors).toBeUndefined()
    expect(value?.data).toMatchObject(told[name] ?? expect.fail(`nothing is told of ${name}`))
  })
})
