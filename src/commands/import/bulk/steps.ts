import { setTimeout as sleep } from 'node:timers/promises'
import { sendWithRetries } from '../send.ts'
import { type Opened, toCalls } from './calls.ts'
import type { StepProgress } from './progress.ts'
import { countUnreadable, formatTallies, startTally, type Tally } from './tally.ts'

/**
 * What the server did with one item. `KNOWN`: it was there before; `STALE`: the server has heard something newer of it,
 * which is as it should be when an import is run again later.
 */
export type ItemResult =
  | { readonly outcome: 'NEW' }
  | { readonly outcome: 'KNOWN' }
  | { readonly outcome: 'STALE' }
  | { readonly outcome: 'REFUSED'; readonly reason: string }

/** One kind of record of an import: all of it is sent before the next step begins, which may build on it. */
interface TypedStep<Item> {
  readonly name: string
  readonly open: () => Promise<Opened<Item>> | Opened<Item>
  /** Idempotent: it may be called again with the same items. Answers in their order. */
  readonly send: (items: Item[]) => Promise<ItemResult[]>
}

/** A step whose items only it knows. */
export type Step = TypedStep<unknown>

/** The one place where the type of the items is forgotten: what a step reads it also sends. */
export function stepOf<Item>(step: TypedStep<Item>): Step {
  return step as unknown as Step
}

/** A call failed for good. What was done until then stays done; running again goes on from there. */
export class StepsStopped extends Error {
  readonly text: string

  constructor(tallies: readonly Tally[], cause: unknown) {
    super(`The import stopped: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.text = formatTallies(tallies)
  }
}

interface StepOptions {
  readonly progress?: StepProgress
  /** Calls under way at the same time. */
  readonly concurrency?: number
  /** Waits between tries; milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

/**
 * Runs the steps one after another, each with a few calls under way. No more than `concurrency` + 1 calls' items are in
 * memory. Items that cannot be read or are refused are counted and named, and the rest goes on.
 * @throws StepsStopped when a call fails for good
 */
export async function runSteps(steps: readonly Step[], options: StepOptions = {}): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const step of steps) {
    const tally = startTally(step.name)
    tallies.push(tally)
    try {
      await runStep(step, tally, options)
    } catch (error) {
      if (error instanceof CallFailed) throw new StepsStopped(tallies, error.cause)
      throw error
    }
  }
  return tallies
}

class CallFailed extends Error {}

async function runStep(step: Step, tally: Tally, options: StepOptions): Promise<void> {
  const { progress, concurrency = 4, wait = sleep } = options
  const startedAt = performance.now()
  const calls = new Set<Promise<void>>()
  let failure: { cause: unknown } | undefined
  const isStopped = () => failure !== undefined
  const opened = await step.open()
  progress?.start(step.name, opened.totalBytes)
  try {
    const readings = toCalls(opened.readings, (row) => countUnreadable(tally, row))
    for await (const items of readings) {
      while (calls.size >= concurrency) await Promise.race(calls)
      if (isStopped()) break
      tally.read += items.length
      const call = sendItems(step, tally, items, { wait, isStopped })
        .catch((cause: unknown) => {
          failure ??= { cause }
        })
        .finally(() => calls.delete(call))
      calls.add(call)
      progress?.update(opened.doneBytes(), tally.read)
    }
  } finally {
    await Promise.all(calls)
    tally.seconds = (performance.now() - startedAt) / 1_000
    progress?.stop(opened.doneBytes(), tally.read)
  }
  if (failure !== undefined) throw new CallFailed(step.name, { cause: failure.cause })
}

async function sendItems(
  step: Step,
  tally: Tally,
  items: readonly { item: unknown; key: string }[],
  retries: { wait: (milliseconds: number) => Promise<unknown>; isStopped: () => boolean },
): Promise<void> {
  const results = await sendWithRetries(
    step.send,
    items.map(({ item }) => item),
    retries,
  )
  for (const [index, result] of results.entries()) {
    if (result.outcome === 'NEW') tally.made += 1
    else if (result.outcome === 'KNOWN') tally.known += 1
    else if (result.outcome === 'STALE') tally.stale += 1
    else tally.refused.add(`${items[index]?.key ?? '?'}: ${result.reason}`)
  }
}
