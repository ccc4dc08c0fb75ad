import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { processorMilliseconds } from './processor-time.ts'

/** Burns 100 ms itself, has a child burn as much and end, and a second one burn as much and stay. */
const burn = 'const burn = () => { while (process.cpuUsage().user < 100_000); }; burn();'
const program = `
  const { spawn, spawnSync } = require('node:child_process')
  ${burn}
  spawnSync(process.execPath, ['-e', ${JSON.stringify(burn)}])
  const staying = spawn(process.execPath, ['-e', ${JSON.stringify(`${burn} console.log('done'); process.stdin.resume()`)}])
  staying.stdout.once('data', () => console.log('done'))
  process.stdin.resume().once('end', () => staying.stdin.end())`

test.skipIf(process.platform !== 'linux')(
  'counts a process, its children, and those that have ended',
  async () => {
    const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
    try {
      await once(child.stdout, 'data')
      expect(processorMilliseconds(child.pid ?? 0)).toBeGreaterThanOrEqual(270)
    } finally {
      child.stdin.end()
      await once(child, 'exit')
    }
    expect(() => processorMilliseconds(child.pid ?? 0)).toThrow('has ended')
  },
)
