import type { Place, Return } from './scene.ts'

/** Every kind of viewer, as a return of one buyer sees them. */
export type Role =
  | 'anonymous'
  | 'guest'
  | 'otherBuyer'
  | 'ownBuyer'
  | 'operator'
  | 'supervisor'
  | 'warehouse'
  | 'cashier'
  | 'reader'
export const roles: readonly Role[] = [
  'anonymous',
  'guest',
  'otherBuyer',
  'ownBuyer',
  'operator',
  'supervisor',
  'warehouse',
  'cashier',
  'reader',
]

export interface Action {
  readonly mutation: string
  readonly by: readonly Role[]
  /** From where to where; every other place is refused. */
  readonly moves: { readonly [From in Place]?: Partial<Return> }
  readonly input?: (row: Return) => object | Promise<object>
}
const staff = ['operator', 'supervisor'] as const
const lineOf = ({ items }: Return, quantity: number) => ({
  items: [{ orderItemId: items[0]?.orderItemId ?? '', quantity }],
})
const cancelled = { status: 'CANCELLED', goodsStatus: null }

/** The whole of the machines, as product.md draws them. */
export const table: Record<string, Action> = {
  ASK_INFO: {
    mutation: 'returnAskInfo',
    by: staff,
    moves: { REQUESTED: { status: 'INFO_REQUIRED', infoRequest: 'Где трещина?' } },
    input: () => ({ text: 'Где трещина?' }),
  },
  PROVIDE_INFO: {
    mutation: 'returnProvideInfo',
    by: ['ownBuyer', ...staff],
    moves: { INFO_REQUIRED: { status: 'REQUESTED', infoRequest: null } },
    input: () => ({ text: 'Слева' }),
  },
  REVIEW: { mutation: 'returnReview', by: staff, moves: { REQUESTED: { status: 'UNDER_REVIEW' } } },
  APPROVE: {
    mutation: 'returnApprove',
    by: staff,
    moves: { UNDER_REVIEW: { status: 'APPROVED', decision: 'REPAIR', goodsStatus: 'AWAITING' } },
    input: () => ({ decision: 'REPAIR' }),
  },
  DECLINE: {
    mutation: 'returnDecline',
    by: staff,
    moves: { UNDER_REVIEW: { status: 'DECLINED', declineCode: 'used', declineText: 'Следы носки' } },
    input: () => ({ code: 'used', text: 'Следы носки' }),
  },
  RECONSIDER: {
    mutation: 'returnReconsider',
    by: ['ownBuyer'],
    moves: { DECLINED: { status: 'REQUESTED' } },
  },
  CANCEL: {
    mutation: 'returnCancel',
    by: ['ownBuyer', ...staff],
    moves: {
      REQUESTED: cancelled,
      INFO_REQUIRED: cancelled,
      UNDER_REVIEW: cancelled,
      DECLINED: cancelled,
      KEPT: cancelled,
      AWAITING: cancelled,
    },
  },
  GRANT_REFUND: {
    mutation: 'refundGrant',
    by: staff,
    moves: { KEPT: {}, PARTIALLY_RECEIVED: {}, RECEIVED: {}, PASSED: {} },
    input: () => ({ amount: { amount: '1.00', currencyCode: 'RUB' }, idempotencyKey: crypto.randomUUID() }),
  },
  SEND_GOODS: {
    mutation: 'returnGoodsSend',
    by: ['ownBuyer', 'warehouse'],
    moves: { AWAITING: { goodsStatus: 'IN_TRANSIT' } },
  },
  RECEIVE_GOODS: {
    mutation: 'returnGoodsReceive',
    by: [...staff, 'warehouse'],
    moves: {
      IN_TRANSIT: { goodsStatus: 'PARTIALLY_RECEIVED' },
      PARTIALLY_RECEIVED: { goodsStatus: 'RECEIVED' },
    },
    input: (row) => lineOf(row, 1),
  },
  INSPECT_GOODS: {
    mutation: 'returnGoodsInspect',
    by: [...staff, 'warehouse'],
    moves: {
      PARTIALLY_RECEIVED: { goodsStatus: 'INSPECTED', inspection: 'PASS' },
      RECEIVED: { goodsStatus: 'INSPECTED', inspection: 'PASS' },
    },
    input: () => ({ result: 'PASS' }),
  },
}

/** What somebody may ask at a place, in the order of the machines. */
export function allowedAt(place: Place, role: Role): string[] {
  return Object.entries(table)
    .filter(([, { by, moves }]) => by.includes(role) && moves[place] !== undefined)
    .map(([action]) => action)
}

export const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Who may not even ask: a top-level error, whatever the return. */
export function deniedOutcome(role: Role, by: readonly Role[]): string {
  if (role === 'anonymous') return 'UNAUTHENTICATED'
  // Somebody of the same kind may: then the return of another is not there.
  const isOtherBuyer = (role === 'otherBuyer' || role === 'guest') && by.includes('ownBuyer')
  return isOtherBuyer ? 'NotFound' : 'FORBIDDEN'
}
