import { type MigrationState, migrationNames, migrationState } from '../../core/migrations.ts'
import type { BellState } from '../../events/bell.ts'
import type { Desk } from '../../events/desk.ts'
import { sharedQuestion } from '../shared-question.ts'
import type { ServerPlugin } from './server-context.ts'

interface Readiness {
  readonly isReady: boolean
  readonly isStopping: boolean
  readonly database: 'UP' | 'DOWN'
  /** Null when the database does not answer. */
  readonly migrations: MigrationState | null
  readonly bell: BellState
}

/** Who asks gives up soon after. */
const answerMs = 2_000

/**
 * `/readyz`: whether requests make sense here, and why not. The database must answer and have this version's tables,
 * and the node must not be stopping. Ready for less: without the bell streams are right, only slower, and migrations
 * of a newer version are those of a deploy under way, which must not take the older nodes down.
 */
export function useReadiness(desk: Desk, isStopping: () => boolean): ServerPlugin {
  const known = migrationNames()
  const askMigrations = sharedQuestion(async () => await migrationState(desk.database.pool, known), answerMs)
  async function look(): Promise<Readiness> {
    const migrations = await askMigrations()
    const isCurrent = migrations?.pending.length === 0
    return {
      isReady: isCurrent && !isStopping(),
      isStopping: isStopping(),
      database: migrations === null ? 'DOWN' : 'UP',
      migrations,
      bell: desk.bell.state,
    }
  }
  return {
    async onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname !== '/readyz') return
      const readiness = await look()
      endResponse(
        new fetchAPI.Response(`${JSON.stringify(readiness)}\n`, {
          status: readiness.isReady ? 200 : 503,
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
        }),
      )
    },
  }
}
