import type { SentDocument } from './operation.ts'

/** What is sent to subscribe. It is read again at each reconnect, so that changed variables count from then on. */
export class Subscribing {
  /** Empty as long as the id stands for it. */
  query: string
  variables: Record<string, unknown>
  readonly extensions?: Record<string, unknown>
  /** Not sent as it stands. */
  readonly #text: string

  constructor({ text, persistedQuery }: SentDocument, variables: Record<string, unknown>) {
    this.#text = text
    this.variables = variables
    this.query = persistedQuery === null ? text : ''
    if (persistedQuery !== null) this.extensions = { persistedQuery }
  }

  get text(): string {
    return this.#text
  }

  /** From now on the text is sent too; false when it was before. */
  addText(): boolean {
    if (this.query !== '') return false
    this.query = this.#text
    return true
  }
}
