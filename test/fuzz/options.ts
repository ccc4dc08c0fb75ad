import { parseArgs } from 'node:util'

export interface Options {
  readonly seconds: number
  /** The same seed gives the same cases; what they meet depends on the ids that the server gives out. */
  readonly seed: number
  /** How many cases run at a time. */
  readonly workers: number
  /** The last line of standard output is the outcome as JSON. */
  readonly json: boolean
}

/** @throws in one line when an option is wrong */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: 'string', default: '30' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      workers: { type: 'string', default: '6' },
      json: { type: 'boolean', default: false },
    },
  })
  const count = (name: 'seconds' | 'seed' | 'workers') => {
    const value = Number(values[name])
    if (Number.isInteger(value) && value > 0) return value
    throw new Error(`--${name} takes a whole number above 0`)
  }
  return { seconds: count('seconds'), seed: count('seed'), workers: count('workers'), json: values.json }
}
