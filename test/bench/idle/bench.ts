import type { Contestant, ContestantProgram } from '../contestant.ts'
import { withClient } from '../database.ts'
import type { Facts } from '../facts.ts'
import { type FollowerReport, type FollowerTask, startFollowers } from '../fanout/followers.ts'
import { type Following, followings } from '../fanout/question.ts'
import type { Worker } from '../load.ts'
import { settledBytes } from '../memory.ts'
import { socketUrl } from '../open-socket.ts'
import { ours, type Stage } from '../stage.ts'

const programs: readonly ContestantProgram[] = [
  { name: ours, program: 'test/bench/opora-program.ts', flags: ['--expose-gc'] },
  { name: 'limit', program: 'test/bench/fanout/limit-program.ts', flags: ['--expose-gc'] },
]

const askerCount = 32
const processCount = 2
const ticketCount = 1_000
/** What a process has once and for all is there before it is measured. */
const firstCount = 250

/** Subscriptions of many tickets, as buyers have them, then of the inbox, as operators do. */
export async function benchIdle(stage: Stage): Promise<Facts[]> {
  return [await benchFollowing(stage, 'ticket'), await benchFollowing(stage, 'inbox')]
}

async function benchFollowing(stage: Stage, following: Following): Promise<Facts> {
  const { connections } = stage.live
  const databaseUrl = await stage.database.copy(`idle_${following}`)
  const bytes = new Map<string, number[]>()
  for (let round = 0; round < stage.pace.rounds; round += 1) {
    for (const program of round % 2 === 0 ? programs : programs.toReversed()) {
      const [contestant] = await stage.start([program], async () => databaseUrl)
      if (contestant === undefined) continue
      const each = await bytesPerConnection(stage, contestant, following, databaseUrl)
      bytes.set(program.name, [...(bytes.get(program.name) ?? []), each])
      stage.tell(`idle, ${following}: round ${round + 1}: ${program.name} ${each.toFixed(0)} bytes`)
      await stage.clear()
    }
  }
  const [mine = [], theirs = []] = programs.map(({ name }) => bytes.get(name))
  const key = following === 'inbox' ? ':inbox' : ''
  return {
    key,
    title: `idle, ${connections} subscriptions of ${following === 'inbox' ? 'the inbox' : 'many tickets'}`,
    facts: [
      { name: `${ours}Bytes${key}`, what: 'memory of a subscription', unit: 'bytes', values: mine },
      { name: `limitBytes${key}`, what: 'memory of a bare `ws` connection', unit: 'bytes', values: theirs },
    ],
    ratios: { [`limit${key}`]: mine.map((own, round) => (theirs[round] ?? Number.NaN) / own) },
    goals: { [`limit${key}`]: 0.5 },
  }
}

type Crowd = Worker<FollowerTask, FollowerReport>

async function bytesPerConnection(
  stage: Stage,
  contestant: Contestant,
  following: Following,
  databaseUrl: string,
): Promise<number> {
  const { connections } = stage.live
  const tickets = following === 'ticket' ? await openTickets(databaseUrl) : []
  const tokens = await stage.tokens(askerCount)
  const variables = following === 'ticket' ? tickets.map((ticketId) => ({ ticketId })) : [{}]
  const query = followings[following]
  const task = { kind: 'follow', url: socketUrl(contestant.url), tokens, query, variables } as const
  const crowds = Array.from({ length: processCount }, () => {
    const crowd = startFollowers()
    stage.onClear(crowd.stop)
    return crowd
  })
  const [first] = crowds
  await first?.run({ ...task, count: firstCount })
  const before = await settledBytes(contestant.processId)
  const share = Math.ceil(connections / processCount)
  await Promise.all(crowds.map(async (crowd) => await crowd.run({ ...task, count: share })))
  const after = await settledBytes(contestant.processId)
  await assertSubscribed(contestant, crowds, { token: tokens[0] ?? '', tickets, databaseUrl, share })
  return (after - before) / (share * processCount)
}

interface Proof {
  readonly token: string
  readonly tickets: readonly string[]
  readonly databaseUrl: string
  readonly share: number
}

const deliverySeconds = 60

/** @throws when a message does not come to everybody it is for: what was measured were no subscriptions */
async function assertSubscribed(
  { name, url }: Contestant,
  crowds: readonly Crowd[],
  { token, tickets, databaseUrl, share }: Proof,
): Promise<void> {
  const [ticketId = (await openTickets(databaseUrl))[0] ?? ''] = tickets
  const before = await Promise.all(
    crowds.map(async (crowd) => await crowd.run({ kind: 'wait', received: 0, seconds: 0 })),
  )
  await publish(name, url, token, ticketId)
  // The bare server knows of no tickets: it sends to all.
  const step = name === ours ? Math.max(1, tickets.length) : 1
  for (const [index, crowd] of crowds.entries()) {
    const own = Math.ceil(share / step) + (index === 0 ? Math.ceil(firstCount / step) : 0)
    const expected = (before[index]?.received ?? 0) + own
    const { received } = await crowd.run({ kind: 'wait', received: expected, seconds: deliverySeconds })
    if (received !== expected)
      throw new Error(`${name}: ${received} of ${expected} idle subscriptions are alive`)
  }
}

async function publish(name: string, url: string, token: string, ticketId: string): Promise<void> {
  const text = 'Is anybody there?'
  const query = `mutation Send($input: MessageSendInput!) {
    messageSend(input: $input) { ... on MessageSendPayload { message { id } } }
  }`
  const body =
    name === ours ? { query, variables: { input: { ticketId, text, keepOpen: true } } } : { ticketId, text }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = await response.text()
  if (response.status !== 200 || answer.includes('"errors"')) throw new Error(`${name} refused: ${answer}`)
}

/** Tickets that every operator sees, those first that may be written to. */
async function openTickets(databaseUrl: string): Promise<string[]> {
  return await withClient(databaseUrl, async (client) => {
    const found = await client.query<{ id: string }>(
      `select id from tickets where team_id is null order by serial limit ${ticketCount}`,
    )
    return found.rows.map(({ id }) => `tkt_${id}`)
  })
}
