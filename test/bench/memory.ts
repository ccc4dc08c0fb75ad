import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** How much memory a process holds, from Linux' /proc: its resident set, in bytes. */
export function residentBytes(processId: number): number {
  return field(processId, 'VmRSS')
}

/** The most it ever held. */
export function peakBytes(processId: number): number {
  return field(processId, 'VmHWM')
}

function field(processId: number, name: string): number {
  const status = readFileSync(`/proc/${processId}/status`, 'latin1')
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
  if (kilobytes === undefined) throw new Error(`process ${processId} has ended`)
  return Number(kilobytes) * 1_024
}

const settleMs = 500
const looks = 30
/** So little of it may change from look to look, three times in a row. */
const still = 0.002

/**
 * What it holds when its garbage is collected and nothing changes any more. The program must be one that `announce`s
 * itself, under `--expose-gc`.
 */
export async function settledBytes(processId: number): Promise<number> {
  let stillCount = 0
  let last = Number.POSITIVE_INFINITY
  for (let look = 0; look < looks && stillCount < 3; look += 1) {
    process.kill(processId, 'SIGUSR2')
    await pause(settleMs)
    const now = residentBytes(processId)
    stillCount = Math.abs(now - last) < still * now ? stillCount + 1 : 0
    last = now
  }
  return last
}

/** Looks at the memory while something goes on: the most it was. */
export async function peakDuring<T>(
  processId: number,
  work: () => Promise<T>,
): Promise<{ result: T; peak: number }> {
  let peak = residentBytes(processId)
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(processId))
  }, 100)
  try {
    const result = await work()
    return { result, peak: Math.max(peak, residentBytes(processId)) }
  } finally {
    clearInterval(timer)
  }
}
