import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { showProgress } from '../../src/commands/import/progress.ts'

function createOutput(terminal: object) {
  const written: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString())
      done()
    },
  })
  return { stream: Object.assign(stream, terminal), text: () => written.join('') }
}

test('elsewhere than on a terminal it writes plain lines', () => {
  const { stream, text } = createOutput({})
  const progress = showProgress(stream)
  progress.start(2_000)
  progress.update(1_000, { file: 'a.csv', conversations: 7 })
  progress.stop()
  const lines = text().split('\n')
  expect(lines[0]).toMatch(/^import \[-{40}\] 0% \| 0 conversations \| /)
  expect(lines[1]).toMatch(/^import \[={20}-{20}\] 50% \| 7 conversations \| 0s, \d+s left \| a\.csv$/)
  expect(text()).not.toContain('\u001b')
})

test('on a terminal it draws over its own line', () => {
  const { stream, text } = createOutput({ isTTY: true, columns: 200 })
  const progress = showProgress(stream)
  progress.start(2_000)
  progress.update(2_000, { file: 'a.csv', conversations: 7 })
  progress.stop()
  expect(text()).toContain('\u001b[1G')
  expect(text()).toContain('100% | 7 conversations')
  // Wrapping stays as it was, so an interrupted import leaves the terminal usable.
  expect(text()).not.toContain('\u001b[?7l')
})
