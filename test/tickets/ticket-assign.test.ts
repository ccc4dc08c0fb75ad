import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn, unchanged } from '../kit/cast.ts'
import { admin, done, mutate, operator, readTicket } from '../kit/world.ts'
import { describeChange, deskOutcomes, eventsDuring, openScene, type Scene } from './change.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const selection = 'ticket { status version assignee { id } team { id } }'
const uuid = (id: string) => id.slice(4)

describeChange(() => scene, {
  mutation: 'ticketAssign',
  action: 'ASSIGN',
  input: { teamId: null },
  from: 'NEW',
  moves: {
    NEW: 'NEW',
    OPEN: 'OPEN',
    WAITING_CUSTOMER: 'WAITING_CUSTOMER',
    WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY',
    SNOOZED: 'SNOOZED',
    RESOLVED: 'RESOLVED',
  },
  outcomes: deskOutcomes('TicketAssignPayload'),
})

describe('an assignment', () => {
  it('to an operator opens a new ticket and keeps the team', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    const events = await eventsDuring(scene, id, async () => {
      const input = { ticketId: id, assigneeId: cast.operator.id }
      expect(await done(cast.supervisor, 'ticketAssign', input, selection)).toMatchObject({
        ticket: { status: 'OPEN', version: 3, assignee: { id: cast.operator.id }, team: { id: cast.teamId } },
      })
    })
    const before = { customerId: uuid(cast.ownBuyer.id), assigneeId: null, teamId: uuid(cast.teamId) }
    expect(events).toEqual([
      {
        type: 'ticket.statusChanged',
        data: { from: 'NEW', to: 'OPEN', cause: 'CLAIM', resolution: null },
      },
      {
        type: 'ticket.assigned',
        data: { assigneeId: uuid(cast.operator.id), teamId: uuid(cast.teamId), before },
      },
    ])
  })

  it('to another team keeps the assignee, and moves the ticket out of the old team’s sight', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    expect(await readTicket(cast.operator, id, 'id')).toEqual({ id })
    expect(await readTicket(cast.operatorOfAnotherTeam, id)).toBeNull()
    const input = { ticketId: id, teamId: cast.otherTeamId }
    expect(await done(cast.supervisor, 'ticketAssign', input, selection)).toMatchObject({
      ticket: { status: 'NEW', version: 3, assignee: null, team: { id: cast.otherTeamId } },
    })
    expect(await readTicket(cast.operator, id)).toBeNull()
    expect(await readTicket(cast.operatorOfAnotherTeam, id, 'id')).toEqual({ id })
  })

  it('to somebody outside the team lets them see that one ticket', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    const assigneeId = cast.operatorOfAnotherTeam.id
    await done(cast.operator, 'ticketAssign', { ticketId: id, assigneeId })
    expect(await readTicket(cast.operatorOfAnotherTeam, id, 'assignee { id }')).toEqual({
      assignee: { id: assigneeId },
    })
  })

  it('to nobody and to no team puts the ticket into the common queue', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    await done(cast.operator, 'ticketClaim', { ticketId: id })
    const input = { ticketId: id, assigneeId: null, teamId: null }
    expect(await done(cast.service, 'ticketAssign', input, selection)).toMatchObject({
      ticket: { status: 'OPEN', version: 4, assignee: null, team: null },
    })
    expect(await readTicket(cast.operatorOfAnotherTeam, id, 'id')).toEqual({ id })
  })
})

describe('an assignee or team that is not there', () => {
  const absent = (prefix: string) => `${prefix}_01990000-0000-7000-8000-000000000000`
  it.each([
    ['assigneeId', absent('opr')],
    ['assigneeId', absent('cus')],
    ['assigneeId', 'olga'],
    ['assigneeId', ''],
    ['teamId', absent('tea')],
    ['teamId', 'delivery'],
  ])('%s %j is not found', async (field, value) => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast)
    const assign = async () => await mutate(cast.supervisor, 'ticketAssign', { ticketId: id, [field]: value })
    expect(await unchanged(server.desk, assign)).toMatchObject({ __typename: 'NotFound', path: [field] })
  })

  it('nothing of the two is written when one is missing', async () => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast)
    const input = { ticketId: id, assigneeId: cast.operator.id, teamId: absent('tea') }
    const assign = async () => await mutate(cast.supervisor, 'ticketAssign', input)
    expect(await unchanged(server.desk, assign)).toMatchObject({ __typename: 'NotFound', path: ['teamId'] })
  })

  it('a disabled operator gets no ticket', async () => {
    const { server, cast } = scene
    const leaver = await operator(server, 'leaver')
    await done(await admin(server), 'operatorUpdate', { operatorId: leaver.id, isDisabled: true }, 'cursor')
    const { id } = await ticketIn(cast)
    const input = { ticketId: id, assigneeId: leaver.id }
    const assign = async () => await mutate(cast.supervisor, 'ticketAssign', input)
    expect(await unchanged(server.desk, assign)).toMatchObject({
      __typename: 'NotFound',
      path: ['assigneeId'],
    })
  })
})
