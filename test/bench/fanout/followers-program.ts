import { once } from 'node:events'
import { WebSocket } from 'ws'
import { serveTasks } from '../load.ts'
import type { FollowerReport, FollowerTask } from './followers.ts'

/** Many followers that only count what they get, in a process of their own. */

let received = 0
let lastFrame = ''
let wake = () => {}
const sockets: WebSocket[] = []

serveTasks(async (task: FollowerTask): Promise<FollowerReport> => {
  if (task.kind === 'follow') await follow(task)
  else if (task.kind === 'wait') await waitFor(task.received, task.seconds)
  else await untilQuiet()
  return { received, lastFrame }
})

async function follow({ url, tokens, count, query, variables }: Extract<FollowerTask, { kind: 'follow' }>) {
  const subscription = JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } })
  const atOnce = 50
  for (let first = 0; first < count; first += atOnce) {
    const indexes = Array.from({ length: Math.min(atOnce, count - first) }, (_, offset) => first + offset)
    await Promise.all(indexes.map((index) => open(url, tokens[index % tokens.length] ?? '', subscription)))
  }
}

async function open(url: string, token: string, subscription: string): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws', {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  })
  sockets.push(socket)
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
  const [acknowledgement] = (await once(socket, 'message')) as [Buffer]
  if (!acknowledgement.includes('connection_ack')) throw new Error(`refused: ${acknowledgement.toString()}`)
  socket.on('message', (frame: Buffer) => {
    // Messages only: what tells where a stream stands comes to some contestants' followers alone.
    if (frame.includes('"text":')) {
      received += 1
      lastFrame = received % 100 === 1 ? frame.toString() : lastFrame
      wake()
    } else if (
      frame.includes('"errors"') ||
      frame.includes('"type":"error"') ||
      frame.includes('"complete"')
    ) {
      throw new Error(`a follower got ${frame.toString().slice(0, 300)}`)
    }
  })
  socket.on('close', (code) => {
    throw new Error(`a follower was cut off: ${code}`)
  })
  socket.send(subscription)
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
