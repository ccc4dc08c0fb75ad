import type { Pool } from 'pg'
import { bearer, openIssuers } from '../../src/auth/tokens.ts'
import { createLogger } from '../../src/core/logger.ts'
import { readEnv } from '../../src/env.ts'

/** An operator who asks a contestant: what its policy needs to know. */
export interface Asker {
  readonly operatorId: string
  readonly name: string
  readonly teamIds: readonly string[]
}

/**
 * Who is asking, by the same token check as Opora's with the same memory of verified tokens, and the operator's row
 * and teams kept in memory as Opora keeps them.
 */
export async function openAskers(
  pool: Pick<Pool, 'query'>,
): Promise<(authorization: string | undefined) => Promise<Asker>> {
  const env = readEnv()
  const issuers = await openIssuers({
    env,
    log: createLogger(env),
    secret: async (_name, make) => await make(),
  })
  const known = new Map<string, Promise<Asker>>()
  return async (authorization) => {
    const { subject } = await issuers.verify(bearer(authorization) ?? '')
    const asker = known.get(subject) ?? findAsker(pool, subject)
    known.set(subject, asker)
    return await asker
  }
}

async function findAsker(pool: Pick<Pool, 'query'>, subject: string): Promise<Asker> {
  const found = await pool.query<Asker>(
    `select id as "operatorId", name, array(select team_id::text from team_members where operator_id = id) as "teamIds"
     from operators where subject = $1 and not is_disabled`,
    [subject],
  )
  const asker = found.rows[0]
  if (asker === undefined) throw new Error(`there is no operator ${subject}`)
  return asker
}
