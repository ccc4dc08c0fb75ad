import { setTimeout as sleep } from 'node:timers/promises'
import { type ImportedConversation, isUnreadable } from './conversation.ts'
import { findInputs, type Input } from './formats.ts'
import type { Progress } from './progress.ts'
import { maximumBatchSize, type Send, sendWithRetries, toBatches } from './send.ts'
import { openSource } from './source-file.ts'
import {
  countRead,
  countResult,
  countUnreadable,
  type FileTally,
  type ImportSummary,
  startSummary,
  startTally,
} from './summary.ts'

export interface ImportOptions {
  /** Files and folders, in the order in which they are imported. */
  paths: readonly string[]
  send: Send
  /** Conversations in one call, 1 to 100. */
  batchSize?: number
  /** Calls under way at the same time, at least 1. */
  concurrency?: number
  progress?: Progress
  /** Waits between tries; milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>
}

/** A call failed for good. What had been done until then stays done; running again goes on from there. */
export class ImportStopped extends Error {
  readonly summary: ImportSummary

  constructor(summary: ImportSummary, cause: unknown) {
    super(`The import stopped: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.summary = summary
  }
}

interface Run {
  send: Send
  batchSize: number
  concurrency: number
  wait: (milliseconds: number) => Promise<unknown>
  progress: Progress | undefined
  summary: ImportSummary
  calls: Set<Promise<void>>
  failure: { cause: unknown } | undefined
  finishedBytes: number
}

/**
 * Reads conversations and sends them in batches; rows that cannot be read or are refused are counted and
 * named, and the rest goes on. Nothing is kept locally: run again, it sends everything again and the server
 * answers `EXISTED`. No more than `concurrency` + 1 batches are in memory. With `concurrency` 1 the order of
 * the files is the order of sending. Throws InputRefused before anything is sent, RangeError for a wrong
 * number, ImportStopped when a batch fails for good.
 */
export async function importChats(options: ImportOptions): Promise<ImportSummary> {
  const { batchSize = maximumBatchSize, concurrency = 4 } = options
  assertWholeNumber('batchSize', batchSize, maximumBatchSize)
  assertWholeNumber('concurrency', concurrency, Number.MAX_SAFE_INTEGER)
  const { inputs, skipped } = await findInputs(options.paths)
  const run: Run = {
    send: options.send,
    batchSize,
    concurrency,
    wait: options.wait ?? sleep,
    progress: options.progress,
    summary: startSummary(skipped),
    calls: new Set(),
    failure: undefined,
    finishedBytes: 0,
  }
  const startedAt = performance.now()
  run.progress?.start(inputs.reduce((sum, { file }) => sum + file.sizeBytes, 0))
  try {
    for (const input of inputs) await importFile(run, input)
  } finally {
    await Promise.all(run.calls)
    run.progress?.stop()
    run.summary.elapsedSeconds = (performance.now() - startedAt) / 1000
  }
  if (run.failure) throw new ImportStopped(run.summary, run.failure.cause)
  return run.summary
}

async function importFile(run: Run, input: Input): Promise<void> {
  if (run.failure) return
  const tally = startTally(run.summary, input)
  const { chunks, doneBytes } = openSource(input.file)
  const conversations = readCounted(run, tally, input.format.read(input.file.name, chunks))
  for await (const batch of toBatches(conversations, run.batchSize)) {
    while (run.calls.size >= run.concurrency) await Promise.race(run.calls)
    if (run.failure) return
    startCall(run, tally, batch)
    const conversationsSoFar = run.summary.files.reduce((sum, file) => sum + file.conversations, 0)
    run.progress?.update(run.finishedBytes + doneBytes(), {
      file: tally.file,
      conversations: conversationsSoFar,
    })
  }
  run.finishedBytes += input.file.sizeBytes
}

async function* readCounted(
  run: Run,
  tally: FileTally,
  readings: ReturnType<Input['format']['read']>,
): AsyncGenerator<ImportedConversation> {
  for await (const reading of readings) {
    if (isUnreadable(reading)) {
      countUnreadable(run.summary, tally, reading)
    } else {
      countRead(tally, reading)
      yield reading
    }
  }
}

/** Starts a call without waiting for it. Its promise never rejects: a failure is kept in `run`. */
function startCall(run: Run, tally: FileTally, batch: ImportedConversation[]): void {
  const call = sendBatch(run, tally, batch)
    .catch((cause: unknown) => {
      run.failure ??= { cause }
    })
    .finally(() => run.calls.delete(call))
  run.calls.add(call)
}

async function sendBatch(run: Run, tally: FileTally, batch: ImportedConversation[]): Promise<void> {
  const isStopped = (): boolean => run.failure !== undefined
  const results = await sendWithRetries(run.send, batch, { wait: run.wait, isStopped })
  for (const [index, result] of results.entries()) countResult(run.summary, tally, batch[index]!, result)
}

function assertWholeNumber(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return
  throw new RangeError(`${name} is a whole number from 1 to ${most}, not ${value}`)
}
