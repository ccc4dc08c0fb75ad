import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefused } from '../../core/start-refused.ts'
import { compareVersions, releaseChangeLog } from './change-log.ts'
import { judge, readContract, releasedFile } from './contract.ts'
import type { Day } from './deprecation.ts'

/**
 * Makes what is unreleased in a `schema/` folder a release. A release that failed half-way is done again with the same
 * version: the change log, which says what the last one is, is written last.
 * @returns what was found on the way, in lines for people
 * @throws StartRefused when the contract is not kept, or the version is none that can follow
 */
export async function releaseContract(
  folder: string,
  version: string,
  today: Day,
): Promise<readonly string[]> {
  const contract = await readContract(folder)
  const { last, unreleased } = contract.changeLog
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new StartRefused(`${version} is no version such as 0.2.0`)
  if (last !== null && compareVersions(version, last.version) <= 0) {
    throw new StartRefused(`${version} does not follow ${last.version}`)
  }
  if (unreleased === '') throw new StartRefused('nothing is told under "Unreleased" of CHANGES.md')
  const { faults, lines } = await judge(contract, { today, deprecatedOn: today })
  if (faults.length > 0) throw new StartRefused(faults.join('\n'))
  await replaceFile(join(folder, releasedFile), `# Release ${version} of ${today}.\n\n${contract.present}`)
  await replaceFile(join(folder, 'CHANGES.md'), releaseChangeLog(contract.changeLogText, version, today))
  return lines
}

/** Whole or not at all. */
async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}
