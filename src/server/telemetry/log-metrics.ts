import { Gauge, type Registry } from 'prom-client'
import type { Desk } from '../../events/desk.ts'
import { type LogState, readLogState } from '../../events/log-state.ts'

/** Who scrapes gives up after about ten seconds, and wants the rest also when the database does not answer. */
const limitMs = 2_000

/** What only the database knows: the log, its consumers and the timers, the same on every node. */
export function describeLog(registry: Registry, desk: Desk) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const isUp = gauge('opora_database_up', '1 when the database answered just now.')
  const head = gauge('opora_log_head_position', 'The position that was given last.')
  const archived = gauge('opora_log_archived_position', 'Events up to here are in the archive.')
  const unnumbered = gauge(
    'opora_log_unnumbered_events',
    'Committed events without a position, 10,000 at most.',
  )
  const consumers = gauge(
    'opora_consumer_lag_events',
    'Positions between a consumer and the head; up to 100 mean nothing. Without code (has_code 0) it never moves on, and holds the archive back.',
    ['consumer', 'has_code'],
  )
  const overdue = gauge('opora_timers_overdue', 'Timers that are due.', ['kind'])
  const overdueSeconds = gauge('opora_timers_overdue_seconds', 'How long the oldest has been due.', ['kind'])
  const all = [head, archived, unnumbered, consumers, overdue, overdueSeconds]
  return {
    limitMs,
    read: async () => await readLogState(desk.database.pool),
    /** Null when there is no answer: what was true before is not told as if it were now. */
    tell(state: LogState | null) {
      for (const one of all) one.reset()
      isUp.set(state === null ? 0 : 1)
      for (const one of [head, archived, unnumbered]) if (state === null) one.remove()
      if (state === null) return
      head.set(state.head)
      archived.set(state.archived)
      unnumbered.set(state.unnumbered)
      for (const { name, position } of state.consumers) {
        const labels = { consumer: name, has_code: desk.consumers.has(name) ? '1' : '0' }
        consumers.set(labels, state.head - position)
      }
      for (const { kind, count, seconds } of state.overdue) {
        overdue.set({ kind }, count)
        overdueSeconds.set({ kind }, seconds)
      }
    },
  }
}
