import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fire } from '../kit/due.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, outcome, type Person } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import { png } from './samples.ts'
import { announce, put, readAttachment, scanned, upload } from './uploading.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

async function age(id: string, column: 'created_at' | 'uploaded_at', interval: string): Promise<void> {
  await server.desk.database.pool.query(
    `update attachments set ${column} = now() - $2::interval where id = $1`,
    [uuidOf(id), interval],
  )
}

/** Runs the sweep, and waits until it is set for the next time. */
async function sweep(): Promise<void> {
  const { pool } = server.desk.database
  await pool.query(`update due set due_at = now() where kind = 'attachment.sweep'`)
  await until(async () => {
    const { rows } = await pool.query<{ minutes: number }>(
      `select extract(epoch from due_at - now()) / 60 as minutes from due where kind = 'attachment.sweep'`,
    )
    return Math.round(rows[0]?.minutes ?? 0) === 60
  })
}

async function rowCount(id: string): Promise<number | null> {
  return (await server.desk.database.pool.query('select 1 from attachments where id = $1', [uuidOf(id)]))
    .rowCount
}
const stored = async (id: string) =>
  await readdir(join(server.desk.env.DATA_DIR, 'attachments', uuidOf(id))).catch(() => [])

it('what was never uploaded goes after a day, what nobody has used after two', async () => {
  const never = (await announce(anna)).attachment.id
  const young = (await announce(anna)).attachment.id
  const unused = await upload(anna, png('1'))
  const fresh = await upload(anna, png('2'))
  const used = await upload(anna, png('3'))
  for (const id of [unused, fresh, used]) await scanned(anna, id)
  await openTicket(anna, { attachmentIds: [used] })
  await age(never, 'created_at', '24 hours 1 minute')
  await age(young, 'created_at', '23 hours 59 minutes')
  await age(unused, 'uploaded_at', '48 hours 1 minute')
  await age(fresh, 'uploaded_at', '47 hours 59 minutes')
  await age(used, 'uploaded_at', '400 days')
  await sweep()
  for (const id of [never, unused]) await until(async () => (await rowCount(id)) === 0)
  expect(await stored(unused)).toEqual([])
  expect(await readAttachment(anna, unused)).toBe(null)
  for (const id of [young, fresh, used]) expect(await rowCount(id)).toBe(1)
  for (const id of [fresh, used]) {
    expect(await readAttachment(anna, id)).toMatchObject({ status: 'CLEAN' })
    expect(await stored(id)).toHaveLength(1)
  }
})

it('a removal that breaks off is done again from the start, and never twice wrong', async () => {
  const { pool } = server.desk.database
  const id = await upload(anna, png('4'))
  await scanned(anna, id)
  await age(id, 'uploaded_at', '3 days')
  // The content is gone, the row cannot go: as if the node died in between.
  await pool.query(`
    create function keep() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
    create trigger keep before delete on attachments for each row execute function keep()`)
  await sweep()
  await until(async () => (await stored(id)).length === 0)
  expect(await rowCount(id)).toBe(1)
  expect(await outcome(anna, 'messageSend', { ...(await ticketOf()), attachmentIds: [id] })).toBe(
    'AttachmentRefused',
  )
  await pool.query('drop trigger keep on attachments')
  await until(async () => {
    await fire(pool, `kind = 'attachment.remove'`)
    return (await rowCount(id)) === 0
  })
  const { rowCount: timers } = await pool.query('select 1 from due where subject_id = $1', [uuidOf(id)])
  expect(timers).toBe(0)
})

async function ticketOf() {
  const { id } = await openTicket(anna)
  return { ticketId: id, text: 'Вот' }
}

it('an upload to a link of a file that was given up is refused', async () => {
  const { attachment, uploadUrl } = await announce(anna)
  await age(attachment.id, 'created_at', '25 hours')
  await sweep()
  await until(async () => (await rowCount(attachment.id)) === 0)
  expect(await put(uploadUrl, png())).toBe(404)
})
