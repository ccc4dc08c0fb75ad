import type { Pool } from 'pg'

/**
 * A secret all nodes of one database share, made by the first that asks. Two nodes asking at once get the same.
 */
export async function sharedSecret(
  pool: Pool,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const found = await pool.query<{ value: string }>('select value from secrets where name = $1', [name])
  if (found.rows[0] !== undefined) return found.rows[0].value
  await pool.query('insert into secrets (name, value) values ($1, $2) on conflict (name) do nothing', [
    name,
    await make(),
  ])
  const stored = await pool.query<{ value: string }>('select value from secrets where name = $1', [name])
  if (stored.rows[0] === undefined) throw new Error(`secret ${name} was deleted while being made`)
  return stored.rows[0].value
}
