import { join } from 'node:path'
import type { Database } from '../core/database.ts'
import { createScanner, type Scanner } from '../core/files/scanner.ts'
import { Scratch } from '../core/files/scratch.ts'
import { openStorage, type Storage } from '../core/files/storage.ts'
import type { Logger } from '../core/logger.ts'
import { openSignedLinks, type SignedLinks } from '../core/signed-links.ts'
import type { Tracing } from '../core/tracing/tracing.ts'
import type { Env } from '../env.ts'
import { Background } from './background.ts'
import type { Bell } from './bell.ts'
import { Counts } from './counts.ts'
import type { Cursors } from './cursors.ts'
import { installationName, openCursors } from './cursors.ts'
import type { Feed } from './feed.ts'
import { openFeed } from './feed.ts'
import type { Leases } from './leases.ts'
import { openLeases } from './leases.ts'
import type { PersonNews } from './person-news.ts'
import { openPersonNews } from './person-news.ts'
import { openPostgresBell } from './postgres-bell.ts'
import { Pulses } from './pulse.ts'
import { openRedisBell } from './redis-bell.ts'
import { startSequencer } from './sequencer.ts'
import type { TicketNews } from './ticket-news.ts'
import { openTicketNews } from './ticket-news.ts'
import { Turns } from './turns.ts'

/** What every action and stream of one node stands on. */
export interface Desk {
  readonly env: Env
  readonly log: Logger
  readonly database: Database
  readonly bell: Bell
  readonly cursors: Cursors
  readonly feed: Feed
  readonly ticketNews: TicketNews
  readonly personNews: PersonNews
  readonly pulses: Pulses
  readonly leases: Leases
  readonly files: Files
  readonly links: SignedLinks
  readonly background: Background
  /** History is read by so many followers at a time: thousands that come back at once do not drown the database. */
  readonly replays: Turns
  readonly counts: Counts
  readonly tracing: Tracing | null
  /** The names of the consumers that this node has started. */
  readonly consumers: Set<string>
  close(): Promise<void>
}

/** The content of files: where it lies, where it waits meanwhile, and who looks through it. */
export interface Files {
  readonly storage: Storage
  readonly scanner: Scanner
  scratch(): Promise<Scratch>
}

/** How many long works a node does at a time beside its requests. */
const backgroundLimit = 4

interface DeskOptions {
  readonly env: Env
  readonly database: Database
  readonly log: Logger
  /** Null if left out. */
  readonly tracing?: Tracing | null
}

/** Opens a node's desk on a migrated database; `close` lets go of everything but the database. */
export async function openDesk({ env, database, log, tracing = null }: DeskOptions): Promise<Desk> {
  const cursors = await openCursors(database.pool, env.CURSOR_KEYS ?? null)
  const bell = await openBell(env, database, log)
  const feed = await openFeed(database.pool, bell, log)
  const { closeAll, ...news } = openNews(env, bell, feed)
  const files = await openFiles(env)
  const links = await openSignedLinks(database.pool)
  const background = new Background({ log, limit: backgroundLimit })
  const sequencer = startSequencer({ url: database.url, bell, log })
  return {
    env,
    log,
    database,
    bell,
    cursors,
    feed,
    ...news,
    files,
    links,
    background,
    replays: new Turns(env.REPLAY_CONCURRENCY),
    counts: new Counts(),
    tracing,
    consumers: new Set(),
    async close() {
      await background.close()
      await sequencer.close()
      closeAll()
      await feed.close()
      await bell.close()
    },
  }
}

/** What tells streams that there is something new, or that there is nothing. */
function openNews(env: Env, bell: Bell, feed: Feed) {
  const ticketNews = openTicketNews(bell, feed)
  const personNews = openPersonNews(bell, feed)
  const pulses = new Pulses(env.STREAM_HEARTBEAT_SECONDS)
  const leases = openLeases(bell)
  return {
    ticketNews,
    personNews,
    pulses,
    leases,
    closeAll() {
      for (const one of [leases, ticketNews, personNews, pulses]) one.close()
    },
  }
}

async function openBell({ REDIS_URL }: Env, database: Database, log: Logger): Promise<Bell> {
  if (REDIS_URL === undefined) return await openPostgresBell(database, log)
  return await openRedisBell(REDIS_URL, await installationName(database.pool), log)
}

async function openFiles({ DATA_DIR, STORAGE_URL, CLAMAV_URL }: Env): Promise<Files> {
  return {
    storage: await openStorage({ dataDir: DATA_DIR, url: STORAGE_URL ?? null }),
    scanner: createScanner(CLAMAV_URL ?? null),
    scratch: async () => await Scratch.open(join(DATA_DIR, 'scratch')),
  }
}
