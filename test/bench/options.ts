import { parseArgs } from 'node:util'
import type { Pace } from './harness.ts'

export interface Options {
  /** Which benchmarks, by name; empty for all. */
  readonly names: readonly string[]
  readonly json: boolean
  readonly pace: Pace
  readonly tickets: number
  readonly followers: readonly number[]
  readonly only: readonly string[] | null
  /** True for a run whose figures count: everything measured, at full scale. */
  readonly isWhole: boolean
}

const scales = {
  full: { rounds: 5, seconds: 3, tickets: 10_000, followers: 1_000 },
  /** Shows in a minute that everything runs; its figures say nothing. */
  small: { rounds: 2, seconds: 0.3, tickets: 500, followers: 20 },
} as const

/** @throws in one line when an option is wrong */
export function readOptions(words: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      tickets: { type: 'string' },
      followers: { type: 'string' },
      contestants: { type: 'string' },
      scale: { type: 'string', default: 'full' },
    },
  })
  if (values.scale !== 'full' && values.scale !== 'small') throw new Error('--scale is full or small')
  const scale = scales[values.scale]
  return {
    names: positionals,
    json: values.json,
    pace: {
      rounds: positive('rounds', values.rounds, scale.rounds),
      seconds: positive('seconds', values.seconds, scale.seconds),
    },
    tickets: positive('tickets', values.tickets, scale.tickets),
    followers: (values.followers ?? '')
      .split(',')
      .map((text) => positive('followers', text, scale.followers)),
    only: values.contestants?.split(',') ?? null,
    isWhole: positionals.length === 0 && values.contestants === undefined && values.scale === 'full',
  }
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined || text === '' ? otherwise : Number(text)
  if (value > 0) return value
  throw new Error(`--${name} takes a number above 0`)
}
