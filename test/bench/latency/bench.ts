import type { Contestant, ContestantProgram } from '../contestant.ts'
import { followings } from '../fanout/question.ts'
import { assertSameShapes } from '../fanout/shape.ts'
import type { Measurable, Outcome } from '../harness.ts'
import { socketUrl } from '../open-socket.ts'
import { oporaProgram, ticketEventsQuery } from '../pulse/healthy.ts'
import { startPulse } from '../pulse/pulse.ts'
import { commonTickets } from '../send/bench.ts'
import { ours, type Stage } from '../stage.ts'

const limitProgram: ContestantProgram = { name: 'limit', program: 'test/bench/latency/limit-program.ts' }
/** Ours again, by the other stream. */
const inOrder = 'inOrder'

/** Each contestant has two nodes: messages are sent to the one and followed on the other, by one subscriber a ticket. */
export async function benchLatency(stage: Stage): Promise<Outcome[]> {
  const tokens = await stage.tokens(32)
  const tickets = await commonTickets(stage.database.url)
  const contestants: (Measurable & { readonly frame: string })[] = []
  for (const { program, as, query } of [
    { program: oporaProgram, as: ours, query: followings.ticket },
    { program: limitProgram, as: 'limit', query: followings.ticket },
    { program: oporaProgram, as: inOrder, query: ticketEventsQuery },
  ]) {
    const databaseUrl = await stage.database.copy(`latency_${as.toLowerCase()}`)
    const [writer] = await stage.start([program], async () => databaseUrl)
    const [reader] = await stage.start([program], async () => databaseUrl)
    if (writer === undefined || reader === undefined) continue
    contestants.push(await measurable(stage, { as, writer, reader, query, tokens, tickets }))
  }
  assertSameShapes(contestants.filter(({ name }) => name !== inOrder))
  const outcome = await stage.compare({
    key: '',
    title: `latency, ${stage.live.rate} messages/s from one node to followers on another`,
    unit: 'message',
    units: 'messages',
    measure: 'p99',
    goals: { limit: 0.667 },
    contestants,
  })
  await stage.clear()
  return [outcome]
}

interface Pair {
  readonly as: string
  readonly writer: Contestant
  readonly reader: Contestant
  readonly query: string
  readonly tokens: readonly string[]
  readonly tickets: readonly string[]
}

async function measurable(stage: Stage, { as, writer, reader, query, tokens, tickets }: Pair) {
  const pulse = startPulse()
  stage.onClear(pulse.stop)
  const followers = tickets.map((id, index) => ({
    token: tokens[index % tokens.length] ?? '',
    ticketId: `tkt_${id}`,
    query,
  }))
  await pulse.run({ kind: 'follow', url: socketUrl(reader.url), followers })
  const run = async (seconds: number) =>
    await pulse.run({ kind: 'pulse', url: writer.url, tokens, rate: stage.live.rate, seconds })
  const { frame } = await run(1)
  return {
    name: as,
    processId: writer.processId,
    otherProcessIds: [reader.processId],
    frame,
    async run(seconds: number) {
      const { deliveries, seconds: spent, p50Ms, p99Ms } = await run(seconds)
      return { units: deliveries, seconds: spent, p50Ms, p99Ms }
    },
  }
}
