import type { Client } from 'pg'
import { developmentIssuer } from '../../src/auth/start-rules.ts'
import { type Conversations, readConversations } from './conversations.ts'
import { randomness, start, ticketCustomer, ticketTime } from './fill-chance.ts'
import { withoutIndexes } from './fill-indexes.ts'
import { askedStatements, boughtStatements, purchases, shopTables } from './fill-shop.ts'

/** What a filled database holds; the same seed and source give the same rows. */
export interface Filling {
  readonly tickets: number
  readonly messages: number
  readonly orders: number
  readonly source: string
  readonly seconds: number
}

/** The people that generated tickets are spread over. Subjects of their tokens are `operator-1` and on. */
export const operatorCount = 64
/** The oldest tickets are open, of no team and of the shop's own chat, so that every operator can write to them. */
export const commonTicketCount = 64
const teamCount = 8

/**
 * Fills a migrated, empty database with generated tickets. Each follows one conversation of the source, picked at
 * random, so that messages per ticket, sides and lengths are distributed as there; most are about an order. All is made by
 * PostgreSQL itself: ten thousand tickets take seconds, a million takes minutes.
 */
export async function fill(client: Client, tickets: number): Promise<Filling> {
  const started = performance.now()
  const conversations = await readConversations()
  await client.query('set synchronous_commit = off')
  await client.query(randomness)
  await copyConversations(client, conversations)
  const tables = [...deskTables, ...shopTables]
  const desk = [ticketRows, messageRows, readMarkers]
  await withoutIndexes(client, tables, async () => {
    const rows = [people, customers, purchases, ...boughtStatements, ...desk, ...askedStatements, ...events]
    for (const statement of rows) await client.query(statement.replaceAll(':tickets', String(tickets)))
  })
  for (const table of tables) await client.query(`vacuum (analyze) ${table}`)
  const counted = await client.query<{ messages: number; orders: number }>(
    'select (select count(*)::int from messages) as messages, (select count(*)::int from orders) as orders',
  )
  const { messages, orders } = counted.rows[0] ?? { messages: 0, orders: 0 }
  const seconds = (performance.now() - started) / 1_000
  return { tickets, messages, orders, source: conversations.source, seconds }
}

async function copyConversations(client: Client, { list }: Conversations): Promise<void> {
  await client.query(`
    create temp table shapes (shape int primary key, subject text, topic topic);
    create temp table shape_messages (shape int, place int, side author_kind, text text, primary key (shape, place))`)
  await client.query('insert into shapes select * from unnest($1::int[], $2::text[], $3::topic[])', [
    list.map((_, shape) => shape),
    list.map(({ subject }) => subject.slice(0, 200)),
    list.map(({ topic }) => topic),
  ])
  const said = list.flatMap(({ messages }, shape) =>
    messages.map(({ author, text }, index) => ({ shape, place: index + 1, author, text })),
  )
  await client.query(
    'insert into shape_messages select * from unnest($1::int[], $2::int[], $3::author_kind[], $4::text[])',
    [
      said.map(({ shape }) => shape),
      said.map(({ place }) => place),
      said.map(({ author }) => (author === 'CUSTOMER' ? 'CUSTOMER' : 'OPERATOR')),
      said.map(({ text }) => text),
    ],
  )
  await client.query('analyze shapes; analyze shape_messages')
}

const deskTables = ['customers', 'tickets', 'messages', 'events', 'read_markers', 'operators', 'team_members']

/** Each operator is in two teams of eight. */
const people = `
  insert into teams (id, key, name, created_at)
  select pg_temp.uuid7(${start}, n, 'team'), 'team-' || n, 'Team ' || n, ${start}
  from generate_series(1, ${teamCount}) as n;
  insert into operators (id, issuer, subject, name, created_at)
  select pg_temp.uuid7(${start}, n, 'operator'), '${developmentIssuer}', 'operator-' || n, 'Operator ' || n, ${start}
  from generate_series(1, ${operatorCount}) as n;
  insert into team_members (team_id, operator_id)
  select distinct pg_temp.uuid7(${start}, 1 + (n + shift) % ${teamCount}, 'team'), pg_temp.uuid7(${start}, n, 'operator')
  from generate_series(1, ${operatorCount}) as n, unnest(array[0, 3]) as shift`

const customers = `
  insert into customers (id, external_id, name, email, phone, locale, created_at)
  select pg_temp.uuid7(${start}, n, 'customer'), 'customer-' || n, 'Customer ' || n, 'customer' || n || '@example.org',
    '+7900' || lpad(n::text, 7, '0'), (case when pg_temp.roll(n, 1, 10) < 7 then 'RU' else 'EN' end)::language, ${start}
  from generate_series(1, greatest(:tickets / 3, 1)) as n`

/**
 * Spread over 90 days; of the newest fifth four in five are open, of the rest one in ten. A tenth has no team; three
 * quarters of what is not new has an assignee, who is of the ticket's team. Four in five of those about an order are about
 * its parcel too.
 */
const ticketRows = `
  insert into tickets (id, serial, customer_id, subject, topic, channel, status, priority, language, tags, assignee_id,
    team_id, version, last_seq, last_activity_at, resolution, resolved_at, closed_at, order_id, delivery_id, source,
    external_id, created_at)
  select pg_temp.uuid7(at, n, 'ticket'), n, ${ticketCustomer}, subject, topic,
    (enum_range(null::channel))[1 + (case when n <= ${commonTicketCount} then 0 else pg_temp.roll(n, 3, 9) end)], status,
    (enum_range(null::priority))[1 + (case when pg_temp.roll(n, 4, 10) < 7 then 1 else pg_temp.roll(n, 5, 4) end)],
    'EN', array['import', 'tag-' || pg_temp.roll(n, 6, 20)],
    case when status <> 'NEW' and pg_temp.roll(n, 7, 4) > 0
      then pg_temp.uuid7(${start}, team + ${teamCount} * pg_temp.roll(n, 8, ${operatorCount / teamCount}), 'operator') end,
    case when n > ${commonTicketCount} and pg_temp.roll(n, 9, 10) > 0 then pg_temp.uuid7(${start}, 1 + team % ${teamCount}, 'team') end,
    1 + pg_temp.roll(n, 10, 5), message_count, at + make_interval(mins => 7 * message_count), case when status in ('RESOLVED', 'CLOSED') then 'ANSWERED'::ticket_resolution end,
    case when status in ('RESOLVED', 'CLOSED') then at end, case when status = 'CLOSED' then at end,
    order_id, case when pg_temp.roll(n, 17, 5) < 4 then delivery_id end, 'bench', 'shape ' || shape || ' ticket ' || n, at
  from (
    select n, ${ticketTime} as at, 1 + pg_temp.roll(n, 11, ${teamCount}) as team,
      pg_temp.roll(n, 12, (select count(*)::int from shapes)) as shape,
      (case when n <= ${commonTicketCount} then 'OPEN' when pg_temp.roll(n, 13, 100) < (case when n > :tickets * 0.8 then 80 else 10 end)
        then (array['NEW', 'OPEN', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY'])[1 + pg_temp.roll(n, 14, 5)]
        else (array['RESOLVED', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + pg_temp.roll(n, 15, 4)] end)::ticket_status as status
    from generate_series(1, :tickets) as n
  ) as made
  join shapes using (shape)
  cross join lateral (select count(*)::int as message_count from shape_messages as said where said.shape = made.shape) as counted
  left join purchases using (n);
  select setval('tickets_serial_seq', :tickets)`

/** The first message about an order names it, so that something can be searched that is found once. */
const messageRows = `
  insert into messages (id, ticket_id, seq, kind, author_kind, author_customer_id, author_operator_id, author_name, text,
    requested_ticket_id, client_message_id, body_digest, created_at)
  select pg_temp.uuid7(at, serial * 1000::bigint + place, 'message'), tickets.id, place, 'TEXT', side,
    case when side = 'CUSTOMER' then customer_id end, case when side = 'OPERATOR' then operators.id end,
    case when side = 'OPERATOR' then operators.name end, said, tickets.id,
    pg_temp.uuid7(at, serial * 1000::bigint + place, 'client'), sha256(convert_to(said, 'UTF8')), at
  from tickets
  cross join lateral (select split_part(external_id, ' ', 2)::int as shape) as modelled
  join shape_messages using (shape)
  cross join lateral (
    select case when place = 1 and order_id is not null then text || ' Order B' || serial else text end as said
  ) as worded
  cross join lateral (select created_at + make_interval(mins => 7 * place) as at) as time
  join lateral (
    select operators.id, operators.name from operators
    where operators.id = coalesce(assignee_id, pg_temp.uuid7(${start}, 1 + serial % ${operatorCount}, 'operator'))
  ) as operators on true`

const readMarkers = `
  insert into read_markers (ticket_id, reader_id, side, read_seq, read_at)
  select id, customer_id, 'CUSTOMER', last_seq - pg_temp.roll(serial, 16, 2), last_activity_at from tickets`

/** The log of it, numbered as by the sequencer. */
const events = [
  `insert into events (position, type, ticket_id, customer_id, actor_kind, actor_id, data, occurred_at)
   select row_number() over (order by messages.created_at, messages.id), 'message.sent', ticket_id, customer_id,
     author_kind, coalesce(author_customer_id, author_operator_id),
     jsonb_build_object('messageId', messages.id, 'seq', seq, 'authorKind', author_kind), messages.created_at
   from messages join tickets on tickets.id = ticket_id order by 1`,
  'update log_head set position = (select max(position) from events)',
]
