import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { projectPath } from '../core/project-path.ts'
import { StartRefused } from '../core/start-refused.ts'
import { releaseContract } from './contract/release.ts'

/**
 * `npm run release:schema -- 0.2.0`: what is unreleased in `schema/CHANGES.md` becomes this version of the contract,
 * the present schema what later ones are compared with, and the package that carries both has the same version.
 */
async function main(version: string | undefined): Promise<void> {
  if (version === undefined) throw new StartRefused('npm run release:schema -- VERSION')
  const lines = await releaseContract(projectPath('schema'), version, new Date().toISOString().slice(0, 10))
  const arguments_ = ['version', version, '--no-git-tag-version', '--allow-same-version']
  await promisify(execFile)('npm', arguments_, { cwd: projectPath() })
  for (const line of lines) console.log(line)
  console.log(`released ${version}: commit schema/, package.json and package-lock.json`)
}

try {
  await main(process.argv[2])
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
