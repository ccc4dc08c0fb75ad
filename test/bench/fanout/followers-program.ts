import { serveTasks } from '../load.ts'
import { openAll, openSocket, subscription } from '../open-socket.ts'
import type { FollowerReport, FollowerTask } from './followers.ts'

/** Many followers that only count what they get, in a process of their own. */

let received = 0
let lastFrame = ''
let wake = () => {}

serveTasks(async (task: FollowerTask): Promise<FollowerReport> => {
  if (task.kind === 'follow') await follow(task)
  else if (task.kind === 'wait') await waitFor(task.received, task.seconds)
  else await untilQuiet()
  return { received, lastFrame }
})

async function follow({ url, tokens, count, query, variables }: Extract<FollowerTask, { kind: 'follow' }>) {
  await openAll(count, async (index) => {
    const socket = await openSocket(url, tokens[index % tokens.length] ?? '', take)
    socket.send(subscription('1', query, variables[index % variables.length] ?? {}))
  })
}

function take(frame: Buffer): void {
  // Messages only: what tells where a stream stands comes to some contestants' followers alone.
  if (!frame.includes('"text":')) return
  received += 1
  lastFrame = received % 100 === 1 ? frame.toString() : lastFrame
  wake()
}

const firstMs = 20_000
const quietMs = 1_500

async function untilQuiet(): Promise<void> {
  await new Promise<void>((resolve) => {
    let timer = setTimeout(resolve, firstMs)
    wake = () => {
      clearTimeout(timer)
      timer = setTimeout(resolve, quietMs)
    }
  })
  wake = () => {}
}

/** Until so many have come in all, or the time is over. */
async function waitFor(count: number, seconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000)
    wake = () => {
      if (received < count) return
      clearTimeout(timer)
      wake = () => {}
      resolve()
    }
    wake()
  })
}
