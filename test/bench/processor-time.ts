import { readdirSync, readFileSync } from 'node:fs'

/** How much processor time a process and its descendants have used since they began, from Linux' /proc. */

/** Of all systems Node runs on: the unit in which Linux tells times to programs. */
const ticksPerSecond = 100

interface Usage {
  readonly parentId: number
  /** Its own time, and that of its children that have ended. */
  readonly ticks: number
}

/**
 * The processor time of a process tree in milliseconds, to 10 ms. Children that ended count too.
 * @throws when there is no /proc, or no such process
 */
export function processorMilliseconds(rootId: number): number {
  const usages = readUsages()
  const root = usages.get(rootId)
  if (root === undefined) throw new Error(`process ${rootId} has ended`)
  const children = new Map<number, number[]>()
  for (const [id, { parentId }] of usages) children.set(parentId, [...(children.get(parentId) ?? []), id])
  let ticks = 0
  const waiting = [rootId]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    ticks += usages.get(id)?.ticks ?? 0
    waiting.push(...(children.get(id) ?? []))
  }
  return (ticks * 1_000) / ticksPerSecond
}

function readUsages(): Map<number, Usage> {
  if (process.platform !== 'linux')
    throw new Error('the benchmarks read processor times from /proc: Linux only')
  const usages = new Map<number, Usage>()
  for (const name of readdirSync('/proc')) {
    const id = Number(name)
    const usage = Number.isInteger(id) ? readUsage(id) : null
    if (usage !== null) usages.set(id, usage)
  }
  return usages
}

function readUsage(id: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1')
    // The second field is the program's name in brackets and may hold spaces: count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number)
    return { parentId: Number(fields[1]), ticks: user + system + childUser + childSystem }
  } catch {
    // It has ended since the folder was read.
    return null
  }
}
