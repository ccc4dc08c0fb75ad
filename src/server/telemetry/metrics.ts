import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Counts } from '../../events/counts.ts'
import type { Desk } from '../../events/desk.ts'
import type { RunningServer } from '../server.ts'
import { sharedQuestion } from '../shared-question.ts'
import { describeLog } from './log-metrics.ts'
import { processMetrics } from './process-metrics.ts'
import type { OperationListener } from './watch.ts'

/** What a node tells of itself in Prometheus' text format. */
export interface Metrics {
  readonly contentType: string
  /** The name must be one of few. */
  readonly onAnswered: OperationListener
  /** From now on sockets and connections are told too. */
  watchServer(server: RunningServer): void
  text(): Promise<string>
}

/** From a cached answer to one that is given up. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Everything is read when it is asked for: between two looks a node only counts. */
export function createMetrics(desk: Desk): Metrics {
  const registry = new Registry()
  const durations = new Histogram({
    name: 'opora_operation_duration_seconds',
    help: 'Operations by registered name, from arrival to answer; a subscription until it stands.',
    labelNames: ['name', 'kind'] as const,
    buckets,
    registers: [registry],
  })
  describeDesk(registry, desk)
  const refreshLog = describeLog(registry, desk)
  const refresh = sharedQuestion(refreshLog.read, refreshLog.limitMs)
  return {
    contentType: registry.contentType,
    onAnswered: (name, kind, seconds) => durations.observe({ name, kind }, seconds),
    watchServer: (server) => describeServer(registry, server, desk),
    async text() {
      refreshLog.tell(await refresh())
      return `${await registry.metrics()}\n${await processMetrics().metrics()}`
    },
  }
}

function describeDesk(registry: Registry, { counts, replays, feed, bell, database }: Desk): void {
  const { pool } = database
  const gauge = gaugeOf(registry)
  const counter = counterOf(registry)
  describeErrors(registry, counts)
  gauge('opora_subscriptions', 'Subscriptions under way.', () => counts.subscriptions)
  gauge('opora_event_streams', 'Open responses of server-sent events.', () => counts.eventStreams)
  counter('opora_deliveries_total', 'Results made for one follower each.', () => counts.deliveries)
  counter(
    'opora_executions_total',
    'Executions that made them, shared by followers who get the same.',
    () => {
      return counts.executions
    },
  )
  counter('opora_followers_lagged_total', 'Followers that were told Lagged.', () => counts.lagged)
  counter(
    'opora_connections_cut_total',
    'Connections cut because their client took nothing.',
    () => counts.cut,
  )
  gauge('opora_replays_active', 'Followers for whom history is being read.', () => replays.taken)
  gauge('opora_replays_waiting', 'Followers that wait for a turn to read history.', () => replays.waiting)
  gauge('opora_feed_position', 'Up to here this node has told the log to its followers.', () =>
    Number(feed.position),
  )
  gauge('opora_bell_connected', '1 while rings reach this node.', () => Number(bell.state.isConnected))
  gauge('opora_pool_connections', 'Connections to the database.', () => pool.totalCount)
  gauge('opora_pool_idle_connections', 'Those of them that nobody uses.', () => pool.idleCount)
  gauge('opora_pool_waiting', 'Statements that wait for a connection.', () => pool.waitingCount)
}

function describeErrors(registry: Registry, counts: Counts): void {
  const errors = new Counter({
    name: 'opora_errors_total',
    help: 'Top-level errors that were sent, by code.',
    labelNames: ['code'] as const,
    registers: [],
    collect() {
      errors.reset()
      for (const [code, count] of counts.errors) errors.inc({ code }, count)
    },
  })
  registry.registerMetric(errors)
}

function describeServer(registry: Registry, server: RunningServer, { env }: Desk): void {
  const gauge = gaugeOf(registry)
  gauge('opora_sockets', 'WebSockets that are open or closing.', () => server.socketCount())
  gauge('opora_connections', 'Sockets, event streams and reservations that hold a place.', () =>
    server.connectionCount(),
  )
  gauge('opora_connection_limit', 'How many places there are.', () => env.CONNECTION_LIMIT)
}

type Describe = (name: string, help: string, read: () => number) => void

function gaugeOf(registry: Registry): Describe {
  return (name, help, read) => {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        gauge.set(read())
      },
    })
    registry.registerMetric(gauge)
  }
}

/** A counter that somebody else counts. */
function counterOf(registry: Registry): Describe {
  return (name, help, read) => {
    const counter = new Counter({
      name,
      help,
      registers: [],
      collect() {
        counter.reset()
        counter.inc(read())
      },
    })
    registry.registerMetric(counter)
  }
}
