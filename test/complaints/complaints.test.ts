import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsDuring } from '../kit/statements.ts'
import { buyer, done, type Person, readTicket, service } from '../kit/world.ts'
import { insertDelivery, insertOrder } from './orders.ts'
import { complaintAt, file, openScene, readComplaint, type Scene } from './scene.ts'

let scene: Scene
let importer: Person
beforeAll(async () => {
  scene = await openScene()
  importer = await service(scene.server, 'import:write')
})
afterAll(async () => await scene.server.close())

const all = `id number status version customer { id } ticket { id } order { id } delivery { id }
  allowedActions { action } answerRule disputableUntil`

describe('complaint', () => {
  it('is found by id, by number and as a node, by those who may see it', async () => {
    const row = await complaintAt(scene, 'ACKNOWLEDGED')
    const ask = async (by: Person) =>
      await by.ask<Record<string, { id: string } | null>>(
        `query ($id: ID!, $number: String!) {
          byId: complaint(id: $id) { id } byNumber: complaint(number: $number) { id } node(id: $id) { id } }`,
        { id: row.id, number: row.number.toLowerCase().replace('-', '') },
      )
    const { cast, clerk } = scene
    const seen = { byId: { id: row.id }, byNumber: { id: row.id }, node: { id: row.id } }
    const hidden = { byId: null, byNumber: null, node: null }
    for (const who of [
      cast.ownBuyer,
      cast.operator,
      cast.operatorOfAnotherTeam,
      cast.supervisor,
      cast.readingService,
      clerk,
      importer,
    ]) {
      expect(await ask(who)).toEqual(seen)
    }
    for (const who of [cast.otherBuyer, cast.guest, cast.serviceWithoutScope, cast.service]) {
      expect(await ask(who)).toEqual(hidden)
    }
    await expect(ask(cast.anonymous)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('takes either id or number, and finds nothing by words of another shape', async () => {
    const { operator } = scene.cast
    await expect(operator.ask('{ complaint { id } }')).rejects.toThrow('BAD_USER_INPUT')
    await expect(operator.ask('{ complaint(id: "x", number: "C-1") { id } }')).rejects.toThrow(
      'BAD_USER_INPUT',
    )
    for (const call of ['id: ""', 'id: "tkt_1"', 'number: ""', 'number: "R-000001"', 'number: "C-999999999"'])
      expect(await operator.ask(`{ complaint(${call}) { id } }`)).toEqual({ complaint: null })
  })

  it('shows what belongs to it to each as far as they may see that', async () => {
    const { ownBuyer, operator, operatorOfAnotherTeam, supervisor, teamId } = scene.cast
    const order = await insertOrder(scene.server.desk, ownBuyer)
    const deliveryId = `dlv_${await insertDelivery(scene.server.desk, ownBuyer, order)}`
    const { id, ticket } = await file(ownBuyer, { deliveryId })
    await done(supervisor, 'ticketAssign', { ticketId: ticket?.id, teamId })
    const related = 'customer { id } ticket { id complaint { id } } order { id } delivery { id }'
    const whole = {
      customer: { id: ownBuyer.id },
      ticket: { id: ticket?.id, complaint: { id } },
      order: { id: `ord_${order}` },
      delivery: { id: deliveryId },
    }
    for (const who of [ownBuyer, operator, supervisor, scene.cast.readingService]) {
      expect(await readComplaint(who, id, related)).toEqual(whole)
    }
    expect(await readComplaint(operatorOfAnotherTeam, id, related)).toEqual({ ...whole, ticket: null })
    expect(await readComplaint(scene.clerk, id, related)).toEqual({
      customer: whole.customer,
      ticket: null,
      order: null,
      delivery: null,
    })
    // Who reads tickets but no complaints sees none on them.
    const read = await readTicket(scene.cast.service, ticket?.id ?? '', 'complaint { id }')
    expect(read).toEqual({ complaint: null })
  })
})

describe('lists of complaints', () => {
  const ids = async (by: Person, filter: object = {}) => {
    const { complaints } = await by.ask<{
      complaints: { nodes: { id: string }[]; totalCount: { value: number } }
    }>(
      `query ($filter: ComplaintFilter) {
        complaints(filter: $filter, first: 100) { nodes { id } totalCount { value } } }`,
      { filter },
    )
    expect(complaints.totalCount.value).toBe(complaints.nodes.length)
    return complaints.nodes.map(({ id }) => id)
  }

  it('are narrowed by state, matter, resolution, customer and order, newest first', async () => {
    const { cast } = scene
    const { ownBuyer, operator } = cast
    const order = await insertOrder(scene.server.desk, ownBuyer)
    const deliveryId = `dlv_${await insertDelivery(scene.server.desk, ownBuyer, order)}`
    const orderId = `ord_${order}`
    const resolved = await complaintAt(scene, 'RESOLVED', { deliveryId })
    const received = await complaintAt(scene, 'RECEIVED', { orderId, about: 'GOODS' })
    const both = [received.id, resolved.id]
    for (const by of [ownBuyer, operator, cast.readingService, scene.clerk, importer]) {
      expect(await ids(by, { orderId })).toEqual(both)
    }
    expect(await ids(operator, { orderId, statuses: ['RECEIVED', 'CLOSED'] })).toEqual([received.id])
    expect(await ids(operator, { orderId, about: ['COURIER'] })).toEqual([resolved.id])
    expect(await ids(operator, { orderId, resolutions: ['EXPLANATION'] })).toEqual([resolved.id])
    expect(await ids(operator, { orderId, resolutions: ['APOLOGY'] })).toEqual([])
    expect(await ids(operator, { orderId, customerId: ownBuyer.id })).toEqual(both)
    expect(await ids(operator, { customerId: cast.otherBuyer.id })).toEqual([])
    expect(await ids(operator, { customerId: 'nobody' })).toEqual([])
    expect(await ids(operator, { orderId: 'nothing' })).toEqual([])
    for (const who of [cast.otherBuyer, cast.guest, cast.serviceWithoutScope, cast.service]) {
      expect(await ids(who)).toEqual([])
      expect(await ids(who, { customerId: ownBuyer.id })).toEqual([])
    }
    const nested = `query ($order: ID!, $delivery: ID!) {
      order(id: $order) { complaints { nodes { id } } customer { complaints(first: 1) { nodes { id } } } }
      delivery(id: $delivery) { complaints { nodes { id } } } }`
    expect(await operator.ask(nested, { order: orderId, delivery: deliveryId })).toEqual({
      order: {
        complaints: { nodes: both.map((id) => ({ id })) },
        customer: { complaints: { nodes: [{ id: received.id }] } },
      },
      delivery: { complaints: { nodes: [{ id: resolved.id }] } },
    })
  })

  it('are walked page by page, both ways', async () => {
    const by = await buyer(scene.server, 'many-complaints')
    const filed: string[] = []
    for (let index = 0; index < 5; index += 1) filed.unshift((await file(by)).id)
    const page = async (args: string) => {
      const read = await by.ask<{
        complaints: {
          nodes: { id: string }[]
          pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean }
        }
      }>(
        `{ complaints(${args}) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
      )
      return { ids: read.complaints.nodes.map(({ id }) => id), ...read.complaints.pageInfo }
    }
    const first = await page('first: 2')
    expect(first).toMatchObject({ ids: filed.slice(0, 2), hasNextPage: true, hasPreviousPage: false })
    const rest = await page(`first: 3, after: "${first.endCursor}"`)
    expect(rest).toMatchObject({ ids: filed.slice(2), hasNextPage: false, hasPreviousPage: true })
    const back = await page(`last: 2, before: "${rest.startCursor}"`)
    expect(back.ids).toEqual(filed.slice(0, 2))
    for (const args of ['first: 0', 'first: 101', 'first: 1, last: 1', 'after: "x"']) {
      await expect(page(args)).rejects.toThrow('BAD_USER_INPUT')
    }
  })

  it('cost the same number of statements for one and for fifty', async () => {
    const few = await buyer(scene.server, 'one-complaint')
    const many = await buyer(scene.server, 'fifty-complaints')
    await file(few)
    for (let index = 0; index < 50; index += 1) await file(many)
    const query = `query ($id: ID!) { complaints(filter: { customerId: $id }, first: 100) { nodes { ${all} } }
      customer(id: $id) { complaints(first: 100) { nodes { ${all} } } tickets(first: 100) { nodes { complaint { ${all} } } } } }`
    const costs: number[] = []
    for (const { id } of [few, many, few]) {
      const statements = await statementsDuring(
        scene.server.desk,
        async () => await scene.cast.supervisor.ask(query, { id }),
      )
      costs.push(statements.length)
    }
    expect(costs[1]).toBe(costs[2])
    expect(costs[2]).toBeLessThan(20)
  })
})
