import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RawRequest {
  readonly method?: string
  /** Each one replaces the usual one of its name. */
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

export interface RawAnswer {
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]
}

/** Sends exactly this, however wrong it is, as JSON if nothing else is said. */
export async function sendRaw(
  url: string,
  { method = 'POST', headers, body }: RawRequest,
): Promise<RawAnswer> {
  const outgoing = request(url, { method, headers: { 'content-type': 'application/json', ...headers } })
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const answer = await text(incoming)
  const { errors = [] } = (answer === '' ? {} : JSON.parse(answer)) as Partial<RawAnswer>
  return { status: incoming.statusCode, requestId: incoming.headers['x-request-id']?.toString(), errors }
}
