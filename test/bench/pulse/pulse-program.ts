import { randomUUID } from 'node:crypto'
import { Agent, type OutgoingHttpHeaders, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { serveTasks } from '../load.ts'
import { openAll, openSocket, subscription } from '../open-socket.ts'
import { percentiles } from '../statistics.ts'
import { type PulseReport, type PulseTask, settleRounds } from './pulse.ts'

type Follow = Extract<PulseTask, { kind: 'follow' }>
type Pulse = Extract<PulseTask, { kind: 'pulse' }>

interface Sent {
  readonly atMs: number
  /** Followers it has not come to. */
  awaited: number
}

/** How many follow each ticket. */
const audience = new Map<string, number>()
/** In turn, so that none is idle for so long that the server closes it. */
const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' })
const sent: Sent[] = []
let isSettled = false
let latencies: number[] = []
let outstanding = 0
let frame = ''
let wake = () => {}
let followed: Follow | null = null

serveTasks(async (task: PulseTask): Promise<PulseReport> => {
  if (task.kind === 'follow') {
    followed = task
    await follow(task)
    return { sent: 0, deliveries: 0, seconds: 0, p50Ms: 0, p99Ms: 0, frame }
  }
  if (!isSettled) await settle(task)
  return await pulse(task)
})

async function follow({ url, followers }: Follow): Promise<void> {
  await openAll(followers.length, async (index) => {
    const follower = followers[index]
    if (follower === undefined) return
    const { token, ticketId, query } = follower
    const socket = await openSocket(url, token, take)
    audience.set(ticketId, (audience.get(ticketId) ?? 0) + 1)
    socket.send(subscription('1', query, { ticketId }))
  })
}

/** A message tells its number in its text. */
function take(data: Buffer): void {
  const [, number] = /"text":"#(\d+)#/.exec(data.toString('latin1')) ?? []
  if (number === undefined) return
  const message = sent[Number(number)]
  if (message === undefined) throw new Error(`a message came that was not sent: ${number}`)
  message.awaited -= 1
  if (message.awaited < 0 && isSettled) throw new Error(`message ${number} came twice to somebody`)
  latencies.push(performance.now() - message.atMs)
  outstanding -= 1
  if (latencies.length % 100 === 1) frame = data.toString()
  if (outstanding === 0) wake()
}

const deliverySeconds = 60

async function pulse({ url, tokens, rate, seconds }: Pulse): Promise<PulseReport> {
  latencies = []
  outstanding = 0
  const tickets = [...audience.keys()]
  const startedMs = performance.now()
  const count = Math.max(1, Math.round(rate * seconds))
  const answers: Promise<void>[] = []
  let failure: unknown
  const isDue = () =>
    answers.length < count && performance.now() - startedMs >= (answers.length * 1_000) / rate
  while (answers.length < count) {
    while (isDue()) {
      const turn = answers.length
      const sending = send(url, tokens[turn % tokens.length] ?? '', tickets[turn % tickets.length] ?? '')
      answers.push(
        sending.catch((error: unknown) => {
          failure ??= error
        }),
      )
    }
    await pause(1)
  }
  await Promise.all(answers)
  if (failure !== undefined) throw failure
  await arrival(deliverySeconds)
  if (outstanding > 0) throw new Error(`${outstanding} deliveries of ${count} messages never came`)
  const spentSeconds = (performance.now() - startedMs) / 1_000
  return {
    sent: count,
    deliveries: latencies.length,
    seconds: spentSeconds,
    frame,
    ...percentiles(latencies),
  }
}

/** Until all has come, or the time is over. */
async function arrival(seconds: number): Promise<void> {
  if (outstanding === 0) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  wake = () => {}
}

/** Sends to each ticket until everybody has been reached at once. */
async function settle({ url, tokens }: Pulse): Promise<void> {
  for (let round = 0; round < settleRounds; round += 1) {
    outstanding = 0
    for (const ticketId of audience.keys()) await send(url, tokens[0] ?? '', ticketId)
    await arrival(2)
    if (outstanding === 0) {
      isSettled = true
      return
    }
  }
  throw new Error(`${outstanding} followers of ${followed?.followers.length} are not reached`)
}

const words = 'Your parcel is at the pickup point and waits for you until Friday; the code is in the app.'
const query = `mutation Send($input: MessageSendInput!) {
  messageSend(input: $input) { ... on MessageSendPayload { message { id seq createdAt } } ... on Problem { detail } }
}`

async function send(url: string, token: string, ticketId: string): Promise<void> {
  const awaited = audience.get(ticketId) ?? 0
  const text = `#${sent.length}# ${words}`
  const input = { ticketId, text, clientMessageId: randomUUID(), keepOpen: true }
  const body = JSON.stringify({ query, variables: { input } })
  sent.push({ atMs: performance.now(), awaited })
  outstanding += awaited
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
  }
  await post(url, headers, body)
}

async function post(url: string, headers: OutgoingHttpHeaders, body: string): Promise<void> {
  for (;;) {
    const answer = await exchange(url, headers, body)
    if (answer !== null) {
      if (answer.status === 200 && answer.text.includes('"seq":')) return
      throw new Error(`${url} answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    }
  }
}

interface Answered {
  readonly status: number | undefined
  readonly text: string
}

/** Null when it met a connection just closed: it may go out again, because its key makes it one message. */
async function exchange(url: string, headers: OutgoingHttpHeaders, body: string): Promise<Answered | null> {
  return await new Promise((resolve, reject) => {
    const sending = request(url, { agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }),
      )
    })
    sending.on('error', (error) => {
      if (sending.reusedSocket) resolve(null)
      else reject(error)
    })
    sending.end(body)
  })
}
