import type { Desk } from '../../src/events/desk.ts'

/** What a table holds: how many rows, and a digest of all they say. */
export interface TableContents {
  readonly count: number
  readonly digest: string
}

/** Tables whose rows get a position of the log, each in its own time. */
const numbered: ReadonlySet<string> = new Set(['events', 'events_archive', 'consumers'])

/**
 * Everything that is stored: equal before and after means that nothing was written, changed or appended to the log.
 * Left out is what the sequencer and the readers of the log do in their own time: the numbers given to events, the head
 * they lead to, and how far each reader has come.
 */
export async function snapshot({ database: { pool } }: Desk): Promise<Record<string, TableContents>> {
  const tables = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname <> 'log_head' order by 1`,
  )
  const each = tables.rows.map(({ name }) => {
    const said = numbered.has(name) ? "(to_jsonb(stored) - 'position')" : 'stored'
    // The sum of the rows' hashes: nothing has to be sorted or joined.
    return `select '${name}' as name, count(*)::int as count,
      coalesce(sum(hashtextextended(${said}::text, 0)), 0)::text as digest from "${name}" as stored`
  })
  const { rows } = await pool.query<TableContents & { name: string }>(each.join(' union all '))
  return Object.fromEntries(rows.map(({ name, count, digest }) => [name, { count, digest }]))
}
