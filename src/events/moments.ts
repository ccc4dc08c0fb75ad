import type { Pool } from 'pg'

/** Positions between which all lies that occurred in a span of time; neither is in it. */
export interface Bounds {
  readonly above: bigint
  readonly below: bigint
}

/**
 * An event occurs when its transaction begins and gets its position after the commit, so that one may stand before
 * another that occurred sooner. Writing transactions are cut off after 15 seconds: a minute is far more than any two
 * can be apart.
 */
const slackMilliseconds = 60_000

export const everywhere: Bounds = { above: 0n, below: 2n ** 63n - 1n }

/**
 * Where in the log a span of time lies. Positions are almost in the order of time, so that halving finds the place in
 * as many steps as the log has binary digits, each by the index on positions: an index on time would cost every write.
 * The archive is looked at too.
 */
export async function boundsOf(pool: Pool, span: { from: Date | null; to: Date | null }): Promise<Bounds> {
  const { from, to } = span
  return {
    above: from === null ? everywhere.above : (await halve(pool, from, -slackMilliseconds)).before,
    below: to === null ? everywhere.below : (await halve(pool, to, slackMilliseconds)).after,
  }
}

/**
 * Two positions next to each other: of what occurred before the moment, or the beginning, and of what did not. While
 * nothing has, what is yet to be written may have to be looked at.
 */
async function halve(pool: Pool, moment: Date, slack: number): Promise<{ before: bigint; after: bigint }> {
  const { rows } = await pool.query<{ before: string; after: string; head: string }>({
    name: 'log-halve',
    text: `with recursive halving (low, high) as (
        select 0::bigint, position + 1 from log_head where id = 1
      union all
        select case when occurred_at < $1 then middle else low end, case when occurred_at < $1 then high else middle end
        from halving
        cross join lateral (select (low + high) / 2 as middle) as half
        cross join lateral (
          select occurred_at from events where position = middle
          union all select occurred_at from events_archive where position = middle) as probe
        where high - low > 1)
      select low as before, high as after, (select max(high) - 1 from halving) as head
      from halving order by high - low limit 1`,
    values: [new Date(moment.getTime() + slack)],
  })
  const [row] = rows
  if (row === undefined) throw new Error('the log has no head row: a migration is missing')
  const [after, head] = [BigInt(row.after), BigInt(row.head)]
  return { before: BigInt(row.before), after: after > head ? everywhere.below : after }
}
