/** Parts of the statements of the limit: rows as JSON, by the names and in the forms of the API. */

export const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
export const money = (column: string) =>
  `json_build_object('amount', round(${column} / 100.0, 2)::text, 'currencyCode', currency_code)`
export const readable = (letter: string) => `'${letter}-' || lpad(serial::text, 6, '0')`

/** One row as an object, null when there is none. */
export const one = (columns: string, from: string) =>
  `(select row_to_json(found) from (select ${columns} from ${from}) as found)`
/** Rows as a list of objects, in the order of the statement. */
export const list = (columns: string, from: string) =>
  `array(select row_to_json(found) from (select ${columns} from ${from}) as found)`

/** Columns of the ticket `t` that both questions ask for. */
export const ticketColumns = `'tkt_' || t.id as id, ${readable('T')} as number, t.subject, t.topic, t.channel, t.status,
  t.priority, t.language, t.tags, t.version, t.last_seq as "lastSeq", ${iso('t.last_activity_at')} as "lastActivityAt",
  ${iso('t.created_at')} as "createdAt",
  ${one(`'opr_' || id as id, name`, 'operators where id = t.assignee_id')} as assignee,
  ${one(`'tea_' || id as id, key, name`, 'teams where id = t.team_id')} as team`

/** The last public messages of the ticket `t`, the newest last. */
export const lastMessages = (count: number) =>
  `json_build_object('nodes', ${list(
    `'msg_' || id as id, seq, kind, text, json_build_object('kind', author_kind, 'id',
      coalesce('cus_' || author_customer_id, 'opr_' || author_operator_id), 'name', author_name) as author,
      ${iso('created_at')} as "createdAt"`,
    `(select * from messages where ticket_id = t.id and seq is not null order by seq desc limit ${count}) as newest
     order by seq`,
  )}) as messages`

/** Which tickets the operator `$1` of the teams `$2` sees. The shop's own rows the desk sees all of. */
export const visible = '(assignee_id = $1 or team_id is null or team_id = any($2::uuid[]))'
