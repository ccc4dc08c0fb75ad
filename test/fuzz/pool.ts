import type { Chance } from './chance.ts'

const mostOfAKind = 400
const idShape = /\b[a-z]{3}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g
const cursorShape = /"(?:cursor|endCursor|startCursor)":"([^"\\]+)"/g
const numberShape = /\b[A-Z]-\d{6,}\b/g

/** What the server has given out, to be sent back to it: the ids of things that are there, cursors, numbers. */
export class Pool {
  readonly #ids = new Map<string, string[]>()
  readonly #cursors: string[] = []
  readonly #numbers: string[] = []

  take(text: string): void {
    for (const [id] of text.matchAll(idShape)) {
      const kind = id.slice(0, 3)
      const known = this.#ids.get(kind) ?? []
      this.#ids.set(kind, known)
      keep(known, id)
    }
    for (const [, cursor = ''] of text.matchAll(cursorShape)) keep(this.#cursors, cursor)
    for (const [number] of text.matchAll(numberShape)) keep(this.#numbers, number)
  }

  /** An id of the kind, or sometimes of another; null while there is none. */
  id(kind: string | null, chance: Chance): string | null {
    const ofKind = kind === null ? undefined : this.#ids.get(kind)
    if (ofKind !== undefined && chance.is(85)) return chance.pick(ofKind)
    const others = [...this.#ids.values()]
    return others.length === 0 ? null : chance.pick(chance.pick(others))
  }

  cursor(chance: Chance): string | null {
    return this.#cursors.length === 0 ? null : chance.pick(this.#cursors)
  }

  number(chance: Chance): string | null {
    return this.#numbers.length === 0 ? null : chance.pick(this.#numbers)
  }
}

function keep(list: string[], value: string): void {
  if (list.includes(value)) return
  if (list.length >= mostOfAKind) list.shift()
  list.push(value)
}
