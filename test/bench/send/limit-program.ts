import { Pool } from 'pg'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { serveBare } from '../serve.ts'
import { type Input, writeByHand } from './by-hand.ts'

/** The limit: the transaction of a message as one writes it by hand, behind bare HTTP and the same token check. */

const env = readEnv()
const pool = new Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL })
const askerOf = await openAskers(pool)

let waiting: string[] = []
let isNotifying = false

/** After the commit, and many in one: a notification holds a lock over the whole of PostgreSQL. */
function notify(ticketId: string): void {
  waiting.push(ticketId)
  if (isNotifying) return
  isNotifying = true
  void (async () => {
    for (; waiting.length > 0; ) {
      const payload = JSON.stringify(waiting)
      waiting = []
      await pool.query({ name: 'notify', text: `select pg_notify('limit', $1)`, values: [payload] })
    }
    isNotifying = false
  })()
}

serveBare(async (body, authorization) => {
  const asker = await askerOf(authorization)
  const { input } = (JSON.parse(body) as { variables: { input: Input } }).variables
  const { ticketId, message: written } = await writeByHand(pool, asker, input)
  notify(ticketId)
  const { id, ...message } = written
  return JSON.stringify({ data: { messageSend: { message: { id: `msg_${id}`, ...message } } } })
})
