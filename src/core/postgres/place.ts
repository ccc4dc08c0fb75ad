import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { canEnter, type RunAs } from './run-as.ts'

/** What lies where in the folder of an own PostgreSQL. */
export interface Place {
  /** The folder that was asked for. */
  readonly folder: string
  /** PostgreSQL's data folder: in `folder`, or elsewhere when its user cannot get there. */
  readonly data: string
  /** The password of the roles `opora` and `postgres`, readable by the owner alone. */
  readonly password: string
  /** What PostgreSQL says. */
  readonly log: string
  /** Files of those who are starting or stopping it. */
  readonly turns: string
  /** Files of those who use it. */
  readonly nodes: string
}

/** Made when it is missing. The data's own place is decided later, by `placeNewData`, if there is none yet. */
export function openPlace(dataDir: string): Place {
  const created = mkdirSync(dataDir, { recursive: true })
  // PostgreSQL's own user must get through, whatever the umask; what matters inside is closed to it.
  if (created !== undefined) chmodSync(dataDir, 0o711)
  const folder = realpathSync(dataDir)
  const pointer = join(folder, 'place')
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder
  if (!existsSync(home))
    throw new StartRefused(`${pointer} says that the data is in ${home}, which is not there`)
  return {
    folder,
    data: join(home, 'data'),
    password: join(folder, 'password'),
    log: join(folder, 'log'),
    turns: join(folder, 'turns'),
    nodes: join(folder, 'nodes'),
  }
}

/**
 * The place with its data where PostgreSQL's user can get. Where it cannot (root under a closed home folder) the data
 * goes to a lasting folder of the system, and a file `place` stays behind to tell which.
 */
export function placeNewData(place: Place, user: RunAs | undefined): Place {
  if (user === undefined || canEnter(user, join(place.data, '..'))) return place
  const home = mkdtempSync(join(realpathSync(sharedFolder()), 'data-'))
  chmodSync(home, 0o711)
  writeFileSync(join(home, 'belongs-to'), `${place.folder}\n`)
  writeFileSync(join(place.folder, 'place'), `${home}\n`)
  return { ...place, data: join(home, 'data') }
}

/** Removes a stopped PostgreSQL for ever, wherever its data is. */
export function removePlace(dataDir: string): void {
  const place = openPlace(dataDir)
  rmSync(join(place.data, '..'), { recursive: true, force: true })
  rmSync(place.folder, { recursive: true, force: true })
}

/**
 * A folder that outlives restarts, where every user can get. Asked for by root only.
 * @throws StartRefused when there is none that can be written
 */
export function sharedFolder(): string {
  for (const parent of ['/var/lib', '/opt', '/srv']) {
    const folder = join(parent, 'opora')
    try {
      mkdirSync(folder, { recursive: true })
      chmodSync(folder, 0o755)
      return folder
    } catch {
      // Read-only or not there: the next one.
    }
  }
  throw new StartRefused(
    'PostgreSQL cannot run as root, no other user can reach this folder, and /var/lib, /opt and /srv ' +
      'cannot be written: set DATABASE_URL, or start as an ordinary user',
  )
}
