import type { PoolClient } from 'pg'
import type { Desk } from '../../src/events/desk.ts'

/** What a node asks of itself every second, whatever its clients do: the log, the timers, the bell. */
const ownLoops = /\bfrom (events|due)\b|\bpg_notify\b|^(begin|commit|rollback)\b/i

/**
 * The SQL statements that the node sends to its database while the work runs, those of its own loops and the borders
 * of transactions left out. Nobody else may use the node meanwhile.
 */
export async function statementsDuring(desk: Desk, work: () => Promise<unknown>): Promise<string[]> {
  const { pool } = desk.database
  const statements: string[] = []
  const listened = new Map<PoolClient, PoolClient['query']>()
  const listen = (client: PoolClient) => {
    if (listened.has(client)) return
    const query = client.query
    listened.set(client, query)
    client.query = ((...args: unknown[]) => {
      const [said] = args
      const text = typeof said === 'string' ? said : (said as { text: string }).text
      if (!ownLoops.test(text.trim())) statements.push(text)
      return Reflect.apply(query, client, args) as unknown
    }) as PoolClient['query']
  }
  pool.on('acquire', listen)
  try {
    await work()
    return statements
  } finally {
    pool.off('acquire', listen)
    for (const [client, query] of listened) client.query = query
  }
}
