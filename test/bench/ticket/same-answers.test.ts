import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { withClient } from '../../kit/database.ts'
import { assertSameAnswers } from '../answers.ts'
import { onFilledDatabase } from '../filled.ts'
import { operatorTokens } from '../tokens.ts'
import { ticketPrograms, ticketRequests, visibleTickets } from './bench.ts'

const askers = 4

interface Screen {
  readonly data: {
    readonly ticket: {
      readonly order: {
        readonly payments: object[]
        readonly deliveries: { events: { nodes: object[] } }[]
      } | null
      readonly returns: { readonly nodes: { readonly items: object[] }[] }
      readonly complaint: object | null
      readonly messages: { readonly nodes: object[] }
    }
  }
}

/** A ticket that the first operator may not see. */
async function hiddenTicket(client: Client): Promise<string> {
  const found = await client.query<{ id: string }>(
    `select id from tickets where team_id is not null and team_id not in (
       select team_id from team_members join operators on operators.id = operator_id where subject = 'operator-1'
     ) and assignee_id is distinct from (select id from operators where subject = 'operator-1') limit 1`,
  )
  return found.rows[0]?.id ?? ''
}

test('every contestant answers each operator with the same ticket, and with none that is hidden', async () => {
  await onFilledDatabase(ticketPrograms, async ({ contestants, dataDir, url }) => {
    const tokens = await operatorTokens(dataDir, askers)
    const tickets = await withClient(url, (client) => visibleTickets(client, askers))
    const answers = await assertSameAnswers(contestants, (name) => ticketRequests(name, tokens, tickets))
    const shown = answers.map((answer) => (answer as Screen).data.ticket)
    expect(shown).toHaveLength(askers * 32)
    const count = (isThere: (ticket: Screen['data']['ticket']) => boolean) => shown.filter(isThere).length
    expect(count(({ messages }) => messages.nodes.length > 0)).toBe(shown.length)
    expect(count(({ order }) => (order?.payments.length ?? 0) > 0)).toBeGreaterThan(shown.length / 2)
    expect(count(({ order }) => (order?.deliveries[0]?.events.nodes.length ?? 0) >= 3)).toBeGreaterThan(
      shown.length / 2,
    )
    expect(count(({ returns }) => (returns.nodes[0]?.items.length ?? 0) > 0)).toBeGreaterThan(0)
    expect(count(({ complaint }) => complaint !== null)).toBeGreaterThan(0)
    const hidden = await withClient(url, hiddenTicket)
    const refused = await assertSameAnswers(contestants, (name) => ticketRequests(name, tokens, [hidden]))
    expect(refused).toEqual([{ data: { ticket: null } }])
    expect(contestants.map(({ name }) => name)).toEqual(expect.arrayContaining(['opora', 'limit', 'plain']))
  })
}, 120_000)
