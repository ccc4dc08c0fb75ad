import { describe, expect, it } from 'vitest'
import { compareSchemas } from '../../src/commands/contract/compare.ts'

const today = '2027-01-15'
const passed = '@deprecated(reason: "Use `Order.total`. Removed after 2027-01-14.")'
const ahead = '@deprecated(reason: "Use `Order.total`. Removed after 2027-01-15.")'

/** The released schema; each case changes one line of it. */
const lines = (changed: Readonly<Record<string, string>> = {}) => {
  const schema: Record<string, string> = {
    order: 'order(id: ID!, number: String): Order',
    sum: 'sum: Int',
    total: 'total: Int!',
    status: 'status: Status!',
    values: 'NEW PAID',
    input: 'id: ID! note: String',
    result: 'OrderPayPayload | NotFound',
    other: 'type Other { id: ID! }',
    ...changed,
  }
  return `
    type Query { ${schema['order']} other: Other }
    type Mutation { orderPay(input: OrderPayInput!): OrderPayResult! ${schema['mutation'] ?? ''} }
    type Order { ${schema['sum']} ${schema['total']} ${schema['status']} }
    enum Status { ${schema['values']} }
    input OrderPayInput { ${schema['input']} }
    union OrderPayResult = ${schema['result']}
    type OrderPayPayload { order: Order! }
    type NotFound { code: String! }
    ${schema['other']}
    ${schema['more'] ?? ''}
  `
}

type Changed = Readonly<Record<string, string>>
const compare = async (present: Changed, before: Changed = {}, section = '') =>
  await compareSchemas({ released: lines(before), present: lines(present), section }, today)

describe('what breaks clients fails', () => {
  it.each<[string, Changed, string]>([
    ['a field that is gone', { sum: '' }, 'Order.sum'],
    ['an argument that is gone', { order: 'order(id: ID!): Order' }, 'Query.order.number'],
    ['a value that is gone', { values: 'NEW' }, 'Status.PAID'],
    ['an input field that is gone', { input: 'id: ID!' }, 'OrderPayInput.note'],
    ['a member of a union that is gone', { result: 'OrderPayPayload' }, 'OrderPayResult'],
    ['a field that may be null now', { total: 'total: Int' }, 'Order.total'],
    ['a field of another type', { total: 'total: String!' }, 'Order.total'],
    [
      'a new argument that is required',
      { order: 'order(id: ID!, number: String, x: Int!): Order' },
      'Query.order.x',
    ],
    [
      'an argument that is required now',
      { order: 'order(id: ID!, number: String!): Order' },
      'Query.order.number',
    ],
    ['a new input field that is required', { input: 'id: ID! note: String x: Int!' }, 'OrderPayInput.x'],
  ])('%s', async (_name, present, path) => {
    const { broken, removed } = await compare(present)
    expect([broken.map((line) => line.split(':', 1)[0]), removed]).toEqual([[path], []])
  })
})

describe('what was deprecated in a release', () => {
  const members: [string, (deprecation: string) => Changed, Changed, string][] = [
    ['a field', (said) => ({ sum: `sum: Int ${said}` }), { sum: '' }, 'Order.sum'],
    ['a value', (said) => ({ values: `NEW PAID ${said}` }), { values: 'NEW' }, 'Status.PAID'],
    [
      'an input field',
      (said) => ({ input: `id: ID! note: String ${said}` }),
      { input: 'id: ID!' },
      'OrderPayInput.note',
    ],
    [
      'an argument',
      (said) => ({ order: `order(id: ID!, number: String ${said}): Order` }),
      { order: 'order(id: ID!): Order' },
      'Query.order.number',
    ],
  ]

  it.each(members)('%s may go after its day', async (_name, deprecated, present, path) => {
    const { broken, removed } = await compare(present, deprecated(passed))
    expect([broken, removed.map((line) => line.split(':', 1)[0])]).toEqual([[], [path]])
  })

  it.each(members)('%s may not go on its day', async (_name, deprecated, present) => {
    expect((await compare(present, deprecated(ahead))).broken).toHaveLength(1)
  })

  it.each(members)('%s may not go when no day was said', async (_name, deprecated, present) => {
    const { broken } = await compare(present, deprecated('@deprecated(reason: "Use `Order.total`.")'))
    expect(broken).toHaveLength(1)
  })

  it.each(members)('%s may not become something else', async (_name, deprecated) => {
    const { broken } = await compare({ sum: 'sum: String!' }, { sum: 'sum: Int', ...deprecated(passed) })
    expect(broken.map((line) => line.split(':', 1)[0])).toEqual(['Order.sum'])
  })

  it('is no excuse when it was not released', async () => {
    const { broken } = await compare({ values: 'NEW' }, {}, '`Status.PAID` was deprecated yesterday')
    expect(broken).toHaveLength(1)
  })
})

describe('types', () => {
  const withOld = (said: string): Changed => ({
    mutation: `orderBuy(input: OrderBuyInput!): OrderBuyResult! ${said}`,
    more: `
      input OrderBuyInput { id: ID! }
      union OrderBuyResult = OrderBuyPayload | NotFound
      type OrderBuyPayload { order: Order! }
    `,
  })

  it('go with the last member that led to them', async () => {
    const { broken, removed } = await compare({}, withOld(passed))
    expect(broken).toEqual([])
    expect(removed.map((line) => line.split(':', 1)[0]).toSorted()).toEqual([
      'Mutation.orderBuy',
      'OrderBuyInput',
      'OrderBuyPayload',
      'OrderBuyResult',
    ])
  })

  it('stay while anything leads to them', async () => {
    expect((await compare({}, withOld(ahead))).broken).toHaveLength(4)
    const gone = { order: 'order(id: ID!, number: String): Order', other: 'scalar Other' }
    expect((await compare(gone)).broken).toHaveLength(1)
  })

  it('say in their description that members of unions go', async () => {
    const said = '"Not found. Deprecated: Use `Order`. Removed after 2027-01-14." type Gone { code: String! }'
    const before = { result: 'OrderPayPayload | NotFound | Gone', more: said }
    expect((await compare({}, before)).broken).toEqual([])
    expect((await compare({}, { ...before, more: said.replace('-14', '-15') })).broken).toHaveLength(2)
  })
})

describe('what adds', () => {
  const added: Changed = {
    total: 'total: Int! vat: Int',
    mutation: 'orderSend(input: OrderSendInput!): OrderSendPayload!',
    more: 'input OrderSendInput { id: ID! } type OrderSendPayload { order: Order! }',
  }

  it('passes, a type standing for its fields', async () => {
    const { broken, dangerous, added: lines_ } = await compare(added)
    expect([broken, dangerous]).toEqual([[], []])
    expect(lines_.map((line) => line.split(':', 1)[0]).toSorted()).toEqual([
      'Mutation.orderSend',
      'Order.vat',
      'OrderSendInput',
      'OrderSendPayload',
    ])
  })

  it.each<[string, Changed]>([
    ['a value', { values: 'NEW PAID SENT' }],
    ['a member of a union', { result: 'OrderPayPayload | NotFound | Order' }],
    ['an argument', { order: 'order(id: ID!, number: String, x: Int): Order' }],
  ])('%s passes and is told as dangerous', async (_name, present) => {
    const { broken, dangerous } = await compare(present)
    expect([broken.length, dangerous.length]).toEqual([0, 1])
  })

  it('is to be told in the change log, by its coordinate or by what it comes with', async () => {
    expect((await compare(added)).unmentioned).toHaveLength(4)
    expect((await compare(added, {}, 'New: `orderSend`, which sends; `Order.vat`.')).unmentioned).toEqual([])
    const { unmentioned } = await compare(added, {}, 'New: orderSend, and `Order`.')
    expect(unmentioned.map((line) => line.split(':', 1)[0]).toSorted()).toEqual([
      'Mutation.orderSend',
      'OrderSendInput',
      'OrderSendPayload',
    ])
  })

  it('a description is counted and need not be told', async () => {
    const { descriptionCount, unmentioned, added: none } = await compare({ total: '"Of all." total: Int!' })
    expect([descriptionCount, unmentioned, none]).toEqual([1, [], []])
  })
})
