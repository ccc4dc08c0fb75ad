import type { Pool } from 'pg'

/**
 * Makes the timers that the condition names due at once. One that is just being worked on is left alone: who waits
 * for several of them can be one of those whom PostgreSQL takes for a deadlock.
 */
export async function fire(pool: Pool, condition: string): Promise<void> {
  await pool.query(
    `update due set due_at = now() where (kind, subject_id) in
       (select kind, subject_id from due where ${condition} for update skip locked)`,
  )
}
