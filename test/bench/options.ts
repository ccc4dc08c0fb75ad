import { parseArgs } from 'node:util'
import type { Pace } from './harness.ts'

export interface Options {
  /** Which benchmarks, by name; empty for all. */
  readonly names: readonly string[]
  readonly json: boolean
  readonly pace: Pace
  readonly tickets: number
  /** Of the large database that `growth` compares with the usual one. */
  readonly grownTickets: number
  readonly followers: readonly number[]
  readonly live: LiveScale
  readonly only: readonly string[] | null
  /** True for a run whose figures count: everything measured, at full scale. */
  readonly isWhole: boolean
}

/** How large the measurements of real time are. */
export interface LiveScale {
  /** Messages written in a second where a load goes on by itself. */
  readonly rate: number
  /** How long the one long stall lasts, after the rounds. */
  readonly stallSeconds: number
  /** How long a write transaction is held open, and the round it is held in lasts. */
  readonly heldSeconds: number
  /** Connections whose memory is measured. */
  readonly connections: number
  /** Subscriptions that come back after a node was killed. */
  readonly reconnects: number
}

interface Scale extends Pace {
  readonly tickets: number
  readonly grownTickets: number
  readonly followers: number
  readonly live: LiveScale
}

const scales: Readonly<Record<'full' | 'small', Scale>> = {
  full: {
    rounds: 5,
    seconds: 3,
    tickets: 10_000,
    grownTickets: 1_000_000,
    followers: 1_000,
    live: { rate: 200, stallSeconds: 60, heldSeconds: 5, connections: 5_000, reconnects: 10_000 },
  },
  /** Shows in a minute that everything runs; its figures say nothing. */
  small: {
    rounds: 2,
    seconds: 0.3,
    tickets: 500,
    grownTickets: 2_000,
    followers: 20,
    live: { rate: 40, stallSeconds: 3, heldSeconds: 1, connections: 300, reconnects: 300 },
  },
}

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
      'grown-tickets': { type: 'string' },
      followers: { type: 'string' },
      rate: { type: 'string' },
      'stall-seconds': { type: 'string' },
      'held-seconds': { type: 'string' },
      connections: { type: 'string' },
      reconnects: { type: 'string' },
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
    grownTickets: positive('grown-tickets', values['grown-tickets'], scale.grownTickets),
    followers: (values.followers ?? '')
      .split(',')
      .map((text) => positive('followers', text, scale.followers)),
    live: {
      rate: positive('rate', values.rate, scale.live.rate),
      stallSeconds: positive('stall-seconds', values['stall-seconds'], scale.live.stallSeconds),
      heldSeconds: positive('held-seconds', values['held-seconds'], scale.live.heldSeconds),
      connections: positive('connections', values.connections, scale.live.connections),
      reconnects: positive('reconnects', values.reconnects, scale.live.reconnects),
    },
    only: values.contestants?.split(',') ?? null,
    isWhole: positionals.length === 0 && values.contestants === undefined && values.scale === 'full',
  }
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined || text === '' ? otherwise : Number(text)
  if (value > 0) return value
  throw new Error(`--${name} takes a number above 0`)
}
