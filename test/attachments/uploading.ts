import type { Desk } from '../../src/events/desk.ts'
import { until } from '../kit/postgres-process.ts'
import { done, type Person } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import { png } from './samples.ts'

/** Files as clients announce, upload and read them. */

export interface Announced {
  readonly attachment: { readonly id: string; readonly status: string; readonly fileName: string }
  readonly uploadUrl: string
  readonly uploadExpiresAt: string
  readonly uploadMethod: string
}
export const createFields = 'attachment { id status fileName } uploadUrl uploadExpiresAt uploadMethod'

/** Announces a file that must not be refused: a PNG if nothing else is said. */
export async function announce(by: Person, input: object = {}): Promise<Announced> {
  const usual = { fileName: 'чек.png', byteSize: 1_000, contentType: 'image/png' }
  return await done<Announced>(by, 'attachmentCreate', { ...usual, ...input }, createFields)
}

/** Sends bytes to a link; answers the status. */
export async function put(url: string, body: Uint8Array | string): Promise<number> {
  const response = await fetch(url, {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  await response.arrayBuffer()
  return response.status
}

/** A file that was uploaded; it may not be scanned yet. */
export async function upload(by: Person, content: Buffer = png(), input: object = {}): Promise<string> {
  const { attachment, uploadUrl } = await announce(by, { byteSize: content.length, ...input })
  const status = await put(uploadUrl, content)
  if (status !== 204) throw new Error(`the upload answers ${status}`)
  return attachment.id
}

export interface Stored {
  readonly id: string
  readonly fileName: string
  readonly status: string
  readonly failureCode: string | null
  readonly contentType: string | null
  readonly byteSize: number | null
  readonly uploadedAt: string | null
  readonly url: string | null
}
export const attachmentFields = 'id fileName status failureCode contentType byteSize uploadedAt url'

/** A file as somebody sees it now; null when they do not. */
export async function readAttachment(by: Person, id: string): Promise<Stored | null> {
  const { node } = await by.ask<{ node: Stored | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Attachment { ${attachmentFields} } } }`,
    { id },
  )
  return node
}

/** The file once its scan has ended. */
export async function scanned(by: Person, id: string): Promise<Stored> {
  await until(async () => (await readAttachment(by, id))?.status !== 'PENDING')
  const attachment = await readAttachment(by, id)
  if (attachment === null) throw new Error('the file is not visible')
  return attachment
}

/** What the log says of a file, oldest first. */
export async function eventsOfFile({ database: { pool } }: Desk, id: string) {
  const { rows } = await pool.query<{
    type: string
    data: object
    ticketId: string | null
    customerId: string | null
    actor: string
  }>(
    `select type, data, ticket_id as "ticketId", customer_id as "customerId", actor_kind as actor from events
     where data ->> 'attachmentId' = $1 order by id`,
    [uuidOf(id)],
  )
  return rows
}

/** The kinds of the timers of a file. */
export async function timersOfFile({ database: { pool } }: Desk, id: string): Promise<string[]> {
  const { rows } = await pool.query<{ kind: string }>(
    'select kind from due where subject_id = $1 order by 1',
    [uuidOf(id)],
  )
  return rows.map(({ kind }) => kind)
}

/** Waits until nothing is being scanned or removed: from then on only what a test does writes. */
export async function quiet({ database: { pool } }: Desk): Promise<void> {
  const waiting = `select 1 from due where kind in ('attachment.scan', 'attachment.remove')`
  await until(async () => (await pool.query(waiting)).rowCount === 0)
}
