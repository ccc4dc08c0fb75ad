import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { StartRefused } from '../start-refused.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { createCluster } from './cluster.ts'
import { openPlace, type Place, placeNewData } from './place.ts'
import { findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { enter, leave, others } from './presence.ts'
import { canEnter, ownerOf, type RunAs, userForNewData } from './run-as.ts'
import { startPostmaster } from './start.ts'
import { inTurn } from './turn.ts'

export interface OwnPostgresOptions {
  /** The folder it lives in; made when it is missing. One machine (one container) at a time may use a folder. */
  readonly dataDir: string
  /** Told what happens, a line each, when there is something to tell. */
  readonly log: (line: string) => void
  /** Settings of PostgreSQL over the built-in ones, for tests. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface OwnPostgres {
  /** The database `opora`, with its password. */
  readonly url: string
  /** True when it was running already: left by a killed server, or used by another one. */
  readonly adopted: boolean
  /**
   * Stops PostgreSQL, unless another living process got it from `ownPostgres` and has not stopped it: then that one
   * will. Whether it was started or adopted makes no difference. Calling it again does nothing.
   */
  stop(): Promise<void>
}

/**
 * A real PostgreSQL of the server's own, for when it is given none. Made on first use (Russian letters work whatever
 * the environment), found running or started again later; it outlives a killed server and keeps what was acknowledged.
 * @throws StartRefused in one clear line when that cannot be done
 */
export async function ownPostgres(options: OwnPostgresOptions): Promise<OwnPostgres> {
  try {
    const place = openPlace(options.dataDir)
    return await inTurn(place.turns, () => takeUp(options, place))
  } catch (error) {
    if (error instanceof StartRefused || !(error instanceof Error)) throw error
    throw new StartRefused(`PostgreSQL in ${options.dataDir} cannot be used: ${error.message}`, {
      cause: error,
    })
  }
}

async function takeUp(options: OwnPostgresOptions, place: Place): Promise<OwnPostgres> {
  const running = existsSync(place.data) ? await findRunning(place) : undefined
  if (running === undefined) return start(options, place)
  options.log(`found PostgreSQL running (process ${running.pid})`)
  return inUse(place, running, true)
}

async function start(options: OwnPostgresOptions, place: Place): Promise<OwnPostgres> {
  const isNew = !existsSync(place.data)
  const user = isNew ? userForNewData(options.log) : ownerOf(place.data)
  const settled = isNew ? placeNewData(place, user) : place
  const binaries = findBinaries(user)
  if (isNew) {
    await createCluster(settled, binaries, user)
    options.log(`made a database in ${settled.data}`)
  }
  assertUsable(settled, binaries, user)
  return inUse(settled, await startPostmaster(settled, binaries, user, options.settings ?? {}), false)
}

/** Call it in turn, so that nobody stops PostgreSQL between its start and the sign that it is used. */
function inUse(place: Place, owner: Postmaster, adopted: boolean): OwnPostgres {
  const mine = enter(place.nodes)
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= inTurn(place.turns, async () => {
      leave(place.nodes, mine)
      if (others(place.nodes, mine).length === 0) await stopPostmaster(place.data)
    })
    return stopping
  }
  return { url: urlOf(place, owner.port), adopted, stop }
}

function assertUsable(place: Place, binaries: Binaries, user: RunAs | undefined): void {
  const version = readFileSync(join(place.data, 'PG_VERSION'), 'latin1').trim()
  if (version !== `${binaries.major}`) {
    throw new StartRefused(
      `${place.data} was made by PostgreSQL ${version} and this is ${binaries.major}: dump it there and restore it here`,
    )
  }
  if (user !== undefined && !canEnter(user, place.data)) {
    throw new StartRefused(
      `user ${user.uid}, to whom the database belongs, cannot get to ${place.data}: open the way`,
    )
  }
  passwordOf(place)
}

const answerSeconds = 10
const settleSeconds = 600

/**
 * The PostgreSQL that runs on the data already, once it is ready; undefined when there is none, or when it has stopped
 * in the meantime.
 */
async function findRunning(place: Place): Promise<Postmaster | undefined> {
  const started = performance.now()
  for (;;) {
    const owner = findPostmaster(place.data)
    if (owner === undefined) return undefined
    const refusal =
      owner.state === 'ready' ? await refusalOf(place, owner) : `it is ${owner.state || 'starting'}`
    if (refusal === undefined) return owner
    const seconds = owner.state === 'ready' ? answerSeconds : settleSeconds
    if (performance.now() - started > seconds * 1000) {
      throw new StartRefused(
        `PostgreSQL (process ${owner.pid}) holds ${place.data} but cannot be used: ${refusal}`,
      )
    }
    await pause(20)
  }
}

/** Why the running one cannot be used, if so. Asked of itself, because a port may have been taken by another. */
async function refusalOf(place: Place, owner: Postmaster): Promise<string | undefined> {
  const client = new Client({ connectionString: urlOf(place, owner.port), connectionTimeoutMillis: 5_000 })
  client.on('error', () => {}) // It may die while being asked; the query then says so.
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === place.data ? undefined : `port ${owner.port} is another database`
  } catch (error) {
    if (error instanceof DatabaseError && error.code === tooManyConnections) return undefined
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

/** So many use it that it is surely ours: none gets this far without the right password. */
const tooManyConnections = '53300'

/** TLS is ruled out by name, so that a PGSSLMODE meant for another database does not forbid to connect to this one. */
function urlOf(place: Place, port: number): string {
  return `postgresql://opora:${passwordOf(place)}@127.0.0.1:${port}/opora?sslmode=disable`
}

function passwordOf(place: Place): string {
  if (existsSync(place.password)) return readFileSync(place.password, 'latin1').trim()
  throw new StartRefused(
    `${place.password} is missing, without which the database in ${place.data} cannot be used`,
  )
}
