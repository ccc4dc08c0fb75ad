import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OwnPostgres, ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { openPlace, removePlace } from '../../src/core/postgres/place.ts'
import { findPostmaster, stopPostmaster } from '../../src/core/postgres/postmaster.ts'
import { ownName } from '../../src/core/postgres/presence.ts'
import { removeLeftBehind } from '../kit/left-behind.ts'

const prefix = 'opora-torture-'

/** A PostgreSQL of the torture's own, with its disk waits on, that can be killed and comes back at the same address. */
export class Cluster {
  readonly dataDir: string
  readonly url: string
  #own: OwnPostgres

  private constructor(dataDir: string, own: OwnPostgres) {
    this.dataDir = dataDir
    this.url = own.url
    this.#own = own
  }

  static async start(): Promise<Cluster> {
    await removeLeftBehind(prefix)
    const dataDir = join(realpathSync(tmpdir()), `${prefix}${ownName()}`)
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o711)
    return new Cluster(dataDir, await ownPostgres({ dataDir, log: () => {} }))
  }

  /** kill -9 of all of it, and a start that replays its log. */
  async killAndRestart(): Promise<void> {
    const postmaster = findPostmaster(openPlace(this.dataDir).data)
    if (postmaster === undefined) throw new Error('PostgreSQL has gone by itself')
    process.kill(postmaster.pid, 'SIGKILL')
    this.#own = await ownPostgres({ dataDir: this.dataDir, log: () => {} })
    if (this.#own.url !== this.url) throw new Error('PostgreSQL came back at another address')
  }

  async remove(): Promise<void> {
    await this.#own.stop()
    await stopPostmaster(openPlace(this.dataDir).data)
    removePlace(this.dataDir)
  }
}
