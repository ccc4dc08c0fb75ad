import type { Topic } from './conversation.ts'

/** What annotators wrote in the `tag` column; rows without a label are judged by `airlineKeywords`. */
const airlineTags = new Map<string, Topic>([
  ['BAGGAGE', 'DELIVERY'],
  ['DELAY', 'DELIVERY'],
  ['TERMOPS', 'DELIVERY'],
  ['BOOKFLT', 'ORDER'],
  ['CHGFLT', 'ORDER'],
  ['CHECKIN', 'ORDER'],
  ['REWARDS', 'ACCOUNT'],
  ['INFLIGHTENT', 'TECHNICAL'],
  ['CUSTSUPP', 'COMPLAINT'],
  ['FLIGHTSTAFF', 'COMPLAINT'],
  ['INFLIGHTFACS', 'COMPLAINT'],
  ['TERMFACS', 'COMPLAINT'],
  ['NEWFEAT', 'SUGGESTION'],
])

/**
 * The first pattern that the customer's first message contains decides, so the specific stand before the
 * general.
 */
const airlineKeywords: readonly (readonly [RegExp, Topic])[] = [
  [
    /\b(?:suggest(?:ion|ions)?|(?:you|they) should (?:add|offer|have)|please add|feature request)\b/i,
    'SUGGESTION',
  ],
  [/\b(?:refund(?:s|ed|ing)?|reimburse(?:d|ment)?|compensat(?:e|ed|ion)|vouchers?|money back)\b/i, 'RETURN'],
  [/\b(?:bags?|baggage|luggage|suitcases?)\b/i, 'DELIVERY'],
  [/\b(?:wi-?fi|app|website|web ?site|site|online|error|crash(?:ed|es)?|glitch)\b/i, 'TECHNICAL'],
  [/\b(?:account|password|log ?in|miles|points|skymiles|aadvantage|frequent flyer|membership)\b/i, 'ACCOUNT'],
  [/\b(?:charged?|charges|fees?|pay|paid|payment|credit card|fares?|prices?|overcharged)\b/i, 'PAYMENT'],
  [
    /\b(?:delay(?:s|ed|ing)?|cancel(?:s|led|ed|ling|lation)?|late|stuck|stranded|missed|waiting)\b/i,
    'DELIVERY',
  ],
  [
    /\b(?:book(?:s|ed|ing)?|reserv(?:e|ed|ation|ations)|tickets?|seats?|upgrade[ds]?|check-? ?in)\b/i,
    'ORDER',
  ],
  [
    /\b(?:worst|rude|unacceptable|terrible|horrible|awful|ridiculous|disappoint(?:ed|ing)|never (?:again|fly))\b/i,
    'COMPLAINT',
  ],
]

/** First-level classes; a second-level class that stands in `rutubeSubclasses` decides first. */
const rutubeClasses = new Map<string, Topic>([
  ['БЛАГОТВОРИТЕЛЬНОСТЬ ДОНАТЫ', 'PAYMENT'],
  ['ВИДЕО', 'TECHNICAL'],
  ['ДОСТУП К RUTUBE', 'TECHNICAL'],
  ['МОДЕРАЦИЯ', 'OTHER'],
  ['МОНЕТИЗАЦИЯ', 'PAYMENT'],
  ['ОТСУТСТВУЕТ', 'OTHER'],
  ['ПОИСК', 'TECHNICAL'],
  ['ПРЕДЛОЖЕНИЯ', 'SUGGESTION'],
  ['СОТРУДНИЧЕСТВО ПРОДВИЖЕНИЕ РЕКЛАМА', 'OTHER'],
  ['ТРАНСЛЯЦИЯ', 'TECHNICAL'],
  ['УПРАВЛЕНИЕ АККАУНТОМ', 'ACCOUNT'],
])

const rutubeSubclasses = new Map<string, Topic>([
  ['Блокировка канала', 'COMPLAINT'],
  ['Запрещенный контент', 'COMPLAINT'],
  ['Нарушение авторских прав', 'COMPLAINT'],
  ['Отклонение/блокировка видео', 'COMPLAINT'],
  ['Платный контент', 'PAYMENT'],
])

const abcdFlows = new Map<string, Topic>([
  ['account_access', 'ACCOUNT'],
  ['manage_account', 'ACCOUNT'],
  ['order_issue', 'ORDER'],
  ['product_defect', 'RETURN'],
  ['purchase_dispute', 'PAYMENT'],
  ['shipping_issue', 'DELIVERY'],
  ['single_item_query', 'ORDER'],
  ['storewide_query', 'ORDER'],
  ['subscription_inquiry', 'PAYMENT'],
  ['troubleshoot_site', 'TECHNICAL'],
])

/** Subflows, without their number, that are about something else than their flow. */
const abcdSubflows = new Map<string, Topic>([
  ['bad_price_competitor', 'COMPLAINT'],
  ['bad_price_yesterday', 'COMPLAINT'],
  ['credit_card', 'PAYMENT'],
  ['manage_payment_method', 'PAYMENT'],
  ['membership', 'ACCOUNT'],
  ['out_of_stock_general', 'ORDER'],
  ['out_of_stock_one_item', 'ORDER'],
  ['status_credit_missing', 'PAYMENT'],
  ['status_delivery_time', 'DELIVERY'],
  ['status_mystery_fee', 'PAYMENT'],
  ['status_payment_method', 'PAYMENT'],
  ['status_shipping_question', 'DELIVERY'],
])

export function airlineTopic(tag: string, firstMessage: string): Topic {
  const labelled = airlineTags.get(tag)
  if (labelled) return labelled
  return airlineKeywords.find(([pattern]) => pattern.test(firstMessage))?.[1] ?? 'OTHER'
}

export function rutubeTopic(className: string, subclassName: string): Topic {
  return rutubeSubclasses.get(subclassName) ?? rutubeClasses.get(className) ?? 'OTHER'
}

/** `subflow` may carry a number (`timing_4`), which says nothing about the topic. */
export function abcdTopic(flow: string, subflow: string): Topic {
  return abcdSubflows.get(plainSubflow(subflow)) ?? abcdFlows.get(flow) ?? 'OTHER'
}

export function plainSubflow(subflow: string): string {
  return subflow.replace(/_\d+$/, '')
}
