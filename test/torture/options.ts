import { parseArgs } from 'node:util'

export interface Options {
  readonly seconds: number
  readonly followers: number
  readonly writers: number
  readonly nodes: number
  readonly seed: number
  /** The last line of standard output is the outcome as JSON. */
  readonly json: boolean
}

/** @throws in one line when an option is wrong */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: 'string', default: '60' },
      followers: { type: 'string', default: '200' },
      writers: { type: 'string', default: '20' },
      nodes: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      json: { type: 'boolean', default: false },
    },
  })
  const count = (name: 'seconds' | 'followers' | 'writers' | 'nodes' | 'seed') => {
    const value = Number(values[name])
    if (Number.isInteger(value) && value > 0) return value
    throw new Error(`--${name} takes a whole number above 0`)
  }
  return {
    seconds: count('seconds'),
    followers: count('followers'),
    writers: count('writers'),
    nodes: count('nodes'),
    seed: count('seed'),
    json: values.json,
  }
}
