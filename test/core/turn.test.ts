import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processBirth } from '../../src/core/postgres/presence.ts'
import { inTurn } from '../../src/core/postgres/turn.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'opora-turn-')), 'turns')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

test('twenty at once go one by one', async () => {
  let inside = 0
  const together: number[] = []
  const work = async () => {
    inside++
    for (let round = 0; round < 5; round++) await pause()
    together.push(inside)
    inside--
  }
  await Promise.all(Array.from({ length: 20 }, () => inTurn(folder, work)))
  expect(together).toEqual(Array.from({ length: 20 }, () => 1))
  expect(readdirSync(folder)).toEqual([])
})

test('work that fails gives up its turn and its error', async () => {
  const failing = inTurn(folder, () => Promise.reject(new Error('did not work')))
  await expect(failing).rejects.toThrow('did not work')
  expect(await inTurn(folder, () => Promise.resolve('next'))).toBe('next')
})

test('the dead do not count, even when their number belongs to another process now', async () => {
  const dead = spawn(process.execPath, ['-e', ''])
  const birth = processBirth(dead.pid ?? 0)
  await once(dead, 'exit')
  mkdirSync(folder)
  writeFileSync(join(folder, `${dead.pid}_${birth}_00000000`), '')
  writeFileSync(join(folder, `${process.pid}_${birth}_00000000`), '1')
  expect(await inTurn(folder, () => Promise.resolve('my turn'))).toBe('my turn')
  expect(readdirSync(folder)).toEqual([])
})
