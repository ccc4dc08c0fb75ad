import type { PoolClient } from 'pg'
import type { Desk } from '../../src/events/desk.ts'

/** What a node asks of itself, whatever its clients do: the log, the timers, the consumers' places, the bell. */
const ownLoops = /\bfrom (events|due|consumers)\b|^(insert into|update) consumers\b|\bpg_notify\b/i
const begin = /^begin\b/i
const end = /^(commit|rollback)\b/i
/** Consumers and timers take their turn so; whatever else their transaction does is theirs as well. */
const ownTurn = /\bfrom (due|consumers)\b.*\bfor update skip locked$/is

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
    const hear = listenerOf(statements)
    client.query = ((...args: unknown[]) => {
      const [said] = args
      hear((typeof said === 'string' ? said : (said as { text: string }).text).trim())
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

/** Of one connection: a transaction is kept back until its end, when it is known whose it was. */
function listenerOf(statements: string[]): (text: string) => void {
  let transaction: { texts: string[]; isOwn: boolean } | null = null
  return (text) => {
    if (begin.test(text)) transaction = { texts: [], isOwn: false }
    else if (end.test(text)) {
      if (transaction?.isOwn === false) statements.push(...transaction.texts)
      transaction = null
    } else {
      if (transaction !== null && ownTurn.test(text)) transaction.isOwn = true
      if (!ownLoops.test(text)) (transaction?.texts ?? statements).push(text)
    }
  }
}
