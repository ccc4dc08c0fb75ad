import type { Contestant, ContestantProgram } from '../contestant.ts'
import type { Measurable, Outcome } from '../harness.ts'
import type { Worker } from '../load.ts'
import { socketUrl } from '../open-socket.ts'
import { commonTickets } from '../send/bench.ts'
import { ours, type Stage } from '../stage.ts'
import { type FollowerReport, type FollowerTask, startFollowers } from './followers.ts'
import { type Following, followings } from './question.ts'
import { assertSameShapes } from './shape.ts'

const oporaProgram: ContestantProgram = { name: ours, program: 'test/bench/opora-program.ts' }
const fanoutPrograms: readonly ContestantProgram[] = [
  oporaProgram,
  { name: 'limit', program: 'test/bench/fanout/limit-program.ts' },
  { name: 'naive', program: 'test/bench/fanout/naive-program.ts' },
  { name: 'mercurius', program: 'test/bench/contestants/mercurius-fanout.mjs' },
]

/** Followers are of so many different operators, whose teams are of eight kinds. */
const askerCount = 32
const deliverySeconds = 120

/** One message to all followers of a ticket, then of an inbox; the next when the last one has reached everybody. */
export async function benchFanout(stage: Stage): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const count of stage.followers) {
    for (const following of ['ticket', 'inbox'] as const) {
      outcomes.push(await benchFollowing(stage, following, count, count !== stage.followers[0]))
    }
  }
  return outcomes
}

async function benchFollowing(
  stage: Stage,
  following: Following,
  count: number,
  isFurther: boolean,
): Promise<Outcome> {
  const copy = await stage.database.copy(`fanout_${following}_${count}`)
  const databaseOf = async (name: string) => (name === ours ? copy : stage.database.url)
  const contestants = await stage.start(fanoutPrograms, databaseOf)
  // Messages are written through another node: what writing costs is measured by `send`.
  const writers = await stage.start([oporaProgram], databaseOf)
  const [ticketId = ''] = await commonTickets(stage.database.url)
  const tokens = await stage.tokens(askerCount)
  const crowds: Crowd[] = []
  for (const contestant of contestants) {
    stage.tell(`${contestant.name}: ${count} followers of one ${following}`)
    const writer = writers.find(({ name }) => name === contestant.name) ?? contestant
    const publish = publisher(writer, tokens[0] ?? '', `tkt_${ticketId}`)
    crowds.push(
      await gather(stage, { contestant, publish, tokens, ticketId: `tkt_${ticketId}`, following, count }),
    )
  }
  assertSameShapes(crowds)
  const outcome = await stage.compare({
    key: [following === 'inbox' ? 'inbox' : '', isFurther ? count : ''].filter(Boolean).join(':'),
    title: `fanout, ${count} followers of one ${following}`,
    unit: 'delivery',
    units: 'deliveries',
    measure: 'serverTime',
    goals: { limit: 1 / 1.25, naive: 4 },
    contestants: crowds,
  })
  await stage.clear()
  return outcome
}

interface Crowd extends Measurable {
  readonly frame: string
}

interface Gathering {
  readonly contestant: Contestant
  readonly publish: () => Promise<void>
  readonly tokens: readonly string[]
  readonly ticketId: string
  readonly following: Following
  readonly count: number
}

/** Lets the followers in, and answers when a message has reached every one of them. */
async function gather(stage: Stage, gathering: Gathering): Promise<Crowd> {
  const { contestant, publish, tokens, ticketId, following, count } = gathering
  const followers = startFollowers()
  stage.onClear(followers.stop)
  const query = followings[following]
  const variables = [following === 'ticket' ? { ticketId } : {}]
  await followers.run({
    kind: 'follow',
    url: socketUrl(contestant.url),
    tokens,
    count,
    query,
    variables,
  })
  const { received, lastFrame } = await reachAll(followers, publish, count)
  let expected = received
  return {
    name: contestant.name,
    processId: contestant.processId,
    frame: lastFrame,
    async run(seconds) {
      const started = performance.now()
      const latencies: number[] = []
      while (performance.now() - started < seconds * 1_000) {
        const published = performance.now()
        expected += count
        await publish()
        const report = await followers.run({ kind: 'wait', received: expected, seconds: deliverySeconds })
        if (report.received !== expected) {
          throw new Error(`${contestant.name} delivered ${report.received} messages instead of ${expected}`)
        }
        latencies.push(performance.now() - published)
      }
      latencies.sort((one, other) => one - other)
      const at = (share: number) =>
        latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0
      const spentSeconds = (performance.now() - started) / 1_000
      return { units: latencies.length * count, seconds: spentSeconds, p50Ms: at(0.5), p99Ms: at(0.99) }
    },
  }
}

/** A subscription is not acknowledged: messages are sent until one of them has come to all followers at once. */
async function reachAll(
  followers: Worker<FollowerTask, FollowerReport>,
  publish: () => Promise<void>,
  count: number,
): Promise<FollowerReport> {
  const attempts = 20
  let before = 0
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await publish()
    const report = await followers.run({ kind: 'quiet' })
    if (report.received === before + count) return report
    before = report.received
  }
  throw new Error(`only ${before} messages came to ${count} followers`)
}

const words =
  'Your parcel is at the pickup point and waits for you until Friday; the code is in the app. Anything else?'

function publisher({ name, url }: Contestant, token: string, ticketId: string): () => Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const query = `mutation Send($input: MessageSendInput!) {
    messageSend(input: $input) { ... on MessageSendPayload { message { id } } }
  }`
  const body = JSON.stringify(
    name === ours
      ? { query, variables: { input: { ticketId, text: words, keepOpen: true } } }
      : { ticketId, text: words },
  )
  return async () => {
    const response = await fetch(url, { method: 'POST', headers, body })
    const answer = await response.text()
    if (response.status !== 200 || answer.includes('"errors"')) throw new Error(`${name} refused: ${answer}`)
  }
}
