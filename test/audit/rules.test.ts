import { expect, it } from 'vitest'
import { factsOf } from '../../src/domains/audit/rules.ts'

const id = '01939d7f-0000-7000-8000-00000000000a'

it.each([
  [
    'ticket.statusChanged',
    { from: 'NEW', to: 'OPEN', resolution: null },
    { from: 'NEW', to: 'OPEN', resolution: null },
  ],
  ['message.sent', { messageId: id, seq: 7 }, { messageId: `msg_${id}`, seq: '7' }],
  ['operator.updated', { isDisabled: true }, { isDisabled: 'true' }],
  ['policy.published', { policyVersionId: id, version: 2 }, { policyVersionId: `pol_${id}`, version: '2' }],
  [
    'delivery.problemReported',
    { deliveryId: id, problemId: id },
    { deliveryId: `dlv_${id}`, problemId: `dpr_${id}` },
  ],
  ['ticket.merged', { intoId: id }, { intoId: `tkt_${id}` }],
  ['customer.linked', { intoId: id }, { intoId: `cus_${id}` }],
  ['ticket.linked', { fromCustomerId: id }, { fromCustomerId: `cus_${id}` }],
  [
    'ticket.assigned',
    { assigneeId: id, teamId: null, before: { customerId: id, assigneeId: null, teamId: id } },
    {
      assigneeId: `opr_${id}`,
      teamId: null,
      'before.customerId': `cus_${id}`,
      'before.assigneeId': null,
      'before.teamId': `tea_${id}`,
    },
  ],
  [
    'ticket.objectChanged',
    { change: 'order.upserted', objectId: id },
    { change: 'order.upserted', objectId: `ord_${id}` },
  ],
  ['ticket.updated', { fields: ['topic', 'priority'] }, { fields: 'topic, priority' }],
  // What nobody has foreseen is shown as it stands.
  ['x.y', { strangeId: id, parts: [{ a: 1 }] }, { strangeId: id, parts: '{"a":1}' }],
])('%s %j', (type, data, facts) => {
  expect(Object.fromEntries(factsOf(type, data).map(({ name, value }) => [name, value]))).toEqual(facts)
})
