import { readdir, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Overtaken, Progress } from '../../src/domains/privacy/export/progress.ts'
import { png } from '../attachments/samples.ts'
import { scanned, upload } from '../attachments/uploading.ts'
import { until } from '../kit/postgres-process.ts'
import { follow } from '../kit/stream.ts'
import { buyer, done, openTicket } from '../kit/world.ts'
import { note, send, uuidOf } from '../messages/entries.ts'
import { openScene, type Scene } from '../returns/scene.ts'
import { ask, exportIn, unpack } from './archive.ts'
import { hurry } from './erasing.ts'
import { pathsIn, Seeds } from './seeds.ts'
import { type Story, tellStory } from './story.ts'

let scene: Scene
let story: Story
const seeds = new Seeds()
beforeAll(async () => {
  scene = await openScene()
  story = await tellStory(scene, seeds)
}, 120_000)
afterAll(async () => await scene.server.close())

const eventsOf = async (exportId: string) => {
  const { rows } = await scene.server.desk.database.pool.query<{ type: string; actor: string }>(
    `select type, actor_kind as actor from events where data ->> 'customerExportId' = $1 order by id`,
    [uuidOf(exportId)],
  )
  return rows.map(({ type, actor }) => `${type} ${actor}`)
}

/** What the customer may not see, though it is about them. */
const ofDesk = ['note', 'noteEdited', 'noteFile', 'tag', 'context', 'reason', 'sentKey', 'idempotency']
/** What the shop knows of people that nobody knows to be this one. */
const ofOthers = /z(platform|sender|sentAnswer|waiting|handle|imported|authorName)/

describe('the archive of an export', () => {
  it('holds everything of the customer, and nothing of the desk’s own or of other people', async () => {
    const asked = await ask(story.zoya)
    expect(asked).toMatchObject({ requestedByKind: 'CUSTOMER', url: null, customer: { id: story.zoya.id } })
    const ready = await exportIn(story.zoya, asked.id, 'READY')
    expect(ready).toMatchObject({ progressPercent: 100, failureCode: null })
    const { data, files } = await unpack(ready)
    const all = [...files].map(([name, content]) => name + content.toString()).join('\n')
    const hidden = seeds.all.filter(
      (seed) => ofDesk.some((one) => seed.endsWith(`z${one}`)) || ofOthers.test(seed),
    )
    expect(hidden.length).toBeGreaterThan(15)
    expect(seeds.all.filter((seed) => all.includes(seed) === hidden.includes(seed))).toEqual([])
    expect(Object.keys(data).join(' ')).toBe(
      'format version exportedAt profiles identities channels tickets messages orders payments deliveries returns refunds complaints suggestions votes ratings',
    )
    expect(data['profiles']).toHaveLength(2)
    expect(data['payments']).toMatchObject([{ capturedAmount: { amount: '2591.50', currencyCode: 'RUB' } }])
    // No name of anybody at the desk.
    expect(all).not.toContain('olga')
    expect(await eventsOf(asked.id)).toEqual([
      'customer.exportRequested CUSTOMER',
      'customer.exportReady SYSTEM',
      'customer.exportDownloaded CUSTOMER',
    ])
  })

  it('is whole however long the history is, and pages of it follow each other', async () => {
    const vera = await buyer(scene.server, 'vera')
    const { id } = await openTicket(vera)
    const { pool } = scene.server.desk.database
    await pool.query(
      `insert into messages (id, ticket_id, seq, author_kind, author_customer_id, text)
       select gen_random_uuid(), $1, n, 'CUSTOMER', $2, 'слово ' || n from generate_series(2, 450) as n`,
      [uuidOf(id), uuidOf(vera.id)],
    )
    await pool.query(
      `insert into suggestions (id, customer_id, title, text, language)
       select gen_random_uuid(), $1, 'мысль ' || n, 'текст', 'RU' from generate_series(1, 401) as n`,
      [uuidOf(vera.id)],
    )
    const { data } = await unpack(await exportIn(vera, (await ask(vera)).id, 'READY'))
    expect(data['messages']?.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 450 }, (_, index) => index + 1),
    )
    expect(new Set(data['suggestions']?.map(({ title }) => title)).size).toBe(401)
  })
})

describe('an export', () => {
  it('is given by its own link only, for a while, and to nobody by a forged one', async () => {
    const gleb = await buyer(scene.server, 'gleb')
    const { url } = await exportIn(gleb, (await ask(gleb)).id, 'READY')
    const link = new URL(url ?? '')
    const statusOf = async (change: (given: URL) => void, method = 'GET') => {
      const given = new URL(link)
      change(given)
      const response = await fetch(given, { method })
      await response.arrayBuffer()
      return response.status
    }
    expect(await statusOf(() => {})).toBe(200)
    expect(await statusOf(() => {}, 'HEAD')).toBe(200)
    expect(await statusOf(() => {}, 'POST')).toBe(405)
    expect(await statusOf((given) => given.searchParams.set('kind', 'OPERATOR'))).toBe(403)
    expect(await statusOf((given) => given.searchParams.delete('signature'))).toBe(403)
    expect(await statusOf((given) => (given.pathname = '/exports/x'))).toBe(403)
    const { links } = scene.server.desk
    const past = links.make('export', link.pathname, {}, new Date(Date.now() - 1_000))
    expect((await fetch(past)).status).toBe(410)
    const unknown = '/exports/exp_00000000-0000-7000-8000-000000000000'
    const future = new Date(Date.now() + 60_000)
    expect((await fetch(links.make('export', unknown, {}, future))).status).toBe(404)
    // A link to a file is none to an export.
    expect((await fetch(links.make('download', link.pathname, {}, future))).status).toBe(403)
  })

  it('is told to its customer live, and is gone when its time is over', async () => {
    const ira = await buyer(scene.server, 'ira')
    const stream = follow<{ __typename: string; export?: { id: string; status: string } }>(
      scene.server,
      ira,
      'subscription { item: customerEvents { __typename ... on CustomerExportReady { export { id status } } } }',
      {},
    )
    await stream.upTo(({ __typename }) => __typename === 'CaughtUp')
    const { id } = await ask(ira)
    const told = await stream.upTo(({ __typename }) => __typename === 'CustomerExportReady')
    expect(told.at(-1)?.export).toEqual({ id, status: 'READY' })
    const { url } = await exportIn(ira, id, 'READY')
    const { pool } = scene.server.desk.database
    await pool.query(`update due set due_at = now() where kind = 'export.remove' and subject_id = $1`, [
      uuidOf(id),
    ])
    expect(await exportIn(ira, id, 'EXPIRED')).toMatchObject({ url: null, progressPercent: 100 })
    expect((await fetch(url ?? '')).status).toBe(404)
    await until(async () => {
      await hurry(scene.server)
      return (await pathsIn(scene.server)).every((path) => !path.includes(uuidOf(id)))
    })
    await until(async () => (await eventsOf(id)).includes('customer.exportExpired SYSTEM'))
  })

  it('whose node has died is made anew by another start, and the dead one changes nothing any more', async () => {
    const { pool } = scene.server.desk.database
    const kira = await buyer(scene.server, 'kira')
    const id = '01900000-0000-7000-8000-00000000000a'
    // As a node leaves it that was killed in the middle.
    await pool.query(
      `insert into customer_exports (id, customer_id, requested_by_kind, status, attempt_count, total_count, done_count)
       values ($1, $2, 'CUSTOMER', 'RUNNING', 1, 10, 5)`,
      [id, uuidOf(kira.id)],
    )
    await pool.query(`insert into due (kind, subject_id, due_at) values ('export.run', $1, now())`, [id])
    await exportIn(kira, `exp_${id}`, 'READY')
    const { rows } = await pool.query('select attempt_count from customer_exports where id = $1', [id])
    expect(rows).toEqual([{ attempt_count: 2 }])
    const dead = new Progress(scene.server.desk, { id, attemptCount: 1, customerId: uuidOf(kira.id) }, 60)
    await expect(dead.add(1)).rejects.toThrow(Overtaken)
    expect((await pathsIn(scene.server)).filter((path) => path.includes(id))).toHaveLength(1)
  })

  it('that cannot be made is given up, and says so', async () => {
    const { pool } = scene.server.desk.database
    const lena = await buyer(scene.server, 'lena')
    const id = '01900000-0000-7000-8000-00000000000b'
    await pool.query(
      `insert into customer_exports (id, customer_id, requested_by_kind, status, attempt_count)
       values ($1, $2, 'CUSTOMER', 'RUNNING', 5)`,
      [id, uuidOf(lena.id)],
    )
    await pool.query(`insert into due (kind, subject_id, due_at) values ('export.run', $1, now())`, [id])
    expect(await exportIn(lena, `exp_${id}`, 'FAILED')).toMatchObject({ failureCode: 'internal', url: null })
    // What failed does not count against the buyer.
    expect((await ask(lena)).status).toBe('PENDING')
  })

  it('whose storage breaks off is tried again, and one with a lost file is made without it', async () => {
    const { desk } = scene.server
    const nina = await buyer(scene.server, 'nina')
    const [kept, lost] = [await upload(nina, png('1')), await upload(nina, png('2'))]
    for (const id of [kept, lost]) await scanned(nina, id)
    const folder = (id: string) => join(desk.env.DATA_DIR, 'attachments', uuidOf(id))
    await rm(folder(lost), { recursive: true })
    // A link that leads to itself: nobody can say whether there is a file.
    const [name = ''] = await readdir(folder(kept))
    const path = join(folder(kept), name)
    await rename(path, `${path}.away`)
    await symlink(name, path)
    const { id } = await ask(nina)
    const { pool } = desk.database
    const attempts = async () => {
      const { rows } = await pool.query<{ count: number }>(
        'select attempt_count as count from customer_exports where id = $1',
        [uuidOf(id)],
      )
      return rows[0]?.count ?? 0
    }
    await until(async () => (await attempts()) > 1)
    // In one step: an attempt that finds no file at all would make the export without it.
    await rename(`${path}.away`, path)
    const { files } = await unpack(await exportIn(nina, id, 'READY'))
    expect([...files.keys()]).toEqual(['data.json', `attachments/${kept}/чек.png`])
    expect(files.get(`attachments/${kept}/чек.png`)).toEqual(png('1'))
  })

  it('with a redacted message and a removed file holds neither', async () => {
    const mila = await buyer(scene.server, 'mila')
    const { id } = await openTicket(mila)
    const { message } = await send(mila, id, 'лишнее слово')
    await note(scene.cast.operator, id, 'внутреннее слово')
    await done(scene.cast.operator, 'messageRedact', { messageId: message.id }, '__typename')
    const { files } = await unpack(await exportIn(mila, (await ask(mila)).id, 'READY'))
    expect([...files.keys()]).toEqual(['data.json'])
    const said = files.get('data.json')?.toString() ?? ''
    expect(said).not.toMatch(/лишнее|внутреннее/)
  })
})
