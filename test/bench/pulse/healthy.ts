import { type Contestant, type ContestantProgram } from '../contestant.ts'
import { followings } from '../fanout/question.ts'
import type { Run } from '../harness.ts'
import { socketUrl } from '../open-socket.ts'
import { commonTickets } from '../send/bench.ts'
import { ours, type Stage } from '../stage.ts'
import { startPulse } from './pulse.ts'

/** A node with followers who read all they get, and another one through which messages are written. */
export interface Healthy {
  readonly node: Contestant
  readonly databaseUrl: string
  readonly tokens: readonly string[]
  /** Writes at the stage's rate, and answers how long the messages took to the followers. */
  run(seconds: number): Promise<Run>
}

export const oporaProgram: ContestantProgram = { name: ours, program: 'test/bench/opora-program.ts' }

/** Everything on a ticket, by its number in the one order of the log. */
export const ticketEventsQuery = `subscription Follow($ticketId: ID!) {
  ticketEvents(ticketId: $ticketId) {
    __typename cursor
    ... on MessageSent { seq message { id seq text author { kind name } createdAt } }
  }
}`

const followerCount = 200
const askerCount = 32

/** Half of the followers have the stream that goes out at once, half the one that waits for the order of the log. */
export async function startHealthy(
  stage: Stage,
  name: string,
  special: Pick<ContestantProgram, 'settings' | 'flags'> = {},
): Promise<Healthy> {
  const databaseUrl = await stage.database.copy(name)
  const databaseOf = async () => databaseUrl
  const [node] = await stage.start([{ ...oporaProgram, ...special }], databaseOf)
  const [writer] = await stage.start([oporaProgram], databaseOf)
  if (node === undefined || writer === undefined) throw new Error('no node was started')
  const tickets = await commonTickets(stage.database.url)
  const tokens = await stage.tokens(askerCount)
  const pulse = startPulse()
  stage.onClear(pulse.stop)
  const followers = Array.from({ length: followerCount }, (_, index) => ({
    token: tokens[index % tokens.length] ?? '',
    ticketId: `tkt_${tickets[index % tickets.length]}`,
    query: Math.floor(index / tickets.length) % 2 === 0 ? followings.ticket : ticketEventsQuery,
  }))
  stage.tell(`${name}: ${followerCount} followers of ${tickets.length} tickets`)
  await pulse.run({ kind: 'follow', url: socketUrl(node.url), followers })
  return {
    node,
    databaseUrl,
    tokens,
    async run(seconds) {
      const task = { kind: 'pulse', url: writer.url, tokens, rate: stage.live.rate, seconds } as const
      const { deliveries, seconds: spent, p50Ms, p99Ms } = await pulse.run(task)
      return { units: deliveries, seconds: spent, p50Ms, p99Ms }
    },
  }
}
