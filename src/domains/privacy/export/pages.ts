/** The condition of a page: rows after the last one of the page before. */
export interface After {
  readonly id?: { readonly gt: string }
}

const pageSize = 200

/** Rows page by page in the order of their ids: however many there are, memory holds one page. */
export async function* pages<Row extends { readonly id: string }>(
  read: (after: After, take: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: After = {}
  for (;;) {
    const rows = await read(after, pageSize)
    const last = rows.at(-1)
    if (last !== undefined) yield rows
    if (last === undefined || rows.length < pageSize) return
    after = { id: { gt: last.id } }
  }
}
