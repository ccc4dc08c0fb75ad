import { SingleBar } from 'cli-progress'

/** Shows how far an import has come, measured in bytes of the files as they lie on the disk. */
export interface Progress {
  start: (totalBytes: number) => void
  update: (doneBytes: number, current: { file: string; conversations: number }) => void
  stop: () => void
}

const linePauseMs = 5_000

/** A bar on a terminal; elsewhere a plain line at the start, every 5 seconds and at the end. */
export function showProgress(stream: NodeJS.WritableStream = process.stderr): Progress {
  const bar = new SingleBar({
    stream,
    format:
      'import [{bar}] {percentage}% | {conversations} conversations | {duration}s, {eta}s left | {file}',
    noTTYOutput: true,
    notTTYSchedule: linePauseMs,
    etaBuffer: 50,
    // Trims to the width of the terminal instead of switching its wrapping off, which an interrupt would
    // leave so.
    linewrap: true,
  })
  return {
    start: (totalBytes) => bar.start(totalBytes, 0, { file: '', conversations: 0 }),
    update: (doneBytes, current) => bar.update(doneBytes, current),
    stop: () => bar.stop(),
  }
}
