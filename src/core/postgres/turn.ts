import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import { enter, isLiving, leave, others } from './presence.ts'

const longestWaitSeconds = 600

/**
 * Runs `work` while no other process (or call in this one) is in its turn for the same folder.
 *
 * Lamport's bakery: each draws a number higher than all it sees, and waits for the lower ones. Nobody ever takes a
 * lock away from another, so a process killed in its turn needs no cleaning up that could itself be raced:
 * it is dead, so it does not count.
 * @throws StartRefused when the others take longer than ten minutes
 */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const mine = enter(folder)
  try {
    const number = 1 + Math.max(0, ...others(folder, mine).map((name) => drawn(folder, name) ?? 0))
    writeFileSync(join(folder, mine), `${number}`)
    const deadline = performance.now() + longestWaitSeconds * 1000
    for (const name of others(folder, mine)) {
      while (goesBefore(folder, name, mine, number)) {
        if (performance.now() > deadline) throw new StartRefused(`${join(folder, name)} is held for too long`)
        await pause(10)
      }
    }
    return await work()
  } finally {
    leave(folder, mine)
  }
}

/** The number in the file: 0 while it is being drawn, undefined when the file is gone. */
function drawn(folder: string, name: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, name), 'latin1'))
  } catch {
    return undefined
  }
}

function goesBefore(folder: string, name: string, mine: string, number: number): boolean {
  const theirs = drawn(folder, name)
  if (theirs === undefined || !isLiving(name)) return false
  return theirs < number || (theirs === number && name < mine)
}
