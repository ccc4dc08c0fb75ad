import { describe, expect, test } from 'vitest'
import { RowRefused } from '../../src/commands/import/bulk/table.ts'
import {
  fateOf,
  readReview,
  toComplaint,
  toRating,
  toSuggestion,
} from '../../src/commands/import/reviews/map.ts'

const row = (fields: Record<string, string> = {}) => ({
  '': '7',
  'User review': String.raw`Хорошие фильтры.\nНо хотелось бы коробку `,
  'Review date': '2024-10-09',
  'Star review': '5',
  ...fields,
})

describe('a Russian review', () => {
  test('is read with its line ends and its day in Moscow', () => {
    expect(readReview('wb', row())).toEqual({
      source: 'wb',
      externalId: '7',
      score: 5,
      text: 'Хорошие фильтры.\nНо хотелось бы коробку',
      occurredAt: '2024-10-08T21:00:00.000Z',
    })
  })

  test.each([
    [{ 'Star review': '0' }, 'no score: 0'],
    [{ 'Review date': 'вчера' }, 'no date: вчера'],
    [{ '': '' }, 'the row has no number'],
  ])('%j is refused: %s', (fields, reason) => {
    expect(() => readReview('wb', row(fields))).toThrow(new RowRefused(reason))
  })

  test.each([
    [2, 'Порвались', 'complaint'],
    [1, '', 'rating'],
    [5, 'Отлично', 'rating'],
    [5, '', 'rating'],
    [4, 'Хотелось бы ещё на размер меньше', 'suggestion'],
    [5, 'Все хорошо, еще бы упаковывали нормально', 'suggestion'],
    [5, 'Добавьте синий цвет', 'suggestion'],
    [3, 'Куртка хорошая, сделайте карманы глубже', 'suggestion'],
    [5, 'карманы сделаны выше', 'rating'],
    [5, 'Не хватает капюшона', 'suggestion'],
    [5, 'ОЧЕНЬ ЖАЛЬ, ЧТО НЕТ ДРУГИХ ВАРИАНТОВ', 'suggestion'],
    [4, 'Но жаль что без коробочки', 'suggestion'],
    [5, 'жаль что рвутся', 'rating'],
    [5, 'Хватит надолго, то что надо', 'rating'],
    [5, 'вроде бы стала толще', 'rating'],
  ])('%i stars, "%s": %s', (score, text, fate) => {
    expect(fateOf(score, text)).toBe(fate)
  })

  test('becomes what the server takes', () => {
    const review = readReview('wb', row())
    const key = { source: 'wb', externalId: '7', occurredAt: '2024-10-08T21:00:00.000Z' }
    expect(toRating({ ...review, text: '' })).toEqual({ ...key, score: 5, text: null })
    expect(toSuggestion(review)).toEqual({
      ...key,
      customerExternalId: '7',
      title: 'Хорошие фильтры. Но хотелось бы коробку',
      text: 'Хорошие фильтры.\nНо хотелось бы коробку',
      language: 'RU',
    })
    const courier = { ...review, text: 'Курьер не приехал' }
    expect(toComplaint(courier)).toMatchObject({
      ...key,
      about: 'COURIER',
      language: 'RU',
      status: 'RECEIVED',
    })
    expect(toComplaint({ ...review, text: 'В пвз нахамили' }).about).toBe('PICKUP_POINT')
    expect(toComplaint({ ...review, text: 'Рвутся' }).about).toBe('GOODS')
  })
})
