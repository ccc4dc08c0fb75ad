import type { Topic } from '../../../core/prisma/enums.ts'

/** What the desk needs to know before it can help. */
export type Detail =
  | 'ORDER_NUMBER'
  | 'TRACKING_NUMBER'
  | 'PRODUCT'
  | 'PHOTO'
  | 'PAYMENT_METHOD'
  | 'ERROR_TEXT'
  | 'DEVICE'

/** What a ticket has already: links, files, and what the customer's words say. */
export interface Given {
  readonly hasOrder: boolean
  readonly hasDelivery: boolean
  /** The order has one line: no other product can be meant. */
  readonly hasSingleItem: boolean
  readonly hasReturn: boolean
  readonly hasProductCard: boolean
  readonly hasAttachment: boolean
  /** The order has a payment, so the method is known. */
  readonly hasPayment: boolean
  /** A try to pay for the order was declined: its reason is known. */
  readonly hasDeclinedPayment: boolean
  /** The subject and the customer's own first messages. */
  readonly words: string
}

type Sign = Exclude<keyof Given, 'words'> | RegExp

/** Which details each topic needs, in the order they are asked for, and what counts as having told them. */
export const intake: Readonly<Record<Topic, readonly { detail: Detail; givenBy: readonly Sign[] }[]>> = {
  ORDER: [
    {
      detail: 'PRODUCT',
      givenBy: ['hasOrder', 'hasProductCard', /(?:артикул|арт\.|sku|item)\P{L}{0,5}[\p{L}\d-]*\d{3,}/iu],
    },
  ],
  DELIVERY: [{ detail: 'TRACKING_NUMBER', givenBy: ['hasDelivery', 'hasOrder'] }],
  RETURN: [
    { detail: 'ORDER_NUMBER', givenBy: ['hasOrder', 'hasReturn'] },
    { detail: 'PRODUCT', givenBy: ['hasReturn', 'hasProductCard', 'hasSingleItem'] },
    { detail: 'PHOTO', givenBy: ['hasReturn', 'hasAttachment'] },
  ],
  PAYMENT: [
    { detail: 'ORDER_NUMBER', givenBy: ['hasOrder'] },
    {
      detail: 'PAYMENT_METHOD',
      givenBy: [
        'hasPayment',
        /карт(?:а|ы|е|у|ой|очк)|(?<!\p{L})сбп(?!\p{L})|быстрых платежей|кошел[её]к|наличн|рассрочк|долями|при получении/iu,
        /\b(?:card|cash|wallet|bank transfer|instal?lments?|(?:apple|google|mir|samsung|sber) ?pay|paypal|visa|mastercard)\b/i,
      ],
    },
    {
      detail: 'ERROR_TEXT',
      givenBy: [
        'hasDeclinedPayment',
        'hasAttachment',
        /(?:ошибк\p{L}*|код\p{L}*|error|code)\P{N}{0,15}\d{2,}/iu,
        /[«"“].{5,}?[»"”]/su,
      ],
    },
  ],
  ACCOUNT: [{ detail: 'ERROR_TEXT', givenBy: ['hasAttachment', /[«"“].{5,}?[»"”]/su] }],
  TECHNICAL: [
    {
      detail: 'ERROR_TEXT',
      givenBy: [
        'hasAttachment',
        /(?:ошибк\p{L}*|код\p{L}*|error|code)\P{N}{0,15}\d{2,}/iu,
        /[«"“].{5,}?[»"”]/su,
      ],
    },
    {
      detail: 'DEVICE',
      givenBy: [
        /айфон|айпад|андроид|телефон|планшет|компьютер|ноутбук|браузер|(?<!\p{L})хром|сафари/iu,
        /\b(?:iphone|ipad|android|ios|windows|mac ?os|macbook|linux|chrome|safari|firefox|edge|opera|samsung|xiaomi|redmi|huawei|honor|pixel|phone|tablet|laptop|browser)\b/i,
      ],
    },
  ],
  COMPLAINT: [{ detail: 'ORDER_NUMBER', givenBy: ['hasOrder'] }],
  SUGGESTION: [],
  OTHER: [],
}

/** False for topics that need no details: nothing has to be read for them. */
export function needsDetails(topic: Topic): boolean {
  return intake[topic].length > 0
}

/** The details that a ticket's topic needs and nobody has told yet. */
export function missingDetails(topic: Topic, given: Given): Detail[] {
  return intake[topic]
    .filter(({ givenBy }) => !givenBy.some((sign) => isGiven(sign, given)))
    .map(({ detail }) => detail)
}

function isGiven(sign: Sign, given: Given): boolean {
  return sign instanceof RegExp ? sign.test(given.words) : given[sign]
}
