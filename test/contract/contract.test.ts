import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { projectPath } from '../../src/core/project-path.ts'

/** What CI runs, as it runs it; its counts belong to what the tests print. */
it('the contract is kept, described and told', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'src/commands/contract.ts'],
    { cwd: projectPath() },
  ).catch((failed: { stdout: string; stderr: string }) => failed)
  console.log(stdout.trim())
  expect(stderr).toBe('')
  expect(Number(/(\d+) places of the schema are described/.exec(stdout)?.[1])).toBeGreaterThan(2_000)
  expect(stdout).toMatch(/since \d+\.\d+\.\d+ of .*, 0 breaking/)
})
