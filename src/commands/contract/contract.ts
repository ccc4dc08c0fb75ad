import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { type ChangeLog, readChangeLog } from './change-log.ts'
import { type Comparison, compareSchemas } from './compare.ts'
import { type Day, deprecationFaults } from './deprecation.ts'
import { placesOf, undescribed } from './places.ts'

/** What `schema/` promises now, beside what the last release promised. */
export interface Contract {
  readonly changeLogText: string
  readonly changeLog: ChangeLog
  readonly present: string
  /** Null before the first release. */
  readonly released: string | null
}

/** The schema of the last release, beside the present one. Earlier ones are in the history of this file. */
export const releasedFile = '.released.graphql'

export async function readContract(folder: string): Promise<Contract> {
  const read = async (name: string) => await readFile(join(folder, name), 'utf8')
  const changeLogText = await read('CHANGES.md')
  const changeLog = readChangeLog(changeLogText)
  const released = changeLog.last === null ? null : await read(releasedFile)
  return { changeLogText, changeLog, present: await read('schema.graphql'), released }
}

export interface Verdict {
  /** What must not be so; empty when the contract is kept. */
  readonly faults: readonly string[]
  /** Counts, and what a reader should look at. */
  readonly lines: readonly string[]
}

/** Judges the contract as on this day; new deprecations must give half a year from `deprecatedOn`. */
export async function judge(
  { changeLog, present, released }: Contract,
  { today, deprecatedOn }: { readonly today: Day; readonly deprecatedOn: Day },
): Promise<Verdict> {
  const places = placesOf(buildSchema(present))
  const before = placesOf(buildSchema(released ?? present))
  const comparison = await compareSchemas(
    { released: released ?? present, present, section: changeLog.unreleased },
    today,
  )
  const deprecatedCount = [...places.values()].filter(({ deprecation }) => deprecation !== null).length
  return {
    faults: [
      ...undescribed(places).map((coordinate) => `${coordinate} has no description`),
      ...deprecationFaults(places, before, deprecatedOn),
      ...comparison.broken.map((line) => `breaks clients, and was not deprecated for long enough: ${line}`),
      ...comparison.unmentioned.map((line) => `is not told under "Unreleased" of CHANGES.md: ${line}`),
    ],
    lines: [
      `${places.size} places of the schema are described, ${deprecatedCount} are deprecated`,
      ...sinceRelease(changeLog, comparison),
    ],
  }
}

function sinceRelease({ last }: ChangeLog, comparison: Comparison): string[] {
  if (last === null) return ['nothing has been released yet']
  const { added, dangerous, removed, broken, descriptionCount } = comparison
  const counts = [
    `${added.length} compatible changes`,
    `${dangerous.length} dangerous`,
    `${removed.length} removed after their deprecation`,
    `${broken.length} breaking`,
    `${descriptionCount} of descriptions`,
  ]
  return [
    `since ${last.version} of ${last.day}: ${counts.join(', ')}`,
    ...dangerous.map((line) => `dangerous: ${line}`),
    ...removed.map((line) => `removed: ${line}`),
  ]
}
