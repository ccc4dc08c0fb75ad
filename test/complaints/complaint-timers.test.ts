import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome, type Person } from '../kit/world.ts'
import {
  answer,
  complaintAt,
  endDisputeWindow,
  eventsOf,
  file,
  fire,
  move,
  openScene,
  places,
  readComplaint,
  type Scene,
  timersOf,
  uuidOf,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const kindsOf = async (row: { id: string }) => (await timersOf(scene, row)).map(({ kind }) => kind)
const told = async (row: { id: string }, type: string) =>
  (await eventsOf(scene, row)).filter((event) => event.type === type)

describe('the deadline of the answer', () => {
  it('that passes is escalated once, for the desk and partners', async () => {
    const row = await complaintAt(scene, 'INVESTIGATING')
    await fire(scene, 'complaint.answer', row.id)
    const escalations = async () => await told(row, 'complaint.escalated')
    await expect.poll(escalations, { timeout: 10_000 }).toHaveLength(1)
    expect(await escalations()).toEqual([
      {
        type: 'complaint.escalated',
        ticketId: uuidOf(row.ticket?.id ?? ''),
        customerId: uuidOf(scene.cast.ownBuyer.id),
        actorKind: 'SYSTEM',
        isInternal: true,
        data: { complaintId: uuidOf(row.id) },
      },
    ])
    expect(await kindsOf(row)).toEqual([])
    const read = async (by: Person) => await readComplaint(by, row.id, 'status version escalatedAt')
    const { status, version } = row
    const seen = { status, version, escalatedAt: expect.any(String) }
    for (const by of [scene.cast.operator, scene.cast.supervisor, scene.clerk]) {
      expect(await read(by)).toEqual(seen)
    }
    for (const by of [scene.cast.ownBuyer, scene.cast.readingService]) {
      expect(await read(by)).toEqual({ status, version, escalatedAt: null })
    }
    // It is answered all the same, and is not escalated again.
    await move(scene.cast.operator, 'complaintResolve', { complaintId: row.id, ...answer })
    expect(await escalations()).toHaveLength(1)
  })

  it('that comes due twice is escalated once', async () => {
    const row = await file(scene.cast.ownBuyer)
    await fire(scene, 'complaint.answer', row.id)
    await expect.poll(async () => await kindsOf(row), { timeout: 10_000 }).toEqual([])
    const { pool } = scene.server.desk.database
    const again = `insert into due (kind, subject_id, due_at) values ('complaint.answer', $1, now())`
    await pool.query(again, [uuidOf(row.id)])
    await expect.poll(async () => await kindsOf(row), { timeout: 10_000 }).toEqual([])
    expect(await told(row, 'complaint.escalated')).toHaveLength(1)
  })

  it.each(places)('at %s runs only while there is no answer', async (place) => {
    const row = await complaintAt(scene, place)
    const isUnanswered = ['RECEIVED', 'ACKNOWLEDGED', 'INVESTIGATING', 'WAITING_CUSTOMER'].includes(place)
    const isResolved = row.status === 'RESOLVED'
    expect(await kindsOf(row)).toEqual(
      isUnanswered ? ['complaint.answer'] : isResolved ? ['complaint.close'] : [],
    )
  })

  it('ends with a withdrawal, and a late one finds nothing to escalate', async () => {
    const row = await file(scene.cast.ownBuyer)
    await move(scene.cast.ownBuyer, 'complaintWithdraw', { complaintId: row.id })
    const { pool } = scene.server.desk.database
    const late = `insert into due (kind, subject_id, due_at) values ('complaint.answer', $1, now())`
    await pool.query(late, [uuidOf(row.id)])
    await expect.poll(async () => await kindsOf(row), { timeout: 10_000 }).toEqual(['complaint.close'])
    expect(await told(row, 'complaint.escalated')).toEqual([])
    expect(await readComplaint(scene.cast.operator, row.id, 'escalatedAt')).toEqual({ escalatedAt: null })
  })

  it('is by the policy that held when it was filed', async () => {
    const { pool } = scene.server.desk.database
    const filed = await complaintAt(scene, 'INVESTIGATING')
    await pool.query(
      `insert into policy_versions (id, kind, version, valid_from, source, data)
       select gen_random_uuid(), kind, 2, now(), 'the shop', data || '{"disputeWithinDays": 3}' ||
         jsonb_build_object('answers', data -> 'answers' || '{"COURIER": {"withinDays": 2, "source": "Быстро"}}')
       from policy_versions where kind = 'COMPLAINTS' and version = 1`,
    )
    try {
      const days = (from: unknown, to: unknown) =>
        (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000
      const later = await file(scene.cast.ownBuyer)
      expect(later['answerRule']).toBe('Быстро')
      expect(days(later['createdAt'], later['answerDueAt'])).toBe(2)
      const kept = await move(scene.cast.operator, 'complaintResolve', { complaintId: filed.id, ...answer })
      expect(days(kept['createdAt'], kept['answerDueAt'])).toBe(10)
      expect(days(kept['resolvedAt'], kept['disputableUntil'])).toBe(14)
    } finally {
      await pool.query(
        `update complaints set policy_version_id = (select id from policy_versions where kind = 'COMPLAINTS' and version = 1)`,
      )
      await pool.query(`delete from policy_versions where kind = 'COMPLAINTS' and version = 2`)
    }
  })
})

describe('the time to dispute', () => {
  it('that passes closes the complaint, once', async () => {
    const row = await complaintAt(scene, 'RESOLVED')
    await fire(scene, 'complaint.close', row.id)
    const status = async () => (await readComplaint(scene.cast.ownBuyer, row.id))?.status
    await expect.poll(status, { timeout: 10_000 }).toBe('CLOSED')
    expect(await readComplaint(scene.cast.ownBuyer, row.id)).toMatchObject({
      version: row.version + 1,
      resolution: 'EXPLANATION',
      closedAt: expect.any(String),
    })
    expect((await told(row, 'complaint.statusChanged')).at(-1)).toMatchObject({
      actorKind: 'SYSTEM',
      data: { from: 'RESOLVED', to: 'CLOSED', cause: 'DISPUTE_WINDOW', resolution: null },
    })
    const closings = (await told(row, 'complaint.statusChanged')).filter(
      ({ data }) => data['to'] === 'CLOSED',
    )
    expect(closings).toHaveLength(1)
    expect(await kindsOf(row)).toEqual([])
  })

  it('ends with the dispute: nothing closes by itself then', async () => {
    const row = await complaintAt(scene, 'DISPUTED')
    expect(await kindsOf(row)).toEqual([])
    const { pool } = scene.server.desk.database
    const late = `insert into due (kind, subject_id, due_at) values ('complaint.close', $1, now())`
    await pool.query(late, [uuidOf(row.id)])
    await expect.poll(async () => await kindsOf(row), { timeout: 10_000 }).toEqual([])
    expect((await readComplaint(scene.cast.ownBuyer, row.id))?.status).toBe('DISPUTED')
  })

  it('says until when the desk must wait before it closes', async () => {
    const row = await complaintAt(scene, 'RESOLVED')
    const result = await unchanged(
      scene.server.desk,
      async () =>
        await mutate<{ retryAfterSeconds: number }>(scene.cast.supervisor, 'complaintClose', {
          complaintId: row.id,
        }),
    )
    expect(result).toMatchObject({ __typename: 'TooSoon', code: 'TOO_SOON' })
    expect(result.retryAfterSeconds).toBeGreaterThan(14 * 86_400 - 60)
    expect(result.retryAfterSeconds).toBeLessThanOrEqual(14 * 86_400)
    await endDisputeWindow(scene, row.id)
    expect(await outcome(scene.cast.supervisor, 'complaintClose', { complaintId: row.id })).toBe(
      'ComplaintClosePayload',
    )
    expect(await kindsOf(row)).toEqual([])
  })
})
