import type { ClientBase, Connection, Submittable } from 'pg'

type Value = string | number | null | undefined

/** PostgreSQL's COPY, the fastest way there is to write rows, over the driver's own connection. */
export async function copyRows(
  client: ClientBase,
  table: string,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const data = rows.map((row) => `${columns.map((column) => field(row[column])).join('\t')}\n`).join('')
  await new Promise<void>((resolve, reject) => {
    client.query(new Copy(`copy ${table} (${columns.join(', ')}) from stdin`, data, resolve, reject))
  })
}

/** COPY's text format: a backslash before what would end a field or a row. */
function field(value: Value): string {
  if (value === null || value === undefined) return String.raw`\N`
  return String(value).replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? '')
}
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
}

/** What the driver asks of a query of one's own. */
class Copy implements Submittable {
  readonly #command: string
  readonly #data: string
  readonly #done: () => void
  readonly #failed: (error: Error) => void

  constructor(command: string, data: string, done: () => void, failed: (error: Error) => void) {
    this.#command = command
    this.#data = data
    this.#done = done
    this.#failed = failed
  }

  submit(connection: Connection): void {
    ;(connection as unknown as { query(text: string): void }).query(this.#command)
  }

  handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }): void {
    connection.sendCopyFromChunk(Buffer.from(this.#data))
    connection.endCopyFrom()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done()
  }

  handleError(error: Error): void {
    this.#failed(error)
  }
}
