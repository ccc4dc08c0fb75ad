import type { Database } from '../core/database.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Bell } from './bell.ts'
import type { Cursors } from './cursors.ts'
import { openCursors } from './cursors.ts'
import type { Feed } from './feed.ts'
import { openFeed } from './feed.ts'
import { openPostgresBell } from './postgres-bell.ts'
import { startSequencer } from './sequencer.ts'
import type { TicketNews } from './ticket-news.ts'
import { openTicketNews } from './ticket-news.ts'

/** What every action and stream of one node stands on. */
export interface Desk {
  readonly env: Env
  readonly log: Logger
  readonly database: Database
  readonly bell: Bell
  readonly cursors: Cursors
  readonly feed: Feed
  readonly ticketNews: TicketNews
  close(): Promise<void>
}

/** Opens a node's desk on a migrated database; `close` lets go of everything but the database. */
export async function openDesk(options: { env: Env; database: Database; log: Logger }): Promise<Desk> {
  const { env, database, log } = options
  const cursors = await openCursors(database.pool, env.CURSOR_KEYS ?? null)
  const bell = await openPostgresBell(database, log)
  const feed = await openFeed(database.pool, bell, log)
  const ticketNews = openTicketNews(bell, feed)
  const sequencer = startSequencer({ url: database.url, bell, log })
  return {
    env,
    log,
    database,
    bell,
    cursors,
    feed,
    ticketNews,
    async close() {
      await sequencer.close()
      ticketNews.close()
      await feed.close()
      await bell.close()
    },
  }
}
