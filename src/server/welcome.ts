import { isLoopback } from '../auth/start-rules.ts'
import type { Env } from '../env.ts'
import { type DemoPerson, demoPeople } from './demo-people.ts'
import { exposureOf } from './exposure.ts'
import type { Opora } from './start.ts'

/** What the terminal says once the server is up: where it is, and with the development issuer how to try it. */
export async function welcome(env: Env, { server, issuers }: Opora): Promise<string> {
  const isHere = isLoopback(env.HOST) || env.HOST === '0.0.0.0' || env.HOST === '::'
  const address = isHere ? `http://localhost:${server.port}/graphql` : server.url
  const hint = exposureOf(env).hasGraphiql ? ' (in a browser: GraphiQL with examples)' : ''
  const lines = ['', `Opora is at ${address}${hint}`, '']
  const { development } = issuers
  if (development === null) return lines.join('\n')
  const tokens = await Promise.all(
    Object.entries(demoPeople).map(async ([person, claims]) => {
      return [person as DemoPerson, await development.sign(claims)] as const
    }),
  )
  lines.push('Tokens to try it with, good for 7 days:', '')
  for (const [person, token] of tokens) lines.push(`${person}:`, token, '')
  const [, buyer] = tokens[0] ?? []
  // A server of registered operations would refuse it.
  if (env.OPERATIONS === 'any')
    lines.push('A first query, as the buyer:', '', firstQuery(address, buyer ?? ''), '')
  return lines.join('\n')
}

function firstQuery(address: string, token: string): string {
  const query = '{ viewer { role customer { name } } tickets(first: 3) { nodes { number subject status } } }'
  return [
    `curl ${address}`,
    "-H 'content-type: application/json'",
    `-H 'authorization: Bearer ${token}'`,
    `-d '${JSON.stringify({ query })}'`,
  ].join(' ')
}
