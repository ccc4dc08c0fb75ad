import { asked } from '../asked.ts'
import type { Contestant } from '../contestant.ts'
import { withClient } from '../database.ts'
import { askerConnections, askerCount } from '../desk-programs.ts'
import type { Measurable, Outcome } from '../harness.ts'
import type { LoadRequest } from '../load.ts'
import { pageExpected, pageRequests } from '../page/bench.ts'
import { assertKept, commonTickets, countKept, sender, senderCount, sendRequests } from '../send/bench.ts'
import type { Stage } from '../stage.ts'
import { ticketExpected, ticketRequests, visibleTickets } from '../ticket/bench.ts'
import { chooseSearches, type Searches, searchRequests } from './searches.ts'

/** At most 1.2 times as long on the large database. */
const goals = { small: 0.833 }

const program = 'test/bench/opora-program.ts'

/** A node on a database, and what is there to ask for. */
interface Side {
  readonly contestant: Contestant
  readonly url: string
  readonly tickets: readonly string[]
  readonly searches: Searches
}

interface Question {
  readonly key: string
  readonly what: string
  readonly unit: string
  readonly expected: string
  readonly requests: (side: Side) => LoadRequest[]
}

/** Opora on a large database against itself on the usual one, in one PostgreSQL. Writing comes last. */
export async function benchGrowth(stage: Stage): Promise<Outcome[]> {
  const sides = await openSides(stage)
  const tokens = await stage.tokens(senderCount)
  const outcomes: Outcome[] = []
  for (const { key, what, unit, expected, requests } of questionsOf(tokens.slice(0, askerCount))) {
    const contestants = sides.map((side) =>
      asked(stage, side.contestant, { connections: askerConnections, requests: requests(side), expected }),
    )
    outcomes.push(await compareSides(stage, { key, what, unit, contestants }))
  }
  outcomes.push(await compareSending(stage, sides, tokens))
  await stage.clear()
  return outcomes
}

async function openSides(stage: Stage): Promise<Side[]> {
  const { tell, database, grownTickets } = stage
  tell(`filling a database with ${grownTickets} tickets`)
  const large = await database.another('large', grownTickets)
  tell(`filled in ${large.filling.seconds.toFixed(1)} s: ${large.filling.messages} messages`)
  const urls: Readonly<Record<string, string>> = { large: large.url, small: await database.copy('small') }
  const programs = Object.keys(urls).map((name) => ({ name, program }))
  const contestants = await stage.start(programs, async (name) => urls[name] ?? '')
  return await Promise.all(
    contestants.map(async (contestant) => {
      const url = urls[contestant.name] ?? ''
      const [tickets, searches] = await withClient(url, async (client) => [
        await visibleTickets(client, askerCount),
        await chooseSearches(client),
      ])
      return { contestant, url, tickets, searches }
    }),
  )
}

function questionsOf(askers: readonly string[]): Question[] {
  const search = (
    key: string,
    what: string,
    of: 'tickets' | 'customers',
    texts: (searches: Searches) => readonly string[],
  ): Question => ({
    key,
    what,
    unit: 'search',
    expected: '"hasNextPage":',
    requests: ({ searches }) => searchRequests(askers, of, texts(searches)),
  })
  return [
    {
      key: '',
      what: 'page',
      unit: 'page',
      expected: pageExpected,
      requests: () => pageRequests('opora', askers),
    },
    {
      key: 'ticket',
      what: 'ticket',
      unit: 'ticket',
      expected: ticketExpected,
      requests: ({ tickets }) => ticketRequests('opora', askers, tickets),
    },
    search('reference', 'tickets by the number of an order', 'tickets', ({ references }) => references),
    search('rare', 'tickets by a rare word', 'tickets', ({ rare }) => rare),
    search('common', 'tickets by a common word', 'tickets', ({ common }) => common),
    search('customers', 'customers by name', 'customers', ({ names }) => names),
  ]
}

async function compareSides(
  stage: Stage,
  asking: { key: string; what: string; unit: string; contestants: readonly Measurable[] },
): Promise<Outcome> {
  const { key, what, unit, contestants } = asking
  return await stage.compare({
    key,
    title: `growth, ${what}: ${stage.grownTickets} tickets and ${stage.tickets}`,
    unit,
    units: unit === 'search' ? 'searches' : `${unit}s`,
    measure: 'throughput',
    goals,
    contestants,
  })
}

/** 64 senders on 64 tickets of each side. */
async function compareSending(
  stage: Stage,
  sides: readonly Side[],
  tokens: readonly string[],
): Promise<Outcome> {
  const acknowledged = new Map<string, number>()
  const sending = await Promise.all(
    sides.map(async ({ contestant, url }) => ({
      name: contestant.name,
      url,
      before: await countKept(url),
      measurable: sender(stage, contestant, sendRequests(tokens, await commonTickets(url)), acknowledged),
    })),
  )
  const contestants = sending.map(({ measurable }) => measurable)
  const outcome = await compareSides(stage, { key: 'send', what: 'send', unit: 'message', contestants })
  for (const { name, url, before } of sending)
    await assertKept(name, url, before, acknowledged.get(name) ?? 0)
  return outcome
}
