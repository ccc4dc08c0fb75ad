import { Client } from 'pg'
import { commonTicketCount } from '../fill.ts'
import type { Outcome } from '../harness.ts'
import { startHealthy } from '../pulse/healthy.ts'
import type { Stage } from '../stage.ts'

/** What followers notice of a transaction that holds on to what it wrote: nothing, is the claim. */
export async function benchHeld(stage: Stage): Promise<Outcome[]> {
  const healthy = await startHealthy(stage, 'held')
  const { processId } = healthy.node
  const outcome = await stage.compare(
    {
      key: '',
      title: `held, a write transaction open for ${stage.live.heldSeconds} s`,
      unit: 'delivery',
      units: 'deliveries',
      measure: 'p99',
      goals: { free: 0.5 },
      metBy: 'median',
      contestants: [
        { name: 'held', processId, run: healthy.run, prepare: async () => await hold(healthy.databaseUrl) },
        { name: 'free', processId, run: healthy.run },
      ],
    },
    { ...stage.pace, seconds: stage.live.heldSeconds },
  )
  await stage.clear()
  return [outcome]
}

/**
 * It has taken an id of the log that stays a hole meanwhile, and a transaction id that holds back every horizon; its
 * event is committed at last.
 */
async function hold(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('begin')
  // Of a ticket that none of them follows: it would be told to them as one more message.
  await client.query(`
    insert into events (type, ticket_id, customer_id, actor_kind, actor_id, data)
    select type, ticket_id, events.customer_id, actor_kind, actor_id, data
    from events join tickets on tickets.id = ticket_id
    where type = 'message.sent' and serial > ${commonTicketCount} order by events.id desc limit 1`)
  return async () => {
    await client.query('commit')
    await client.end()
  }
}
