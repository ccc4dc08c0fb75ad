import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn, unchanged } from '../kit/cast.ts'
import { done, mutate, readTicket } from '../kit/world.ts'
import { describeChange, deskOutcomes, eventsDuring, openScene, type Scene } from './change.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const fields = 'subject priority topic language tags version'
const selection = `ticket { ${fields} }`

describeChange(() => scene, {
  mutation: 'ticketUpdate',
  action: 'UPDATE',
  input: { priority: 'HIGH' },
  from: 'OPEN',
  moves: {
    NEW: 'NEW',
    OPEN: 'OPEN',
    WAITING_CUSTOMER: 'WAITING_CUSTOMER',
    WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY',
    SNOOZED: 'SNOOZED',
    RESOLVED: 'RESOLVED',
    SPAM: 'SPAM',
  },
  outcomes: deskOutcomes('TicketUpdatePayload'),
})

describe('an update', () => {
  const before = {
    subject: 'Где посылка?',
    priority: 'NORMAL',
    topic: 'OTHER',
    language: 'RU',
    tags: [],
    version: 2,
  }

  it.each([
    [{ subject: '  Посылка потерялась ' }, { subject: 'Посылка потерялась' }, ['subject']],
    [{ language: 'EN' }, { language: 'EN' }, ['language']],
    [{ priority: 'URGENT' }, { priority: 'URGENT', version: 3 }, ['priority']],
    [{ topic: 'DELIVERY' }, { topic: 'DELIVERY', version: 3 }, ['topic']],
    [
      { topic: 'RETURN', priority: 'LOW', subject: 'Возврат', tags: ['vip'] },
      { topic: 'RETURN', priority: 'LOW', subject: 'Возврат', tags: ['vip'], version: 3 },
      ['subject', 'priority', 'topic'],
    ],
  ])('of %j leaves the rest', async (change, after, changed) => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    expect(await readTicket(cast.operator, id, fields)).toEqual(before)
    const expected = { ...before, ...after }
    const events = await eventsDuring(scene, id, async () => {
      const result = await done(cast.operator, 'ticketUpdate', { ticketId: id, ...change }, selection)
      expect(result.ticket).toEqual(expected)
    })
    expect(await readTicket(cast.operator, id, fields)).toEqual(expected)
    const { priority, topic } = expected
    expect(events).toEqual([{ type: 'ticket.updated', data: { fields: changed, priority, topic } }])
  })

  it('of the tags sets all of them, once each, and is no new version', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    for (const [tags, stored] of [
      [
        ['vip', ' срочно ', 'vip'],
        ['vip', 'срочно'],
      ],
      [['звонил'], ['звонил']],
      [[], []],
    ]) {
      const events = await eventsDuring(scene, id, async () => {
        const result = await done(cast.operator, 'ticketUpdate', { ticketId: id, tags }, selection)
        expect(result.ticket).toEqual({ ...before, tags: stored })
      })
      expect(events).toEqual([{ type: 'ticket.tagged', data: {} }])
    }
  })
})

describe('an update that breaks a limit', () => {
  const tooMany = Array.from({ length: 21 }, (_, index) => `метка ${index}`)
  it.each([
    ['empty', ['subject'], { subject: '' }],
    ['empty', ['subject'], { subject: '   ' }],
    ['tooLong', ['subject'], { subject: 'я'.repeat(201) }],
    ['nul', ['subject'], { subject: 'а\0б' }],
    ['surrogate', ['subject'], { subject: 'а\ud800б' }],
    ['tooMany', ['tags'], { tags: tooMany }],
    ['empty', ['tags', '1'], { tags: ['vip', ' '] }],
    ['tooLong', ['tags', '0'], { tags: ['я'.repeat(51)] }],
    ['nul', ['tags', '0'], { tags: ['а\0'] }],
    ['surrogate', ['tags', '0'], { tags: ['\udc00'] }],
  ])('is refused as `%s` at %j', async (rule, path, change) => {
    const { server, cast, resting } = scene
    const { id } = await resting('NEW')
    const update = async () => await mutate(cast.operator, 'ticketUpdate', { ticketId: id, ...change })
    expect(await unchanged(server.desk, update)).toMatchObject({ __typename: 'InvalidInput', rule, path })
  })

  it.each([
    { subject: 'я'.repeat(200) },
    { tags: tooMany.slice(1) },
    { tags: ['я'.repeat(50)] },
    { subject: '👩‍💻' },
  ])('but not at the limit itself', async (change) => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    await done(cast.operator, 'ticketUpdate', { ticketId: id, ...change })
    expect(await readTicket(cast.operator, id, Object.keys(change).join(' '))).toEqual(change)
  })
})
