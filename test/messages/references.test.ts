import { describe, expect, it } from 'vitest'
import { linksFromText } from '../../src/domains/messages/intake/links.ts'
import { findReferences, formats, maxReferences } from '../../src/domains/messages/intake/references.ts'

const numbersIn = (text: string) => findReferences(text).map(({ number }) => number)

describe('a number in a text', () => {
  it.each<[text: string, numbers: string[]]>([
    // What people write around it.
    ['Где мой заказ WB-100200?', ['WB-100200']],
    ['Заказ №100200300, не пришёл!', ['100200300']],
    ['заказ#A1B2C3', ['A1B2C3']],
    ['(номер: 12345).', ['12345']],
    ['«777-001»', ['777-001']],
    ['Order e481f51cbdc54678b7cc49136f2d6af7 is late', ['E481F51CBDC54678B7CC49136F2D6AF7']],
    ['первый 11111, второй 22222', ['11111', '22222']],
    ['12345 и ещё раз 12345', ['12345']],
    ['номер\u00A012345\u200B67', ['1234567']],
    // Letters of the other alphabet that look the same, and other dashes.
    ['РА-123АВ', ['PA-123AB']],
    ['мой ЕХ–2024—77', ['EX-2024-77']],
    ['заказ wb-100200', ['WB-100200']],
    // The carriers' ones, with the gaps they are printed with.
    ['трек RA123456785RU', ['RA123456785RU']],
    ['трек RA 123 456 785 RU где?', ['RA123456785RU']],
    ['ra123456785ru', ['RA123456785RU']],
    ['РА123456785RU', ['PA123456785RU']],
    ['8000 8400 0000 08', ['80008400000008']],
    ['СДЭК 1234567890', ['1234567890']],
    // What is none.
    ['Где посылка?', []],
    ['жду уже 5 дней, 1234', []],
    ['слово-без-цифр', []],
    ['12.03.2026 или 2026-03-12, 12-03-2026', []],
    ['позвоните +79161234567', []],
    [`x${'1'.repeat(40)}`, []],
    ['1'.repeat(40), ['1'.repeat(40)]],
    ['', []],
  ])('%j names %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers)
  })

  it('is looked up as it was written, in Latin capitals and in small letters', () => {
    expect(findReferences('зак-77ё')).toEqual([
      { number: 'ЗAK-77Ё', spellings: ['зак-77ё', 'ЗAK-77Ё', 'зak-77ё'] },
    ])
    expect(findReferences('12345')).toEqual([{ number: '12345', spellings: ['12345'] }])
  })

  it('counts for twenty at most, those that a carrier made first', () => {
    const many = Array.from({ length: 30 }, (_, index) => String(10_000 + index))
    expect(numbersIn(many.join(' '))).toEqual(many.slice(0, maxReferences))
    const found = numbersIn([...many, 'RA123456785RU', '1234567890'].join(' '))
    expect(found).toEqual([...many.slice(0, maxReferences - 2), 'RA123456785RU', '1234567890'])
  })

  it('is found soon in the longest text', () => {
    const began = performance.now()
    for (const text of [
      'слово '.repeat(1_600),
      '1 '.repeat(5_000),
      'A1-'.repeat(3_333),
      '1'.repeat(10_000),
    ]) {
      findReferences(text)
    }
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('the check digit', () => {
  const isRight = (name: string, number: string) =>
    formats.find((format) => format.name === name)?.isRight(number)

  it.each([
    ['UPU S10', 'RA123456785RU'],
    ['UPU S10', 'EE473124829BR'],
    ['UPU S10', 'RB000000005CN'],
    ['UPU S10', 'LK000000080CN'],
    ['Russian Post', '80008400000008'],
  ])('of %s is right in %s only', (name, number) => {
    const place = name === 'UPU S10' ? 10 : 13
    const right = Array.from(
      { length: 10 },
      (_, digit) => number.slice(0, place) + digit + number.slice(place + 1),
    )
    expect(right.filter((one) => isRight(name, one))).toEqual([number])
  })

  it('joins no digits with gaps unless it is right', () => {
    expect(numbersIn('RA 123 456 784 RU')).toEqual([])
    expect(numbersIn('8000 8400 0000 07')).toEqual([])
  })
})

describe('what a text names', () => {
  const none = { orderId: null, deliveryId: null }
  const order = (orderId: string) => ({ orderId, deliveryId: null })
  const parcel = (orderId: string, deliveryId: string) => ({ orderId, deliveryId })
  it.each([
    ['nothing', none, [], null],
    ['an order', none, [order('o1')], order('o1')],
    ['a parcel', none, [parcel('o1', 'd1')], parcel('o1', 'd1')],
    ['two orders', none, [order('o1'), order('o2')], order('o1')],
    ['an order and its parcel', none, [order('o1'), parcel('o1', 'd1')], parcel('o1', 'd1')],
    ['an order and a parcel of another', none, [order('o1'), parcel('o2', 'd2')], order('o1')],
    ['a parcel of the linked order', order('o1'), [parcel('o1', 'd1')], parcel('o1', 'd1')],
    ['a parcel of another order than the linked one', order('o1'), [parcel('o2', 'd2')], null],
    ['another order than the linked one', order('o1'), [order('o2')], null],
    ['the linked order', order('o1'), [order('o1')], null],
    ['another parcel than the linked one', parcel('o1', 'd1'), [parcel('o1', 'd2')], null],
  ])('%s', (_name, present, found, links) => {
    expect(linksFromText(present, found)).toEqual(links)
  })
})
