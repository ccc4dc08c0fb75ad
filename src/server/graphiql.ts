import { createHash } from 'node:crypto'
import { isLoopback } from '../auth/start-rules.ts'
import type { Issuers } from '../auth/tokens.ts'
import type { Env } from '../env.ts'
import { demoPeople } from './demo-people.ts'
import { examples } from './graphiql-examples.ts'

/** The page needs nothing from the internet: its scripts and styles are in it. */
export interface GraphiqlPages {
  /** @param hostname the name under which the browser came */
  page(hostname: string): Promise<GraphiqlPage>
}

export interface GraphiqlPage {
  readonly html: string
  /** Its `Content-Security-Policy`: the scripts that are in it, and requests to this server only. */
  readonly policy: string
}

const yearSeconds = 31_536_000

/**
 * With the development issuer, and only on this machine under its own name, the examples carry ready tokens: a page
 * that others can open must not hand out anybody's.
 */
export function createGraphiqlPages(env: Env, issuers: Issuers): GraphiqlPages {
  const pages = new Map<boolean, Promise<GraphiqlPage>>()
  return {
    async page(hostname) {
      const mayCarryTokens = isLoopback(env.HOST) && isLoopback(hostname.replace(/^\[|\]$/g, ''))
      const known = pages.get(mayCarryTokens) ?? render(mayCarryTokens ? issuers.development : null)
      pages.set(mayCarryTokens, known)
      return await known
    },
  }
}

async function render(development: Issuers['development']): Promise<GraphiqlPage> {
  const tabs = await Promise.all(
    examples.map(async ({ person, query, variables }) => {
      const token = await development?.sign({ ...demoPeople[person], expiresInSeconds: yearSeconds })
      const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
      return { query, variables: pretty(variables), headers: pretty(headers) }
    }),
  )
  // Nine megabytes that only a browser needs are read when the first one comes.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const page = renderGraphiQL({
    title: 'Opora',
    // A subscription is a GET by default, which would need the header against forged requests.
    method: 'POST',
    defaultTabs: tabs,
    defaultHeaders: tabs[0]?.headers ?? '{}',
    shouldPersistHeaders: true,
  })
  const edition = createHash('sha256').update(JSON.stringify(examples)).update(issuedBy(tabs)).digest('hex')
  const html = page.replace('<body', () => `${forgetOtherEditions(edition)}<body`)
  return { html, policy: policyOf(html) }
}

/** A script is run when it is one of the page's own, to the letter; its editor makes workers and styles as it goes. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => {
    // As a browser reads it.
    const text = script.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  })
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function pretty(value: object): string {
  return JSON.stringify(value, null, 2)
}

/** The part of the tokens that changes only with the key that signed them. */
function issuedBy(tabs: { headers: string }[]): string {
  return tabs[0]?.headers.split('.')[0] ?? ''
}

/** The browser keeps tabs and tokens of the last visit; those of another key or other examples are of no use. */
function forgetOtherEditions(edition: string): string {
  return `<script>
    if (localStorage.getItem('opora:edition') !== '${edition}') {
      localStorage.clear()
      localStorage.setItem('opora:edition', '${edition}')
    }
  </script>`
}
