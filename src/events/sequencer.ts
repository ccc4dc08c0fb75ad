import { Client } from 'pg'
import type { Logger } from '../core/logger.ts'
import { Alarm } from './alarm.ts'
import type { Bell } from './bell.ts'

/** The session advisory lock of the leader: any number of nodes try, one holds it. */
const leaderLock = 7_240_001
const batchSize = 2_000

const numberBatch = `
  with head as (select position from log_head where id = 1 for update),
  batch as (
    select id, row_number() over (order by id) as n
    from (select id from events where position is null order by id limit ${batchSize}) as waiting
  ),
  numbered as (
    update events set position = head.position + batch.n from batch, head where events.id = batch.id returning 1
  )
  update log_head set position = position + (select count(*) from numbered) where id = 1
    and exists (select 1 from batch) returning (select count(*) from numbered)::int as count`

/**
 * Gives committed events their place in the one order: last + 1 and on, by id. One node leads, by an advisory lock
 * on a connection of its own; when that node dies PostgreSQL lets the lock go and another takes it within a second.
 * Nothing that was committed depends on the leader: without one, numbers only wait.
 */
export function startSequencer(options: { url: string; bell: Bell; log: Logger }): {
  close(): Promise<void>
} {
  const alarm = new Alarm()
  const stopListening = options.bell.listen((ring) => {
    if (ring.appended === true) alarm.set()
  })
  const running = (async () => {
    while (!alarm.isOff) {
      await connected(options.url, (client) => serve(client, options.bell, alarm)).catch((error: unknown) =>
        options.log.warn({ err: error }, 'the sequencer lost its connection; trying again'),
      )
      await alarm.wait()
    }
  })()
  return {
    async close() {
      stopListening()
      alarm.turnOff()
      await running
    },
  }
}

/** Waits for the lead, then numbers until the connection is lost or the node stops. */
async function serve(client: Client, bell: Bell, alarm: Alarm): Promise<void> {
  while (!alarm.isOff) {
    const got = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      leaderLock,
    ])
    if (got.rows[0]?.locked === true) break
    await alarm.waitOut()
  }
  while (!alarm.isOff) {
    alarm.clear()
    if (await numberAll(client)) bell.ring({ numbered: true })
    await alarm.wait()
  }
}

async function connected(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'opora-sequencer', keepAlive: true })
  // A lost connection also rejects the query under way; the event itself needs no second handling.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function numberAll(client: Client): Promise<boolean> {
  for (let any = false; ; any = true) {
    const result = await client.query<{ count: number }>({ name: 'number', text: numberBatch })
    const count = result.rows[0]?.count ?? 0
    if (count < batchSize) return any || count > 0
  }
}
