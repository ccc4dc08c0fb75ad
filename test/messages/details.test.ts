import { describe, expect, it } from 'vitest'
import type { Topic } from '../../src/core/prisma/enums.ts'
import { questionText } from '../../src/core/texts/texts.ts'
import {
  type Detail,
  type Given,
  intake,
  missingDetails,
  needsDetails,
} from '../../src/domains/messages/intake/details.ts'

const nothing: Given = {
  hasOrder: false,
  hasDelivery: false,
  hasSingleItem: false,
  hasReturn: false,
  hasProductCard: false,
  hasAttachment: false,
  hasPayment: false,
  hasDeclinedPayment: false,
  words: '',
}

it.each<[Topic, Detail[]]>([
  ['ORDER', ['PRODUCT']],
  ['DELIVERY', ['TRACKING_NUMBER']],
  ['RETURN', ['ORDER_NUMBER', 'PRODUCT', 'PHOTO']],
  ['PAYMENT', ['ORDER_NUMBER', 'PAYMENT_METHOD', 'ERROR_TEXT']],
  ['ACCOUNT', ['ERROR_TEXT']],
  ['TECHNICAL', ['ERROR_TEXT', 'DEVICE']],
  ['COMPLAINT', ['ORDER_NUMBER']],
  ['SUGGESTION', []],
  ['OTHER', []],
])('%s needs %j', (topic, details) => {
  expect(missingDetails(topic, nothing)).toEqual(details)
  expect(needsDetails(topic)).toBe(details.length > 0)
})

describe('told already', () => {
  it.each<[Topic, Partial<Given>, Detail[]]>([
    ['ORDER', { hasOrder: true }, []],
    ['ORDER', { hasProductCard: true }, []],
    ['DELIVERY', { hasOrder: true }, []],
    ['DELIVERY', { hasDelivery: true, hasOrder: true }, []],
    ['RETURN', { hasOrder: true }, ['PRODUCT', 'PHOTO']],
    ['RETURN', { hasOrder: true, hasSingleItem: true }, ['PHOTO']],
    ['RETURN', { hasOrder: true, hasProductCard: true, hasAttachment: true }, []],
    ['RETURN', { hasReturn: true }, []],
    ['PAYMENT', { hasOrder: true }, ['PAYMENT_METHOD', 'ERROR_TEXT']],
    ['PAYMENT', { hasOrder: true, hasPayment: true }, ['ERROR_TEXT']],
    ['PAYMENT', { hasOrder: true, hasPayment: true, hasDeclinedPayment: true }, []],
    ['TECHNICAL', { hasAttachment: true }, ['DEVICE']],
    ['COMPLAINT', { hasOrder: true }, []],
  ])('%s with %j still needs %j', (topic, given, details) => {
    expect(missingDetails(topic, { ...nothing, ...given })).toEqual(details)
  })
})

describe('words', () => {
  it.each<[Topic, string, Detail]>([
    ['ORDER', 'Артикул: 12345678, есть такой?', 'PRODUCT'],
    ['PAYMENT', 'Плачу картой, не проходит', 'PAYMENT_METHOD'],
    ['PAYMENT', 'через СБП', 'PAYMENT_METHOD'],
    ['PAYMENT', 'I paid by Apple Pay', 'PAYMENT_METHOD'],
    ['PAYMENT', 'Оплата при получении', 'PAYMENT_METHOD'],
    ['PAYMENT', 'Ошибка: 5031', 'ERROR_TEXT'],
    ['TECHNICAL', 'Пишет «Что-то пошло не так»', 'ERROR_TEXT'],
    ['TECHNICAL', 'It says "Try again later"', 'ERROR_TEXT'],
    ['ACCOUNT', 'Пишет «Неверный код»', 'ERROR_TEXT'],
    ['TECHNICAL', 'айфон 15', 'DEVICE'],
    ['TECHNICAL', 'Chrome on Windows', 'DEVICE'],
  ])('%s: %j tells %s', (topic, words, detail) => {
    expect(missingDetails(topic, { ...nothing, words })).not.toContain(detail)
  })

  it.each<[Topic, string, Detail]>([
    ['ORDER', 'Есть ли такой товар?', 'PRODUCT'],
    ['PAYMENT', 'Не могу оплатить', 'PAYMENT_METHOD'],
    ['PAYMENT', 'карта мира', 'ERROR_TEXT'],
    ['TECHNICAL', 'Ошибка!', 'ERROR_TEXT'],
    ['TECHNICAL', 'Не открывается', 'DEVICE'],
  ])('%s: %j does not tell %s', (topic, words, detail) => {
    expect(missingDetails(topic, { ...nothing, words })).toContain(detail)
  })

  it.each(['ru', 'en'] as const)('ask for each detail in %s', (locale) => {
    const details = new Set(Object.values(intake).flatMap((list) => list.map(({ detail }) => detail)))
    const questions = [...details].map((detail) => questionText(detail, locale))
    expect(new Set(questions).size).toBe(7)
    for (const question of questions)
      expect(question).toMatch(locale === 'ru' ? /^[А-Я][^A-Za-z]+$/ : /^[ -~]+$/)
  })
})
