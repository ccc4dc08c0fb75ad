import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { OporaClient } from '../../../client/index.ts'
import { showSteps } from '../bulk/progress.ts'
import { sendComplaints, sendRatings, sendSuggestions } from '../bulk/senders.ts'
import { type ItemResult, runSteps, type Step, stepOf } from '../bulk/steps.ts'
import { openItems } from '../bulk/table.ts'
import { formatTallies, isClean } from '../bulk/tally.ts'
import { InputRefused } from '../formats.ts'
import type { Outcome, Task } from '../kinds.ts'
import { describeFile, readHead, type SourceFile } from '../source-file.ts'
import { fateOf, type Review, readReview, reviewColumns, toComplaint, toRating, toSuggestion } from './map.ts'

/** Russian reviews: bad ones with words become complaints, wishes become suggestions, the rest ratings. */
export async function importReviews({ paths, client }: Task): Promise<Outcome> {
  const files = (await Promise.all(paths.map(findReviews))).flat()
  const steps = files.flatMap((file) => reviewSteps(client, file))
  const tallies = await runSteps(steps, { progress: showSteps() })
  return { text: formatTallies(tallies), isGood: isClean(tallies) }
}

/** Reviews of one file, known by its name without `_reviews.csv`. */
export function reviewSteps(client: OporaClient, file: SourceFile): Step[] {
  const source = file.name.replace(/(?:_reviews)?\.csv$/i, '')
  const step = <Item>(
    fate: ReturnType<typeof fateOf>,
    toItem: (review: Review) => Item,
    send: (items: Item[]) => Promise<ItemResult[]>,
  ): Step => {
    const open = () =>
      openItems(file, reviewColumns, (row) => {
        const review = readReview(source, row)
        const isOurs = fateOf(review.score, review.text) === fate
        return isOurs ? [{ key: `${source} ${review.externalId}`, item: toItem(review) }] : []
      })
    return stepOf<Item>({ name: `${source} ${fate}s`, open, send })
  }
  return [
    step('complaint', toComplaint, sendComplaints(client)),
    step('suggestion', toSuggestion, sendSuggestions(client)),
    step('rating', toRating, sendRatings(client)),
  ]
}

/** A file of reviews, or those of a folder; others in a folder are passed over. */
export async function findReviews(path: string): Promise<SourceFile[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new InputRefused(`Cannot import ${path}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const names = found.isDirectory() ? (await readdir(path)).sort().map((name) => join(path, name)) : [path]
  const files: SourceFile[] = []
  for (const name of names) {
    if (!(await stat(name)).isFile()) continue
    const file = await describeFile(name)
    const { text } = await readHead(file)
    const columns = text.slice(0, text.search(/\r?\n|$/)).split(',')
    if (reviewColumns.every((column) => columns.includes(column))) files.push(file)
  }
  if (files.length > 0) return files
  throw new InputRefused(
    `Nothing in ${path} is understood. Understood is CSV with the columns ${reviewColumns.slice(1).join(', ')}`,
  )
}
