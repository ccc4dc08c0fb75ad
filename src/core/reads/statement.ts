/** A read that is not known as SQL: Prisma itself answers it. */
export class UnknownRead extends Error {}

/** One statement in the making: its parameters, and names for its tables. */
export class Statement {
  readonly values: unknown[] = []
  #tables = 0

  /** Takes a value in as a parameter. */
  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  /** A name for a table that no other table of the statement has. */
  alias(): string {
    this.#tables += 1
    return `t${this.#tables}`
  }
}

export type Given = Readonly<Record<string, unknown>>

/** Whether a value is an object of conditions or selections, and no value of a column. */
export function isGiven(value: unknown): value is Given {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
