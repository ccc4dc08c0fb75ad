import { expect, test } from 'vitest'
import { peakBytes, peakDuring, residentBytes } from './memory.ts'

const isLinux = process.platform === 'linux'

test.runIf(isLinux)('a process that takes memory is seen to, and its peak stays', async () => {
  const before = residentBytes(process.pid)
  const size = 64 * 2 ** 20
  const taken: Buffer[] = []
  const { result, peak } = await peakDuring(process.pid, async () => {
    taken.push(Buffer.alloc(size, 1))
    return taken.length
  })
  expect(result).toBe(1)
  expect(peak).toBeGreaterThan(before + size / 2)
  expect(peakBytes(process.pid)).toBeGreaterThanOrEqual(before + size / 2)
})

test.runIf(isLinux)('a process that is not there has no memory', () => {
  expect(() => residentBytes(2 ** 22 + 1)).toThrow()
})
