import type { Contestant, ContestantProgram } from '../contestant.ts'
import { withClient } from '../database.ts'
import { commonTicketCount } from '../fill.ts'
import type { Outcome } from '../harness.ts'
import type { LoadRequest } from '../load.ts'
import type { Stage } from '../stage.ts'
import { requestsBy } from '../tokens.ts'

const sendPrograms: readonly ContestantProgram[] = [
  { name: 'opora', program: 'test/bench/opora-program.ts' },
  { name: 'limit', program: 'test/bench/send/limit-program.ts' },
]

export const senderCount = commonTicketCount

const sendQuery = `mutation Send($input: MessageSendInput!) {
  messageSend(input: $input) { ... on MessageSendPayload { message { id seq createdAt } } }
}`

/** Sending a message so that it is kept: 64 senders on 64 tickets, then 64 on one. Each contestant has its own copy. */
export async function benchSend(stage: Stage): Promise<Outcome[]> {
  const urls = new Map<string, string>()
  const contestants = await stage.start(sendPrograms, async (name) => {
    const url = await stage.database.copy(`send_${name}`)
    urls.set(name, url)
    return url
  })
  const tickets = await commonTickets(stage.database.url)
  const tokens = await stage.tokens(senderCount)
  const before = await countKept(stage.database.url)
  const acknowledged = new Map<string, number>()
  const compare = async (key: string, title: string, requests: readonly LoadRequest[]) =>
    await stage.compare({
      key,
      title,
      unit: 'message',
      units: 'messages',
      measure: 'throughput',
      goals: { limit: 0.6 },
      contestants: contestants.map((contestant) => sender(stage, contestant, requests, acknowledged)),
    })
  const outcomes = [
    await compare('', 'send, 64 senders on 64 tickets', sendRequests(tokens, tickets)),
    await compare('oneTicket', 'send, 64 senders on one ticket', sendRequests(tokens, tickets.slice(0, 1))),
  ]
  for (const [name, url] of urls) await assertKept(name, url, before, acknowledged.get(name) ?? 0)
  await stage.clear()
  return outcomes
}

const message =
  'We have found your parcel: it was waiting at the pickup point and will be brought to you tomorrow by noon.'

/** A message of each sender, to the tickets in turn. */
export function sendRequests(tokens: readonly string[], tickets: readonly string[]): LoadRequest[] {
  return requestsBy(tokens, (index) => {
    const ticketId = `tkt_${tickets[index % tickets.length]}`
    const input = { ticketId, text: message, clientMessageId: '$UUID', keepOpen: true }
    return { query: sendQuery, variables: { input } }
  })
}

/** A contestant to which all send at once; what it acknowledges is counted by its name. */
export function sender(
  stage: Stage,
  { name, url, processId }: Contestant,
  requests: readonly LoadRequest[],
  acknowledged: Map<string, number>,
) {
  return {
    name,
    processId,
    async run(seconds: number) {
      const load = { url, connections: senderCount, seconds, requests, expected: '"seq":', hasKeys: true }
      const { requests: units, ...report } = await stage.load.run(load)
      acknowledged.set(name, (acknowledged.get(name) ?? 0) + units)
      return { units, ...report }
    },
  }
}

/** The tickets that every operator sees and may write to. */
export async function commonTickets(url: string): Promise<string[]> {
  return await withClient(url, async (client) => {
    const found = await client.query<{ id: string }>(
      `select id from tickets where serial <= ${commonTicketCount} order by serial`,
    )
    return found.rows.map(({ id }) => id)
  })
}

interface Kept {
  readonly messages: number
  readonly events: number
  readonly gaps: number
}

export async function countKept(url: string): Promise<Kept> {
  return await withClient(url, async (client) => {
    const counted = await client.query<Kept>(`
      select (select count(*)::int from messages) as messages,
        (select count(*)::int from events where type = 'message.sent') as events,
        (select count(*)::int from tickets where last_seq <>
          (select count(*) from messages where ticket_id = tickets.id)) as gaps`)
    return counted.rows[0] ?? { messages: 0, events: 0, gaps: 0 }
  })
}

/** Every message that was acknowledged is there, with its event, and the counting of each ticket has no gap. */
export async function assertKept(
  name: string,
  url: string,
  before: Kept,
  acknowledged: number,
): Promise<void> {
  const after = await countKept(url)
  const written = after.messages - before.messages
  if (written !== acknowledged || after.events - before.events !== acknowledged || after.gaps > 0) {
    throw new Error(
      `${name} acknowledged ${acknowledged} messages and kept ${written}, with ${after.gaps} gaps`,
    )
  }
}
