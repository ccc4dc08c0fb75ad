import { SingleBar } from 'cli-progress'

/** Shows how far a step has come, measured in bytes of the file it reads through, with its rate. */
export interface StepProgress {
  start: (name: string, totalBytes: number) => void
  update: (doneBytes: number, items: number) => void
  stop: (doneBytes: number, items: number) => void
}

const linePauseMs = 5_000

/** A bar a step on a terminal; elsewhere a plain line at its start, every 5 seconds and at its end. */
export function showSteps(stream: NodeJS.WritableStream = process.stderr): StepProgress {
  let bar: SingleBar | undefined
  let startedAt = 0
  const state = (items: number) => ({
    items,
    rate: Math.round((items * 1_000) / Math.max(1, performance.now() - startedAt)),
  })
  return {
    start(name, totalBytes) {
      startedAt = performance.now()
      bar = new SingleBar({
        stream,
        format: `${name} [{bar}] {percentage}% | {items} items, {rate}/s | {duration}s, {eta}s left`,
        noTTYOutput: true,
        notTTYSchedule: linePauseMs,
        etaBuffer: 20,
        // Trims to the width of the terminal instead of switching its wrapping off, which an interrupt would leave so.
        linewrap: true,
      })
      bar.start(totalBytes, 0, state(0))
    },
    update: (doneBytes, items) => bar?.update(doneBytes, state(items)),
    stop(doneBytes, items) {
      bar?.update(doneBytes, state(items))
      bar?.stop()
    },
  }
}
