import type { Desk } from '../../src/events/desk.ts'
import { uuidOf } from '../orders/shop.ts'
import { typeOfSubject } from './authorisation-types.ts'

/** Gives every empty column of the subjects' rows something to show, so that what is hidden can be told from nothing. */

const tables: Readonly<Record<string, string>> = {
  Customer: 'customers',
  Operator: 'operators',
  Product: 'products',
  Order: 'orders',
  OrderItem: 'order_items',
  Payment: 'payments',
  Delivery: 'deliveries',
  TrackingEvent: 'tracking_events',
  DeliveryProblem: 'delivery_problems',
  Ticket: 'tickets',
  Message: 'messages',
  Attachment: 'attachments',
  Return: 'returns',
  Refund: 'refunds',
  Complaint: 'complaints',
  Suggestion: 'suggestions',
  Rating: 'ratings',
  CustomerExport: 'customer_exports',
  CustomerErasure: 'customer_erasures',
}
/** What decides who sees a message, and which number it has. */
const kept = new Set(['seq', 'note_seq', 'after_seq'])
/** Where one row leads to another: which column to which subject. */
const links: readonly [subject: string, column: string, to: string][] = [
  ['Ticket', 'predecessor_id', 'Ticket'],
  ['Ticket', 'merged_into_id', 'Ticket'],
  ['Return', 'replacement_product_id', 'Product'],
  ['Rating', 'product_id', 'Product'],
]

/** Rows beside those of the subjects, found by a key of theirs. */
const beside: readonly [subject: string, table: string, key: string][] = [
  ['Message (answer in Telegram)', 'outbounds', 'message_id'],
  ['Ticket (in Telegram)', 'bot_hand_offs', 'ticket_id'],
]

interface Column {
  readonly name: string
  readonly type: string
  readonly labels: string[] | null
}

export async function fillColumns(desk: Desk, subjects: ReadonlyMap<string, string>): Promise<void> {
  const { pool } = desk.database
  for (const [subject, column, to] of links) {
    const ids = [uuidOf(subjects.get(subject)), uuidOf(subjects.get(to))]
    await pool.query(`update ${tables[subject]} set ${column} = $2 where id = $1`, ids)
  }
  for (const [subject, id] of subjects) {
    const table = tables[typeOfSubject(subject)]
    if (table !== undefined) await fillRow(desk, table, 'id', uuidOf(id))
  }
  for (const [subject, table, key] of beside) await fillRow(desk, table, key, uuidOf(subjects.get(subject)))
  const waiting = `update outbounds set external_ids = '{1}' where message_id = $1`
  await pool.query(waiting, [uuidOf(subjects.get('Message (answer in Telegram)'))])
}

async function fillRow(desk: Desk, table: string, key: string, id: string): Promise<void> {
  for (const column of await nullableColumns(desk, table)) {
    const value = valueFor(column)
    if (value === null || kept.has(column.name)) continue
    const filled = `update ${table} set ${column.name} = $2 where ${key} = $1 and ${column.name} is null`
    // A rule of the table may forbid it in this state; a field that stays empty for everybody is told by the matrix.
    await desk.database.pool.query(filled, [id, value]).catch(onlyConstraint)
  }
}

function onlyConstraint(error: { readonly code?: string }): void {
  if (error.code !== '23514' && error.code !== '23505') throw error
}

async function nullableColumns({ database: { pool } }: Desk, table: string): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `select column_name as name, udt_name as type,
       (select array_agg(enumlabel::text order by enumsortorder) from pg_enum
        join pg_type on pg_type.oid = enumtypid where typname = udt_name) as labels
     from information_schema.columns where table_name = $1 and is_nullable = 'YES' and is_generated = 'NEVER'
     order by ordinal_position`,
    [table],
  )
  return rows
}

function valueFor({ name, type, labels }: Column): string | number | boolean | Date | null {
  if (labels !== null) return labels[0] ?? null
  if (name.includes('currency')) return 'RUB'
  if (name.includes('url')) return 'https://shop.example/1'
  if (name === 'email') return 'anna@shop.example'
  const values: Readonly<Record<string, string | number | boolean | Date>> = {
    text: 'есть',
    varchar: 'есть',
    int4: 1,
    int8: 1,
    bool: true,
    timestamptz: new Date(),
  }
  return values[type] ?? null
}
