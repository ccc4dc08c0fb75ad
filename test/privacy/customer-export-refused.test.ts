import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { admin, buyer, guest, mutate, openTicket, outcome, type Person, service } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import { openScene, type Scene } from '../returns/scene.ts'
import { ask, exportIn, readExport } from './archive.ts'
import { pathsIn } from './seeds.ts'

let scene: Scene
let owner: Person
beforeAll(async () => {
  scene = await openScene({ EXPORT_MAX_BYTES: '3000' })
  owner = await admin(scene.server)
})
afterAll(async () => await scene.server.close())

describe('who asks for an export', () => {
  it('is the customer or a guest for themself, or a supervisor or admin for anybody', async () => {
    const visitor = await guest(scene.server, 'Гость')
    const own = await ask(visitor)
    expect(own).toMatchObject({ customer: { id: visitor.id } })
    await exportIn(visitor, own.id, 'READY')
    for (const by of [scene.cast.supervisor, owner]) {
      const dima = await buyer(scene.server, `dima of ${by.id}`)
      const asked = await ask(by, { customerId: dima.id })
      expect(asked).toMatchObject({ requestedByKind: 'OPERATOR', customer: { id: dima.id } })
      // It is the customer's own too, whoever asked for it.
      await exportIn(dima, asked.id, 'READY')
    }
  })

  it('is nobody else, and nothing is written for them', async () => {
    const { cast, server } = scene
    const input = { customerId: cast.ownBuyer.id }
    const customers = await service(server, 'customers:write')
    await customers.answer('{ viewer { role } }')
    await unchanged(server.desk, async () => {
      expect(await outcome(cast.anonymous, 'customerExportRequest', {})).toBe('UNAUTHENTICATED')
      for (const by of [
        cast.operator,
        cast.operatorOfAnotherTeam,
        cast.service,
        cast.serviceWithoutScope,
        customers,
      ]) {
        expect(await outcome(by, 'customerExportRequest', input)).toBe('FORBIDDEN')
      }
      expect(await mutate(cast.otherBuyer, 'customerExportRequest', input)).toMatchObject({
        __typename: 'InvalidInput',
        rule: 'forbidden',
      })
      expect(await mutate(owner, 'customerExportRequest', {})).toMatchObject({ rule: 'required' })
      for (const customerId of ['x', 'cus_00000000-0000-7000-8000-000000000000']) {
        expect(await outcome(owner, 'customerExportRequest', { customerId })).toBe('NotFound')
      }
      const key = { idempotencyKey: 'x'.repeat(500) }
      expect(await outcome(cast.ownBuyer, 'customerExportRequest', key)).toBe('InvalidInput')
    })
  })

  it('gets the one that is being made, and as a buyer no second one for a day', async () => {
    const eva = await buyer(scene.server, 'eva')
    const { pool } = scene.server.desk.database
    const key = { idempotencyKey: 'once' }
    const first = await ask(eva, key)
    const supervised = await ask(scene.cast.supervisor, { customerId: eva.id })
    await exportIn(eva, first.id, 'READY')
    // The desk was in time for the same one, or too late for it.
    await exportIn(eva, supervised.id, 'READY')
    expect((await ask(eva, key)).id).toBe(first.id)
    await unchanged(scene.server.desk, async () => {
      expect(await mutate(eva, 'customerExportRequest', {})).toMatchObject({
        __typename: 'TooSoon',
        retryAfterSeconds: expect.any(Number) as number,
      })
      expect(await outcome(eva, 'customerExportRequest', { ...key, customerId: eva.id })).toBe(
        'IdempotencyConflict',
      )
    })
    await pool.query(
      `update customer_exports set created_at = now() - interval '25 hours' where customer_id = $1`,
      [uuidOf(eva.id)],
    )
    expect((await ask(eva)).id).not.toBe(first.id)
  })
})

describe('an export', () => {
  it('is seen and listed by its customer, supervisors and admins only', async () => {
    const { cast } = scene
    const { id } = await ask(cast.ownBuyer)
    const listed = async (by: Person) => {
      const query = `query ($customerId: ID) { customerExports(customerId: $customerId) { nodes { id } } }`
      const found = await by.ask<{ customerExports: { nodes: { id: string }[] } }>(query, {
        customerId: cast.ownBuyer.id,
      })
      return found.customerExports.nodes.map((one) => one.id)
    }
    for (const by of [cast.ownBuyer, cast.supervisor, owner]) {
      expect([(await readExport(by, id))?.id, await listed(by)]).toEqual([id, [id]])
    }
    const others = [cast.otherBuyer, cast.guest, cast.operator, cast.service, cast.readingService]
    for (const by of others) expect([await readExport(by, id), await listed(by)]).toEqual([null, []])
    await expect(readExport(cast.anonymous, id)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('that would be larger than the limit is not made', async () => {
    const zina = await buyer(scene.server, 'zina')
    for (let count = 0; count < 60; count += 1) await openTicket(zina, { text: crypto.randomUUID() })
    const { id } = await ask(zina)
    expect(await exportIn(zina, id, 'FAILED')).toMatchObject({ failureCode: 'tooLarge', url: null })
    expect((await pathsIn(scene.server)).filter((path) => path.includes(uuidOf(id)))).toEqual([])
  })
})
