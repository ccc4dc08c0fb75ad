import { InvalidInput, Problem } from './problems.ts'

/** A bulk call takes at most this many items. */
export const maxItemsPerCall = 500

/** @throws InvalidInput when a bulk call has too many items */
export function assertBulkSize(count: number, path: string, max = maxItemsPerCall): void {
  if (count > max) throw new InvalidInput('tooMany', [path], { max })
}

/** Each item's own result, in order: one that is refused does not spoil the others. */
export async function eachAlone<Item, Done>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Done> | Done,
): Promise<(Done | Problem)[]> {
  const results: (Done | Problem)[] = []
  for (const [index, item] of items.entries()) {
    try {
      results.push(await work(item, index))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push(error)
    }
  }
  return results
}

/**
 * Items that are checked one by one and written all together, in the same number of statements for any number. `write`
 * answers by the id that the check gave. Each item has its own result, in order.
 */
export async function allTogether<Item, Checked extends { readonly id: string }, Done>(
  items: readonly Item[],
  check: (item: Item, index: number) => Checked,
  write: (checked: readonly Checked[]) => Promise<ReadonlyMap<string, Done | Problem>>,
): Promise<(Done | Problem)[]> {
  const checked = await eachAlone(items, check)
  const written = await write(checked.filter((item): item is Checked => !(item instanceof Problem)))
  return checked.map((item) => {
    if (item instanceof Problem) return item
    const result = written.get(item.id)
    if (result === undefined) throw new Error('an item of a bulk call has neither a result nor a problem')
    return result
  })
}
