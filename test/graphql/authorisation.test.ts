import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './authorisation-everybody.ts'
import { type Everything, openEverything } from './authorisation-everything.ts'
import { askAll, type Matrix, printMatrix } from './authorisation-matrix.ts'
import { fieldsOf, isNodeType, listed, typeOfSubject } from './authorisation-types.ts'

/**
 * Who reads which field: every field of every type, asked by every kind of viewer of a running server, about the
 * matters of one buyer. `authorisation-matrix.txt` is what was reviewed. A field that is new, or that somebody else
 * reads than before, fails here until the file is written anew by `npx vitest run --config .config/vitest.ts
 * test/graphql/authorisation -u` and each of its changes is looked at.
 */
let everything: Everything
let everyone: string[] = []
const matrix: Matrix = new Map()
beforeAll(async () => {
  everything = await openEverything()
  const { scene, subjects } = everything
  const people = await everybody(scene)
  everyone = [...people.keys()]
  const id = (subject: string) => ({ id: `"${subjects.get(subject)}"` })
  const given = {
    customer: id('Customer'),
    order: id('Order'),
    delivery: id('Delivery'),
    product: id('Product'),
    return: id('Return'),
    complaint: id('Complaint'),
    suggestion: id('Suggestion'),
    ticket: id('Ticket'),
    customerExport: id('CustomerExport'),
    returnEligibility: { orderItemId: `"${subjects.get('OrderItem')}"` },
    policies: { kind: 'RETURNS' },
    outbound: { messageId: `"${subjects.get('Message (answer in Telegram)')}"` },
    outboundPending: { channel: 'TELEGRAM', account: '"@opora_bot"' },
  }
  for (const [name, by] of people) await askAll(matrix, name, by, { subjects, given })
}, 300_000)
afterAll(async () => await everything.scene.server.close())

/** Fields that have nothing to show in this world, whoever asks. */
const empty: readonly string[] = ['RefundAllowedAction.blockedBy', 'ReturnReason.blockedBy']

describe('the authorisation matrix', () => {
  it('has every type that is not covered by a rule, and each of its fields', () => {
    const asked = new Map(
      [...matrix].map(([subject, fields]) => [typeOfSubject(subject), [...fields.keys()]]),
    )
    expect([...asked.keys()].toSorted()).toEqual(listed.map(({ name }) => name).toSorted())
    for (const type of listed) {
      expect([type.name, asked.get(type.name)]).toEqual([type.name, fieldsOf(type).map(({ name }) => name)])
    }
  })

  it('asks for something that is there', () => {
    const read = (wanted: boolean) =>
      [...matrix].flatMap(([subject, fields]) =>
        [...fields]
          .filter(([, viewers]) => [...viewers.values()].includes('read') === wanted)
          .map(([field]) => `${typeOfSubject(subject)}.${field}`),
      )
    const somewhere = new Set(read(true))
    expect(
      read(false)
        .filter((field) => !somewhere.has(field))
        .toSorted(),
    ).toEqual(empty)
  })

  it('names nobody without a token', () => {
    const named = [...matrix].filter(([, fields]) =>
      [...fields.values()].some((viewers) => viewers.has('anonymous')),
    )
    expect(named).toEqual([])
  })

  it('shows strangers the shop window, the suggestions and themselves, and nothing of the buyer', () => {
    const open = ['ChannelSettings', 'Money', 'OpeningSlot', 'Product', 'ProductPromotion', 'Suggestion']
    for (const stranger of ['guest', 'otherBuyer', 'serviceWithoutScope']) {
      const reached = [...matrix]
        .filter(([, fields]) => [...fields.values()].some((viewers) => viewers.has(stranger)))
        .map(([subject]) => subject)
        .filter((subject) => subject !== 'SuggestionAllowedAction')
      expect([stranger, reached.toSorted()]).toEqual([stranger, [...open, 'Viewer']])
      expect(matrix.get('Suggestion')?.get('author')?.get(stranger)).toBe('hidden')
    }
  })

  it('shows notes to the desk alone', () => {
    const note = [...(matrix.get('Message (note)')?.values() ?? [])]
    const readers = new Set(note.flatMap((viewers) => [...viewers.keys()]))
    expect([...readers]).toEqual(['operator', 'supervisor', 'admin'])
  })

  it('reaches every subject by its id', () => {
    const nodes = listed.filter(isNodeType).map(({ name }) => name)
    expect(nodes.filter((name) => !everything.subjects.has(name))).toEqual([])
  })

  it('is the reviewed one', async () => {
    await expect(printMatrix(matrix, everyone)).toMatchFileSnapshot('authorisation-matrix.txt')
  })
})
