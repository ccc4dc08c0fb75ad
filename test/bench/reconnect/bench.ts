import { fixedPort } from '../../kit/ports.ts'
import type { Contestant } from '../contestant.ts'
import type { Facts } from '../facts.ts'
import { peakBytes, residentBytes } from '../memory.ts'
import { oporaProgram } from '../pulse/healthy.ts'
import { commonTickets } from '../send/bench.ts'
import type { Stage } from '../stage.ts'
import { type CrowdReport, type CrowdTask, startCrowd } from './crowd.ts'

const processCount = 4
const askerCount = 32
const missedPerTicket = 2
const patienceSeconds = 300
const megabyte = 2 ** 20

/** Every follower of a node loses it at once, and comes back with what it has. */
export async function benchReconnect(stage: Stage): Promise<Facts[]> {
  const { reconnects } = stage.live
  const databaseUrl = await stage.database.copy('reconnect')
  const databaseOf = async () => databaseUrl
  const settings = { PORT: String(await fixedPort()) }
  const startNode = async () => {
    const [node] = await stage.start([{ ...oporaProgram, settings }], databaseOf)
    if (node === undefined) throw new Error('no node was started')
    return node
  }
  const node = await startNode()
  const [writer] = await stage.start([oporaProgram], databaseOf)
  const tokens = await stage.tokens(askerCount)
  const tickets = (await commonTickets(stage.database.url)).map((id) => `tkt_${id}`)
  if (writer === undefined) throw new Error('no node was started')
  const crowd = openCrowd(stage)
  stage.tell(`reconnect: ${reconnects} clients come to follow ${tickets.length} tickets`)
  const count = Math.ceil(reconnects / processCount)
  const empty = residentBytes(node.processId)
  const followed = await crowd({ kind: 'follow', url: node.url, tokens, tickets, count })
  if (followed.offline > 0)
    throw new Error(`${followed.offline} clients could not follow: ${followed.errors[0]}`)
  const before = residentBytes(node.processId)
  stage.tell('reconnect: the node is killed')
  const killedMs = Date.now()
  await node.kill()
  await crowd({ kind: 'lost', seconds: 30 })
  const expected: Record<string, number[]> = {}
  const write = async () => await writeToEach(writer, tokens[0] ?? '', tickets, expected)
  for (let turn = 0; turn < missedPerTicket; turn += 1) await write()
  const successor = await startNode()
  const readyMs = Date.now()
  // And one that comes while some are back and others are not.
  await write()
  const report = await crowd({ kind: 'caughtUp', expected, seconds: patienceSeconds })
  const seconds = { down: (readyMs - killedMs) / 1_000, back: (report.lastAtMs - readyMs) / 1_000 }
  const memory = { empty, before, peak: peakBytes(successor.processId) }
  const facts = factsOf(report, seconds, memory, reconnects)
  await stage.clear()
  return [facts]
}

function factsOf(
  report: CrowdReport,
  seconds: { readonly down: number; readonly back: number },
  memory: { readonly empty: number; readonly before: number; readonly peak: number },
  count: number,
): Facts {
  const fact = (name: string, what: string, unit: string, value: number, atMost?: number) => ({
    name,
    what,
    unit,
    values: [value],
    ...(atMost !== undefined && { atMost }),
  })
  if (report.errors.length > 0) process.stderr.write(`${report.errors.join('\n')}\n`)
  return {
    key: '',
    title: `reconnect, ${count} subscriptions of a killed node`,
    facts: [
      fact('downSeconds', 'from the kill until the new node listens', 's', seconds.down),
      fact(
        'caughtUpSeconds',
        'from then until the last one has all it missed and is live',
        's',
        seconds.back,
      ),
      fact('notBack', 'not back after five minutes', '', report.offline, 0),
      fact('wrong', 'told anything but what they missed, once and in order', '', report.wrong, 0),
      fact('errors', 'streams that ended, or were told `Reset`', '', report.errors.length, 0),
      fact('emptyMegabytes', 'memory of the node with nobody connected', 'MB', memory.empty / megabyte),
      fact('beforeMegabytes', 'memory of it before it was killed', 'MB', memory.before / megabyte),
      fact('peakMegabytes', 'peak of the new node’s memory', 'MB', memory.peak / megabyte),
      fact('peakRatio', 'peak of the new node ÷ memory of the old one', '', memory.peak / memory.before, 2),
    ],
    ratios: {},
    goals: {},
  }
}

/** So many processes of clients as one. */
function openCrowd(stage: Stage): (task: CrowdTask) => Promise<CrowdReport> {
  const crowds = Array.from({ length: processCount }, startCrowd)
  for (const { stop } of crowds) stage.onClear(stop)
  return async (task) => {
    const reports = await Promise.all(crowds.map(async (crowd) => await crowd.run(task)))
    const sum = (field: 'live' | 'offline' | 'wrong') => reports.reduce((all, one) => all + one[field], 0)
    return {
      live: sum('live'),
      offline: sum('offline'),
      wrong: sum('wrong'),
      errors: reports.flatMap(({ errors }) => errors),
      lastAtMs: Math.max(...reports.map(({ lastAtMs }) => lastAtMs)),
    }
  }
}

const query = `mutation Send($input: MessageSendInput!) {
  messageSend(input: $input) { ... on MessageSendPayload { message { seq } } }
}`

/** One message to each ticket, and its `seq` to what is expected. */
async function writeToEach(
  { url }: Contestant,
  token: string,
  tickets: readonly string[],
  expected: Record<string, number[]>,
): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  for (const ticketId of tickets) {
    const variables = { input: { ticketId, text: 'You have missed this.', keepOpen: true } }
    const body = JSON.stringify({ query, variables })
    const response = await fetch(url, { method: 'POST', headers, body })
    const answer = await response.text()
    const [, seq] = /"seq":(\d+)/.exec(answer) ?? []
    if (seq === undefined) throw new Error(`a message was refused: ${answer}`)
    expected[ticketId] = [...(expected[ticketId] ?? []), Number(seq)]
  }
}
