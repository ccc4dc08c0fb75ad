import type { ServerResponse } from 'node:http'
import type { Env } from '../env.ts'

const yearSeconds = 31_536_000

/**
 * Set on every answer before anything else is: it is not taken for another type than it says, shown in no frame and no
 * page of another origin, runs nothing, and tells no other site the address it came from. A page that needs more, such
 * as GraphiQL, has a policy of its own. Who reaches the server by https is told to go on so.
 */
export function securityHeaders(env: Pick<Env, 'PUBLIC_URL'>): (response: ServerResponse) => void {
  const headers = Object.entries({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    ...(env.PUBLIC_URL?.startsWith('https://') === true && {
      'strict-transport-security': `max-age=${yearSeconds}`,
    }),
  })
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
  }
}
