import { describe, expect, test } from 'vitest'
import { abcdTopic, airlineTopic, rutubeTopic } from '../../src/commands/import/topics.ts'

describe('airlines', () => {
  test.each([
    ['BAGGAGE', 'I want a refund', 'DELIVERY'],
    ['UNK', 'I want a refund for my bag', 'RETURN'],
    ['OTHER', 'You lost my luggage!', 'DELIVERY'],
    ['UNK', 'your WEBSITE is down', 'TECHNICAL'],
    ['UNK', 'forgot my password', 'ACCOUNT'],
    ['UNK', 'charged twice', 'PAYMENT'],
    ['UNK', 'delayed again', 'DELIVERY'],
    ['UNK', 'need a window seat', 'ORDER'],
    ['UNK', 'worst airline ever', 'COMPLAINT'],
    ['UNK', 'you should add more legroom', 'SUGGESTION'],
    ['UNK', 'baggy apples happen', 'OTHER'],
    ['constructor', 'hi', 'OTHER'],
  ])('%s, "%s" → %s', (tag, text, topic) => {
    expect(airlineTopic(tag, text)).toBe(topic)
  })
})

describe('rutube', () => {
  test.each([
    ['УПРАВЛЕНИЕ АККАУНТОМ', 'Верификация', 'ACCOUNT'],
    ['УПРАВЛЕНИЕ АККАУНТОМ', 'Платный контент', 'PAYMENT'],
    ['МОДЕРАЦИЯ', 'Блокировка канала', 'COMPLAINT'],
    ['МОДЕРАЦИЯ', 'Долгая модерация', 'OTHER'],
    ['ПРЕДЛОЖЕНИЯ', 'Навигация', 'SUGGESTION'],
    ['НЕЧТО НОВОЕ', '', 'OTHER'],
  ])('%s / %s → %s', (className, subclassName, topic) => {
    expect(rutubeTopic(className, subclassName)).toBe(topic)
  })
})

describe('abcd', () => {
  test.each([
    ['product_defect', 'return_size', 'RETURN'],
    ['storewide_query', 'timing_4', 'ORDER'],
    ['storewide_query', 'membership_12', 'ACCOUNT'],
    ['account_access', 'reset_2fa', 'ACCOUNT'],
    ['order_issue', 'status_delivery_time', 'DELIVERY'],
    ['something_new', 'x', 'OTHER'],
  ])('%s / %s → %s', (flow, subflow, topic) => {
    expect(abcdTopic(flow, subflow)).toBe(topic)
  })
})
