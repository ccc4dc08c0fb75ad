import { setTimeout as pause } from 'node:timers/promises'
import { createClient, type Operation } from '../../../src/client/index.ts'
import { serveTasks } from '../load.ts'
import { openAll } from '../open-socket.ts'
import type { CrowdReport, CrowdTask } from './crowd.ts'

/** Many clients, each with a connection and a subscription of its own, as apps have them. */

interface Item {
  readonly __typename: string
  readonly seq?: number
}
type Stream = Operation<{ item: Item }, { ticketId: string; after?: string }>

const query = `subscription Follow($ticketId: ID!, $after: String) {
  item: ticketEvents(ticketId: $ticketId, after: $after) { __typename cursor ... on MessageSent { seq } }
}` as unknown as Stream

class Follower {
  readonly ticketId: string
  readonly seqs: number[] = []
  isLive = false
  changedAtMs = 0

  constructor(ticketId: string) {
    this.ticketId = ticketId
  }

  follow(url: string, token: string): void {
    const client = createClient({ url, token })
    const onState = (state: string) => {
      this.isLive = state === 'live'
      this.changedAtMs = Date.now()
    }
    void (async () => {
      for await (const { item } of client.follow(query, { ticketId: this.ticketId }, { onState })) {
        this.take(item)
      }
      throw new Error('a stream is over')
    })().catch((error: unknown) => errors.push(error instanceof Error ? error.message : String(error)))
  }

  take({ __typename, seq }: Item): void {
    if (seq === undefined) {
      if (__typename !== 'CaughtUp') errors.push(__typename)
      return
    }
    this.seqs.push(seq)
    this.changedAtMs = Date.now()
  }
}

const followers: Follower[] = []
const errors: string[] = []

serveTasks(async (task: CrowdTask): Promise<CrowdReport> => {
  if (task.kind === 'follow') {
    await openAll(task.count, async (index) => await start(task, index))
    return report({})
  }
  if (task.kind === 'lost') {
    await until(task.seconds, () => followers.every(({ isLive }) => !isLive))
    return report({})
  }
  const lengths = new Map(Object.entries(task.expected).map(([ticketId, seqs]) => [ticketId, seqs.length]))
  await until(task.seconds, () =>
    followers.every(({ isLive, seqs, ticketId }) => isLive && seqs.length >= (lengths.get(ticketId) ?? 0)),
  )
  return report(task.expected)
})

async function start({ url, tokens, tickets }: Extract<CrowdTask, { kind: 'follow' }>, index: number) {
  const follower = new Follower(tickets[index % tickets.length] ?? '')
  followers.push(follower)
  follower.follow(url, tokens[index % tokens.length] ?? '')
  await until(60, () => follower.isLive)
}

async function until(seconds: number, isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + seconds * 1_000
  while (!isSo() && Date.now() < deadline) await pause(20)
}

function report(expected: Readonly<Record<string, readonly number[]>>): CrowdReport {
  const isRight = ({ ticketId, seqs }: Follower) =>
    JSON.stringify(seqs) === JSON.stringify(expected[ticketId] ?? [])
  const live = followers.filter(({ isLive }) => isLive).length
  return {
    live,
    offline: followers.length - live,
    errors: errors.slice(0, 20),
    wrong: followers.filter((follower) => !isRight(follower)).length,
    lastAtMs: followers.reduce((last, { changedAtMs }) => Math.max(last, changedAtMs), 0),
  }
}
