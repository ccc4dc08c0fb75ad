import type { Client } from 'pg'
import { assertSameAnswers } from '../answers.ts'
import { asked } from '../asked.ts'
import { withClient } from '../database.ts'
import { askerConnections, askerCount, deskGoals, deskPrograms } from '../desk-programs.ts'
import type { Outcome } from '../harness.ts'
import type { LoadRequest } from '../load.ts'
import type { Stage } from '../stage.ts'
import { requestsBy } from '../tokens.ts'
import { postgraphileTicketQuery, ticketQuery } from './question.ts'

export const ticketPrograms = deskPrograms('test/bench/ticket/limit-program.ts')

/** How many tickets each operator opens in turn. */
const ticketsEach = 32

/** The screen of one ticket, for 32 operators in turn, each of whom opens many that may be seen. */
export async function benchTicket(stage: Stage): Promise<Outcome[]> {
  const contestants = await stage.start(ticketPrograms)
  const tokens = await stage.tokens(askerCount)
  const tickets = await withClient(stage.database.url, (client) => visibleTickets(client, askerCount))
  const requests = (name: string) => ticketRequests(name, tokens, tickets)
  await assertSameAnswers(contestants, requests)
  const outcome = await stage.compare({
    key: '',
    title: 'ticket',
    unit: 'ticket',
    units: 'tickets',
    measure: 'throughput',
    goals: deskGoals,
    contestants: contestants.map((contestant) =>
      asked(stage, contestant, {
        connections: askerConnections,
        requests: requests(contestant.name),
        expected: ticketExpected,
      }),
    ),
  })
  await stage.clear()
  return [outcome]
}

export const ticketExpected = '"number":"T-'

/**
 * Tickets of all ages that operators may see, the same on every run: the first of each operator, the second of each and
 * so on.
 */
export async function visibleTickets(client: Client, operators: number): Promise<readonly string[]> {
  const found = await client.query<{ id: string }>(
    `select id from (
       select asked.number, tickets.id, row_number() over (partition by asked.number order by turn) as place
       from generate_series(1, $1::int) as asked(number)
       join operators on operators.subject = 'operator-' || asked.number
       cross join generate_series(1, 1000) as turn
       join tickets on serial = 1 + (hashint8extended(asked.number * 1000 + turn, 1) & 4611686018427387903)
         % (select max(serial) from tickets)
       where assignee_id = operators.id or team_id is null
         or team_id in (select team_id from team_members where operator_id = operators.id)
     ) as visible where place <= $2 order by place, number`,
    [operators, ticketsEach],
  )
  return found.rows.map(({ id }) => id)
}

/** The screen as a contestant is asked for it, for each ticket, by the operators in turn. */
export function ticketRequests(
  name: string,
  tokens: readonly string[],
  tickets: readonly string[],
): LoadRequest[] {
  const query = name === 'postgraphile' ? postgraphileTicketQuery : ticketQuery
  const askers = tickets.map((_, index) => tokens[index % tokens.length] ?? '')
  return requestsBy(askers, (index) => ({ query, variables: { id: `tkt_${tickets[index]}` } }))
}
