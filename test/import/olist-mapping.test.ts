import { describe, expect, test } from 'vitest'
import { RowRefused } from '../../src/commands/import/bulk/table.ts'
import { toDeliveries, toTrackingEvents } from '../../src/commands/import/olist/map-deliveries.ts'
import { productName, sumOf, toOrder } from '../../src/commands/import/olist/map-orders.ts'
import { customerMapper, toPayment, toProduct } from '../../src/commands/import/olist/map-shop.ts'
import type { OrderRow } from '../../src/commands/import/olist/shop.ts'
import { item, order, shopOf } from './olist-rows.ts'

describe('an order', () => {
  test('with its items, address and times', () => {
    expect(toOrder(order, shopOf())).toEqual([
      {
        key: 'o1',
        item: {
          source: 'olist',
          externalId: 'o1',
          number: 'o1',
          customerExternalId: 'olist:p1',
          status: 'DELIVERED',
          rawStatus: 'delivered',
          currencyCode: 'BRL',
          items: [
            {
              externalId: '1',
              productExternalId: 'abcdef0123456789',
              name: 'Health beauty abcdef01',
              category: 'health_beauty',
              sellerName: 'maua, SP (s1)',
              quantity: 1,
              unitPrice: '199.00',
              shipping: '17.87',
            },
          ],
          shippingTotal: '17.87',
          total: '216.87',
          address: { country: 'BR', region: 'MG', city: 'itapecerica', postalCode: '35550' },
          placedAt: '2018-01-14T16:33:31.000Z',
          approvedAt: '2018-01-14T16:48:30.000Z',
          promisedTo: '2018-02-06T01:59:59.999Z',
          deliveredAt: '2018-01-22T15:19:16.000Z',
          sourceUpdatedAt: '2018-01-22T15:19:16.000Z',
        },
      },
    ])
  })

  test('without items or approval is worth nothing and was changed last when it was placed', () => {
    const bare = { ...order, order_approved_at: '', order_delivered_carrier_date: '' }
    const created = { ...bare, order_status: 'created', order_delivered_customer_date: '' }
    const [made] = toOrder(created, shopOf(created, []))
    expect(made?.item).toMatchObject({ items: [], shippingTotal: '0.00', total: '0.00', status: 'CREATED' })
    expect(made?.item.sourceUpdatedAt).toBe('2018-01-14T16:33:31.000Z')
    expect(made?.item).not.toHaveProperty('approvedAt')
    expect(made?.item).not.toHaveProperty('deliveredAt')
  })

  test.each([
    ['created', 'CREATED'],
    ['approved', 'PROCESSING'],
    ['processing', 'PROCESSING'],
    ['invoiced', 'PROCESSING'],
    ['shipped', 'SHIPPED'],
    ['delivered', 'DELIVERED'],
    ['canceled', 'CANCELLED'],
    ['unavailable', 'UNAVAILABLE'],
    ['teleported', 'UNKNOWN'],
    ['toString', 'UNKNOWN'],
  ])('%s is %s', (raw, status) => {
    const [made] = toOrder({ ...order, order_status: raw }, shopOf())
    expect(made?.item).toMatchObject({ status, rawStatus: raw })
  })

  test.each<[string, Partial<OrderRow>, string]>([
    ['of nobody', { customer_id: 'c9' }, 'customer_id c9 is not among the customers'],
    ['without a time', { order_purchase_timestamp: '' }, 'order_purchase_timestamp is empty'],
    ['with a broken time', { order_approved_at: 'soon' }, 'order_approved_at is no time: "soon"'],
    [
      'with a broken estimate',
      { order_estimated_delivery_date: '2018-02-30' },
      'order_estimated_delivery_date is no day: "2018-02-30"',
    ],
  ])('%s is refused with its reason', (_, fields, reason) => {
    expect(() => toOrder({ ...order, ...fields }, shopOf())).toThrow(new RowRefused(reason))
  })

  test('with a price that is none is refused', () => {
    const shop = shopOf(order, [item('1', 's1', { price: '1.234' })])
    expect(() => toOrder(order, shop)).toThrow(new RowRefused('no amount: "1.234"'))
  })

  test.each([
    [[], '0.00'],
    [['0.1', '0.2'], '0.30'],
    [['17.87', '199.00', '5'], '221.87'],
    [['0.01'], '0.01'],
  ])('%j adds up to %s', (amounts, sum) => {
    expect(sumOf(amounts)).toBe(sum)
  })
})

describe('products and customers', () => {
  test('a product is called by its category and id', () => {
    const [made] = toProduct(
      { product_id: 'abcdef0123456789', product_category_name: 'beleza_saude' },
      shopOf(),
    )
    expect(made?.item).toMatchObject({ name: 'Health beauty abcdef01', category: 'health_beauty' })
    expect(productName('0123456789', undefined)).toBe('Product 01234567')
  })

  test('a person with several addresses is one customer', () => {
    const toCustomer = customerMapper()
    const row = (id: string, person: string) => ({
      customer_id: id,
      customer_unique_id: person,
      customer_zip_code_prefix: '',
      customer_city: '',
      customer_state: '',
    })
    const made = [row('c1', 'p1'), row('c2', 'p1'), row('c3', 'p2')].flatMap(toCustomer)
    expect(made.map(({ item: { externalId } }) => externalId)).toEqual(['olist:p1', 'olist:p2'])
  })
})

describe('a payment', () => {
  const payment = {
    order_id: 'o1',
    payment_sequential: '2',
    payment_type: 'boleto',
    payment_installments: '0',
    payment_value: '127.55',
  }

  test.each([
    ['credit_card', 'CARD'],
    ['debit_card', 'CARD'],
    ['boleto', 'BANK_SLIP'],
    ['voucher', 'VOUCHER'],
    ['not_defined', 'OTHER'],
    ['toString', 'OTHER'],
  ])('by %s is %s', (raw, method) => {
    const [made] = toPayment({ ...payment, payment_type: raw }, shopOf())
    expect(made?.item).toMatchObject({ method, rawMethod: raw, externalId: 'o1:2', instalmentCount: 1 })
  })

  test.each<[string, Partial<OrderRow>, string, string]>([
    ['delivered', {}, 'CAPTURED', '127.55'],
    ['delivered', { order_approved_at: '' }, 'CAPTURED', '127.55'],
    ['invoiced', {}, 'CAPTURED', '127.55'],
    ['created', { order_approved_at: '' }, 'PENDING', '0'],
    ['canceled', {}, 'CANCELLED', '0'],
    ['unavailable', {}, 'CANCELLED', '0'],
  ])('of an order that is %s', (status, fields, expected, captured) => {
    const [made] = toPayment(payment, shopOf({ ...order, order_status: status, ...fields }))
    expect(made?.item).toMatchObject({ status: expected, amount: '127.55', capturedAmount: captured })
  })
})

describe('parcels', () => {
  test('one for each seller, with its lines', () => {
    const shop = shopOf(order, [item('1', 's1'), item('2', 's2'), item('3', 's1')])
    const parcels = toDeliveries(order, shop)
    expect(
      parcels.map(({ item: { externalId, items, sellerName } }) => [externalId, sellerName, items]),
    ).toEqual([
      [
        'o1:s1',
        'maua, SP (s1)',
        [
          { orderItemExternalId: '1', quantity: 1 },
          { orderItemExternalId: '3', quantity: 1 },
        ],
      ],
      ['o1:s2', 's2', [{ orderItemExternalId: '2', quantity: 1 }]],
    ])
    expect(parcels[0]?.item.promisedTo).toBe('2018-02-06T01:59:59.999Z')
    expect(toDeliveries(order, shopOf(order, []))).toEqual([])
  })

  const codes = (fields: Partial<OrderRow>) => {
    const row = { ...order, ...fields }
    return toTrackingEvents(row, shopOf(row)).map(({ item: { code, occurredAt } }) => `${code} ${occurredAt}`)
  }

  test('tell what the order’s times say', () => {
    expect(codes({})).toEqual([
      'CREATED 2018-01-14T16:33:31.000Z',
      'CREATED 2018-01-14T16:48:30.000Z',
      'HANDED_TO_CARRIER 2018-01-16T14:36:48.000Z',
      'DELIVERED 2018-01-22T15:19:16.000Z',
    ])
  })

  test('of a cancelled order are cancelled by the last that is known, unless they were delivered', () => {
    const cancelled = { order_status: 'canceled', order_delivered_customer_date: '' }
    expect(codes(cancelled).at(-1)).toBe('CANCELLED 2018-01-16T14:36:48.000Z')
    expect(codes({ order_status: 'canceled' }).at(-1)).toBe('DELIVERED 2018-01-22T15:19:16.000Z')
  })

  test('delivered without a date stay where they were seen last', () => {
    expect(codes({ order_delivered_customer_date: '' }).at(-1)).toBe(
      'HANDED_TO_CARRIER 2018-01-16T14:36:48.000Z',
    )
  })
})
