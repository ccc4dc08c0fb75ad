import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Tx } from '../core/database.ts'
import { NotFound } from '../core/problems.ts'
import type { Bell } from './bell.ts'
import type { EventType } from './catalog.ts'
import { isTokenChange, personChanged } from './rights.ts'

/** What a transaction appended, so that the bell is rung for it after the commit and nobody has to remember it. */
interface Appended {
  readonly type: EventType
  readonly ticketId?: string | null
  readonly customerId?: string | null
  readonly operatorId?: string | null
}
const appendedBy = new WeakMap<Tx, Appended[]>()

/** Called by `append` only. */
export function noteAppended(tx: Tx, appended: Appended): void {
  const list = appendedBy.get(tx)
  if (list === undefined) throw new Error('append() needs a transaction of transact()')
  list.push(appended)
}

const attempts = 5

/**
 * The one way to open a writing transaction. Runs `work`, commits, then rings the bell for what was appended.
 * A deadlock or serialisation failure runs `work` again from the start, so `work` must have no effect outside `tx`.
 */
export async function transact<T>(
  desk: { readonly database: Database; readonly bell: Bell },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const appended: Appended[] = []
    try {
      const result = await desk.database.prisma.$transaction(async (tx) => {
        appendedBy.set(tx, appended)
        return await work(tx)
      })
      if (appended.length > 0) desk.bell.ring(ringFor(appended))
      return result
    } catch (error) {
      // Erased while this was under way: who asks again finds nobody, or somebody new.
      if (attempt > 1 && isOfErased(error)) throw new NotFound()
      if (attempt >= attempts || !(isRetryable(error) || isOfErased(error))) throw error
      await pause(Math.random() * 20 * attempt)
    }
  }
}

function ringFor(appended: readonly Appended[]) {
  const ticketIds = appended.flatMap(({ type, ticketId }) =>
    type === 'message.sent' && ticketId != null ? [ticketId] : [],
  )
  const personIds = appended.map(personChanged).filter((id) => id !== null)
  const tokensChanged = appended.some(isTokenChange)
  return { appended: true, ticketIds: [...new Set(ticketIds)], personIds, tokensChanged }
}

/** The database takes nothing new of a customer who was erased: what the trigger `refuse_for_erased` says. */
function isOfErased(error: unknown): boolean {
  return error instanceof Error && textOf(error).includes('customer_was_erased')
}

function textOf(error: Error): string {
  const cause: unknown = Reflect.get(error, 'meta') ?? error.cause
  return `${error.message} ${JSON.stringify(cause) ?? ''}`
}

/** P2034: Prisma's code for a write conflict or deadlock; 40001 and 40P01: PostgreSQL's, from hand-written SQL. */
function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = Reflect.get(error, 'code')
  return code === 'P2034' || /\b(40001|40P01)\b/.test(textOf(error))
}
