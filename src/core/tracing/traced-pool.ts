import { AsyncResource } from 'node:async_hooks'
import { Client, DatabaseError, Pool, type PoolClient, type PoolConfig } from 'pg'
import type { Span, Tracing } from './tracing.ts'

/**
 * A pool whose statements are told as steps of what they are done for. Only this pool: the driver itself is left as it
 * is, so that nodes without tracing pay nothing.
 */
export function tracedPool(config: PoolConfig, tracing: Tracing): Pool {
  return new TracedPool({ ...config, Client: tracedClient(tracing) })
}

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

class TracedPool extends Pool {
  /** Who waited for a connection is called back by whoever gave one back, and must not go on as part of theirs. */
  override connect(): Promise<PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<PoolClient> | void {
    if (callback === undefined) return super.connect()
    super.connect(AsyncResource.bind(callback))
  }
}

type Done = (error: unknown, result: unknown) => void
type Query = (...values: unknown[]) => unknown

function tracedClient(tracing: Tracing): new () => Client {
  const TracedClient = class extends Client {}
  const plain = Client.prototype.query as unknown as Query
  const query = function (this: Client, ...values: unknown[]): unknown {
    const text = textOf(values[0])
    const step = text === null ? null : tracing.step(verbOf(text), attributesOf(text))
    if (step === null) return plain.apply(this, values)
    const done = values.at(-1)
    if (typeof done === 'function') {
      values[values.length - 1] = (error: unknown, result: unknown) => {
        end(step, error)
        ;(done as Done)(error, result)
      }
      return plain.apply(this, values)
    }
    const result = plain.apply(this, values) as Promise<unknown>
    result.then(
      () => end(step, null),
      (error: unknown) => end(step, error),
    )
    return result
  }
  Object.defineProperty(TracedClient.prototype, 'query', { value: query })
  return TracedClient
}

/** Of what fails without a code of PostgreSQL. */
const failure = 'ERROR'

function end(step: Span, error: unknown): void {
  if (error == null) step.end()
  else step.end(error instanceof DatabaseError ? (error.code ?? failure) : failure)
}

/** Null for what is no plain statement. */
function textOf(query: unknown): string | null {
  if (typeof query === 'string') return query
  if (typeof query !== 'object' || query === null || 'submit' in query) return null
  const { text } = query as { text?: unknown }
  return typeof text === 'string' ? text : null
}

/** Values are never part of a text, so a text tells nothing of anybody; the longest are Prisma's, and dull. */
const maxTextLength = 1_000

function attributesOf(text: string) {
  return { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, maxTextLength) }
}

function verbOf(text: string): string {
  return (/[a-z]+/i.exec(text)?.[0] ?? 'statement').slice(0, 20).toUpperCase()
}
