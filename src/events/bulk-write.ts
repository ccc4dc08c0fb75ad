import { assertBulkSize, eachAlone } from '../core/bulk.ts'
import type { Tx } from '../core/database.ts'
import { externalKey } from '../core/external-key.ts'
import { InvalidInput, Problem, StaleUpdate } from '../core/problems.ts'
import type { Desk } from './desk.ts'
import { transact } from './transact.ts'

/** What every item of a bulk call has once it is checked: where it stands in the input, and whose key it has. */
export interface BulkItem {
  readonly path: readonly string[]
  readonly source: string
  readonly externalId: string
  readonly sourceUpdatedAt: Date
}

/** What became of each item that passed its check: every one must have a result. */
export type BulkResults<Item, Done> = ReadonlyMap<Item, Done | Problem>

/**
 * The way partners' bulk calls are written: a handful of statements for the whole call instead of some for each item.
 *
 * 1. `check` looks at each item in memory; what it throws is that item's result. A key that stands twice in one call
 *    is refused from its second place on.
 * 2. `write` gets the items that passed, in one transaction for all of them. It reads what they refer to, takes hold
 *    of their rows with `insertMissing` (which locks in one order, so that calls at once neither deadlock nor double),
 *    decides by what is stored then, writes with `upsertRows`, and ends with `appendAll`. An item it refuses it
 *    leaves out of all writes. It may run again from the start, so it has no effect outside `tx`.
 *
 * The results are in the order of the input.
 */
export async function writeBulk<Input, Item extends BulkItem, Done>(
  desk: Desk,
  call: {
    /** The name of the list in the input. */
    readonly name: string
    readonly items: readonly Input[]
    readonly check: (item: Input, path: readonly string[]) => Item
    readonly write: (tx: Tx, items: readonly Item[]) => Promise<BulkResults<Item, Done>>
  },
): Promise<(Done | Problem)[]> {
  assertBulkSize(call.items.length, call.name)
  const checked = refuseRepeated(
    await eachAlone(call.items, (item, index) => call.check(item, [call.name, String(index)])),
  )
  const accepted = checked.filter((item): item is Item => !(item instanceof Problem))
  const results = accepted.length === 0 ? new Map() : await writeAgain(desk, call.write, accepted)
  return checked.map((item) => {
    if (item instanceof Problem) return item
    const result = results.get(item)
    if (result === undefined) throw new Error(`an item of ${call.name} has no result`)
    return result
  })
}

const attempts = 5

/**
 * Runs the whole writing again when a unique key was taken by a call beside this one after it had been looked for:
 * then it is found, and only its own item is refused.
 */
async function writeAgain<Item, Done>(
  desk: Desk,
  write: (tx: Tx, items: readonly Item[]) => Promise<BulkResults<Item, Done>>,
  items: readonly Item[],
): Promise<BulkResults<Item, Done>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(desk, async (tx) => await write(tx, items))
    } catch (error) {
      if (attempt >= attempts || !isUniqueViolation(error)) throw error
    }
  }
}

/** 23505: PostgreSQL's code for a second row with one unique key, from hand-written SQL. */
function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /\b23505\b/.test(`${error.message} ${JSON.stringify(Reflect.get(error, 'meta') ?? null)}`)
}

function refuseRepeated<Item extends BulkItem>(items: readonly (Item | Problem)[]): (Item | Problem)[] {
  const seen = new Set<string>()
  return items.map((item) => {
    if (item instanceof Problem) return item
    const key = externalKey(item)
    if (seen.has(key)) return new InvalidInput('duplicate', [...item.path, 'externalId'])
    seen.add(key)
    return item
  })
}

/**
 * What stands against an update by what is stored: nothing moves backwards. The same time again is taken again, so
 * that a call can be repeated.
 */
export function staleOver(stored: { readonly sourceUpdatedAt: Date }, item: BulkItem): StaleUpdate | null {
  return item.sourceUpdatedAt < stored.sourceUpdatedAt
    ? new StaleUpdate(stored.sourceUpdatedAt, [...item.path, 'sourceUpdatedAt'])
    : null
}
