import { describe, expect, test } from 'vitest'
import { RowRefused } from '../../src/commands/import/bulk/table.ts'
import { aboutOf, toComplaint, toRating, wishesReturn } from '../../src/commands/import/olist/map-reviews.ts'
import { shopOf } from './olist-rows.ts'

describe('a review', () => {
  const review = {
    review_id: 'r1',
    order_id: 'o1',
    review_score: '1',
    review_comment_title: 'Péssimo',
    review_comment_message: 'Não recebi,\r\nquero reembolso ',
    review_creation_date: '2018-05-24 00:00:00',
    review_answer_timestamp: '2018-05-24 12:45:38',
  }

  test('with one or two stars and words is a complaint and a rating', () => {
    const text = 'Péssimo\n\nNão recebi,\nquero reembolso'
    const shared = {
      source: 'olist',
      externalId: 'r1:o1',
      order: { source: 'olist', externalId: 'o1' },
      customerExternalId: 'olist:p1',
      text,
      occurredAt: '2018-05-24T03:00:00.000Z',
    }
    expect(toRating(review, shopOf())[0]?.item).toEqual({ ...shared, score: 1 })
    expect(toComplaint(review, shopOf())[0]?.item).toMatchObject({
      ...shared,
      about: 'COURIER',
      tags: ['return-wish'],
      language: 'EN',
      status: 'CLOSED',
      resolution: 'EXPLANATION',
      answer: { occurredAt: '2018-05-24T15:45:38.000Z' },
    })
  })

  test.each<[string, Partial<typeof review>, string | null]>([
    ['a title alone is no text', { review_comment_message: ' \n ' }, null],
    ['a message alone', { review_comment_title: '' }, 'Não recebi,\nquero reembolso'],
  ])('%s', (_, fields, text) => {
    const row = { ...review, ...fields }
    expect(toRating(row, shopOf())[0]?.item.text).toBe(text)
    expect(toComplaint(row, shopOf())).toHaveLength(text === null ? 0 : 1)
  })

  test('with three stars is a rating only', () => {
    expect(toComplaint({ ...review, review_score: '3' }, shopOf())).toEqual([])
  })

  test.each<[Partial<typeof review>, string]>([
    [{ review_score: '6' }, 'no score: "6"'],
    [{ order_id: 'o9' }, 'order_id o9 is not among the orders'],
    [{ review_creation_date: '' }, 'review_creation_date is empty'],
  ])('%j is refused: %s', (fields, reason) => {
    expect(() => toRating({ ...review, ...fields }, shopOf())).toThrow(new RowRefused(reason))
  })

  test.each([
    ['Quero trocar o produto', true],
    ['Pedi DEVOLUÇÃO', true],
    ['devolucao', true],
    ['reembolso?', true],
    ['Recebi', false],
  ])('%s: a return is wished %s', (text, expected) => {
    expect(wishesReturn(text)).toBe(expected)
  })

  test.each([
    ['Não chegou o produto', 'COURIER'],
    ['Produto com defeito', 'GOODS'],
    ['Entregaram na casa errada', 'GOODS'],
    ['Entrega ruim', 'COURIER'],
    ['Ninguém responde', 'SERVICE'],
  ])('%s is about %s', (text, about) => {
    expect(aboutOf(text)).toBe(about)
  })
})
