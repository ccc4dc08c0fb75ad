import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider does with a call. */
export type Behaviour =
  | 'succeed'
  | 'fail'
  | 'pend'
  /** Gives the money back, then answers 500. */
  | 'breakAfter'
  /** Answers 500 and does nothing. */
  | 'breakBefore'
  /** Gives the money back, then never answers. */
  | 'hangAfter'
  | 'hangBefore'
  /** Gives the money back, then answers something else than agreed, also when it is asked again. */
  | 'babbleAfter'

export interface Call {
  readonly key: string
  readonly authorization: string | undefined
  readonly body: Record<string, unknown>
}

/** A payment provider as a real HTTP server: it remembers by key what it has given back. */
export interface GatewayServer {
  readonly url: string
  /** Every call, in order of arrival. */
  readonly calls: readonly Call[]
  /** How often money moved, by key: never more than once each, or it throws at once. */
  readonly executed: ReadonlyMap<string, Record<string, unknown>>
  /** What it does with the calls from now on: the same with each, or what the function says. */
  behave(next: Behaviour | ((call: Call) => Behaviour)): void
  /** Answers the calls that hang, as if they had just come. */
  release(next: Behaviour): void
  /** Resolves when a call has arrived from now on. */
  arrival(): Promise<Call>
  close(): Promise<void>
}

export async function startGateway(): Promise<GatewayServer> {
  const calls: Call[] = []
  const executed = new Map<string, Record<string, unknown>>()
  let behaviour: (call: Call) => Behaviour = () => 'succeed'
  let waiting: ((call: Call) => void)[] = []
  let hanging: ((next: Behaviour) => void)[] = []
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await readCall(request)
    calls.push(call)
    for (const tell of waiting) tell(call)
    waiting = []
    const now = behaviour(call)
    if (now.startsWith('hang')) hanging.push((next) => answer(call, next, response, executed))
    answer(call, now, response, executed)
  }
  const server = createServer((request, response) => {
    void take(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/refunds`,
    calls,
    executed,
    behave: (next) => {
      behaviour = typeof next === 'string' ? () => next : next
    },
    release(next) {
      for (const go of hanging) go(next)
      hanging = []
    },
    arrival: async () => await new Promise((resolve) => waiting.push(resolve)),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readCall(request: IncomingMessage): Promise<Call> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return {
    key: String(request.headers['idempotency-key']),
    authorization: request.headers.authorization,
    body: JSON.parse(text) as Record<string, unknown>,
  }
}

function answer(
  { key, body }: Call,
  behaviour: Behaviour,
  response: ServerResponse,
  executed: Map<string, Record<string, unknown>>,
): void {
  const say = (status: number, said: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  const reference = `provider-${key}`
  if (executed.has(key)) {
    // A real provider answers a known key with what it did, and says so if it is asked for something else.
    if (JSON.stringify(executed.get(key)) !== JSON.stringify(body))
      say(409, { status: 'failed', code: 'other_body' })
    else if (behaviour === 'hangAfter' || behaviour === 'hangBefore') return
    else if (behaviour.startsWith('break')) say(500, {})
    else if (behaviour === 'babbleAfter') say(200, { state: 'fine' })
    else say(200, { status: 'succeeded', reference })
    return
  }
  if (behaviour === 'succeed' || behaviour.endsWith('After')) executed.set(key, body)
  if (behaviour === 'succeed') say(200, { status: 'succeeded', reference })
  else if (behaviour === 'fail')
    say(200, { status: 'failed', reference, code: 'card_closed', retryable: true })
  else if (behaviour === 'pend') say(200, { status: 'pending', reference })
  else if (behaviour.startsWith('break')) say(500, {})
  else if (behaviour === 'babbleAfter') say(200, { state: 'fine' })
}
