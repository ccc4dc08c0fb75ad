import type { CustomerViewer } from '../../../auth/viewer.ts'
import type { Database } from '../../../core/database.ts'
import type { IdKind } from '../../../core/ids.ts'
import { encodeId } from '../../../core/ids.ts'
import { toDecimal } from '../../../core/money.ts'
import type { After } from './pages.ts'
import { pages } from './pages.ts'

/** Whose export it is: the records, and the viewers whose policies say what may be in it. */
export interface Person {
  readonly prisma: Database['prisma']
  readonly customerIds: string[]
  readonly viewers: readonly CustomerViewer[]
}

/** One list of `data.json`. */
export interface Section {
  readonly name: string
  /** True for what the progress counts. */
  readonly isCounted: boolean
  pages(person: Person): AsyncIterable<object[]>
}

/** A list whose rows are read in the order of their ids, each shown as `show` says: what it does not name stays here. */
export function section<Row extends { readonly id: string }>(
  name: string,
  read: (person: Person, page: { readonly after: After; readonly take: number }) => Promise<Row[]>,
  show: (row: Row) => object,
  { isCounted = true } = {},
): Section {
  return {
    name,
    isCounted,
    async *pages(person) {
      for await (const rows of pages((after, take) => read(person, { after, take }))) yield rows.map(show)
    },
  }
}

/** A public id, as every other answer has it. */
export function idIn(kind: IdKind, id: string | null): string | null {
  return id === null ? null : encodeId(kind, id)
}

export function moneyIn(amount: bigint | null, currencyCode: string | null) {
  if (amount === null || currencyCode === null) return null
  return { amount: toDecimal(amount, currencyCode), currencyCode }
}

/** Some fields of a row under their own names. */
export function pick<Row extends object, Name extends keyof Row>(
  row: Row,
  ...names: Name[]
): Pick<Row, Name> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>
}
