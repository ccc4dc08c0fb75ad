import { readFile } from 'node:fs/promises'
import { projectPath } from '../core/project-path.ts'
import { judge, readContract } from './contract/contract.ts'

/**
 * `npm run check:contract`: whether `schema/schema.graphql` keeps what the last release promised, and tells all that it
 * adds. It reads files only, and prints its counts.
 */
const today = new Date().toISOString().slice(0, 10)
const contract = await readContract(projectPath('schema'))
const { last } = contract.changeLog
// Counted from the release, so that what was right when it was written is not wrong a day later.
const { faults, lines } = await judge(contract, { today, deprecatedOn: last?.day ?? today })
const { version } = JSON.parse(await readFile(projectPath('package.json'), 'utf8')) as { version: string }
const versionFaults =
  last === null || last.version === version
    ? []
    : [`package.json is ${version}, and the last release of the contract ${last.version}`]

for (const line of lines) console.log(`contract: ${line}`)
for (const fault of [...faults, ...versionFaults]) console.error(`contract: ${fault}`)
if (faults.length + versionFaults.length > 0) process.exitCode = 1
