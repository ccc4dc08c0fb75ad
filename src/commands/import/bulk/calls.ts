import type { Unreadable } from '../conversation.ts'

/** One thing to send, with the name by which it is spoken of when it is refused; or a row that gives none. */
export type Reading<Item> = { readonly key: string; readonly item: Item } | Unreadable

/** What a step reads, and how far it has come in the file that it reads through. */
export interface Opened<Item> {
  readonly readings: AsyncIterable<Reading<Item>>
  readonly totalBytes: number
  readonly doneBytes: () => number
}

/** The most items the server takes in one call. */
export const maximumItems = 500
/** Keeps a call well below the size of a request body that the server takes. */
const maximumBytes = 600_000

/** Groups items into calls, in their order; rows that could not be read are told and left out. */
export async function* toCalls<Item>(
  readings: AsyncIterable<Reading<Item>>,
  tell: (row: Unreadable) => void,
): AsyncGenerator<{ key: string; item: Item }[]> {
  let items: { key: string; item: Item }[] = []
  let bytes = 0
  for await (const reading of readings) {
    if ('reason' in reading) {
      tell(reading)
      continue
    }
    const added = Buffer.byteLength(JSON.stringify(reading.item))
    if (items.length === maximumItems || (items.length > 0 && bytes + added > maximumBytes)) {
      yield items
      items = []
      bytes = 0
    }
    items.push(reading)
    bytes += added
  }
  if (items.length > 0) yield items
}
