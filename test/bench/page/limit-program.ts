import { Pool } from 'pg'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { serveBare } from '../serve.ts'

/** The limit: what a page costs when it is one hand-written statement behind bare HTTP and the same token check. */

const page = `
  select '{"data":{"tickets":{"nodes":[' || coalesce(string_agg(json, ',' order by place) filter (where place <= $4), '')
    || '],"pageInfo":{"hasNextPage":' || (count(*) > $4)::text || '}}}}' as json
  from (
    select row_number() over (order by t.last_activity_at desc, t.id desc) as place, (
      select row_to_json(ticket)::text from (
        select 'tkt_' || t.id as id, 'T-' || lpad(t.serial::text, 6, '0') as number, t.subject, t.topic, t.channel,
          t.status, t.priority, t.language, t.tags, t.version, t.last_seq as "lastSeq",
          to_char(t.last_activity_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastActivityAt",
          to_char(t.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
          (select customer from (
            select 'cus_' || id as id, name, email, locale, is_guest as "isGuest" from customers where id = t.customer_id
          ) as customer) as customer,
          (select assignee from (
            select 'opr_' || id as id, name from operators where id = t.assignee_id
          ) as assignee) as assignee,
          (select team from (
            select 'tea_' || id as id, key, name from teams where id = t.team_id
          ) as team) as team,
          json_build_object('nodes', array(select message from (
            select 'msg_' || id as id, seq, kind, text, (select author from (
              select author_kind as kind, coalesce('cus_' || author_customer_id, 'opr_' || author_operator_id) as id,
                author_name as name
            ) as author) as author, to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
            from (
              select * from messages where ticket_id = t.id and seq is not null order by seq desc limit 5
            ) as newest order by seq
          ) as message)) as messages
      ) as ticket
    ) as json
    from (
      select * from tickets
      where status = any($1::ticket_status[]) and (assignee_id = $2 or team_id is null or team_id = any($3::uuid[]))
      order by last_activity_at desc, id desc limit $4 + 1
    ) as t
  ) as made`

const env = readEnv()
const pool = new Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL,
  // Planning anew for each operator's teams would cost more than half as much as the page itself.
  options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
})
const askerOf = await openAskers(pool)

interface Asked {
  readonly variables: { readonly filter: { readonly statuses: string[] }; readonly first: number }
}

serveBare(async (body, authorization) => {
  const { operatorId, teamIds } = await askerOf(authorization)
  const { filter, first } = (JSON.parse(body) as Asked).variables
  const values = [filter.statuses, operatorId, teamIds, first]
  const found = await pool.query<{ json: string }>({ name: 'page', text: page, values })
  return found.rows[0]?.json ?? ''
})
