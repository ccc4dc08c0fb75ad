import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Who is still there, told by files named after processes. A killed process cannot take its file away,
 * so a file counts only while its very process lives: pid and time of birth, because pids are used again.
 * Holds for the processes of one machine (one container), on a local disk.
 */

/** When the process began, as the system tells it. Undefined when there is none; a zombie is none. */
export function processBirth(pid: number): string | undefined {
  return process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid)
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in brackets and may hold spaces: count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${fields[19]}.${bootName()}`
  } catch {
    return undefined
  }
}

let bootNameRead: string | undefined
function bootName(): string {
  bootNameRead ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
  return bootNameRead
}

function birthFromPs(pid: number): string | undefined {
  if (process.platform === 'win32') return canBeSignalled(pid) ? 'alive' : undefined
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', `${pid}`], { encoding: 'latin1' }).trim()
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+/, '').replace(/\W/g, '')
  } catch {
    return undefined
  }
}

function canBeSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A name no other call in any process gets, from which anyone can tell whether this process still lives. */
export function ownName(): string {
  return `${process.pid}_${processBirth(process.pid)}_${randomBytes(4).toString('hex')}`
}

/** Whether the process that made this name with `ownName` lives. */
export function isLiving(name: string): boolean {
  const [pid, birth] = name.split('_')
  return birth !== undefined && processBirth(Number(pid)) === birth
}

/** Puts this process's file into the folder and returns the file's name. */
export function enter(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = ownName()
  writeFileSync(join(folder, name), '', { flag: 'wx', mode: 0o600 })
  return name
}

/** Takes the file away; it may be gone already, with the whole folder. */
export function leave(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true })
}

/** The names of the living in this folder, without `mine`. Files of the dead are removed on the way. */
export function others(folder: string, mine: string): string[] {
  return readdirSync(folder).filter((name) => {
    if (name === mine) return false
    if (isLiving(name)) return true
    leave(folder, name)
    return false
  })
}
