import { describe, expect, test } from 'vitest'
import { zonedTime } from '../../src/commands/import/zoned-time.ts'

const brazil = zonedTime('America/Sao_Paulo')

describe('wall clock times of São Paulo', () => {
  test.each([
    ['in winter', '2018-07-04 12:08:27', '2018-07-04T15:08:27.000Z'],
    ['in summer time', '2018-01-14 14:33:31', '2018-01-14T16:33:31.000Z'],
    ['just before the clocks go forward', '2017-10-14 23:59:59', '2017-10-15T02:59:59.000Z'],
    ['a midnight that never was', '2017-10-15 00:00:00', '2017-10-15T03:00:00.000Z'],
    ['in the hour that was jumped over', '2017-10-15 00:30:00', '2017-10-15T03:30:00.000Z'],
    ['after it', '2017-10-15 01:00:00', '2017-10-15T03:00:00.000Z'],
    ['an hour that came twice: the first', '2018-02-17 23:33:56', '2018-02-18T01:33:56.000Z'],
    ['the midnight after it', '2018-02-18 00:00:00', '2018-02-18T03:00:00.000Z'],
    ['the other rule of 2018', '2018-11-03 23:00:00', '2018-11-04T02:00:00.000Z'],
    ['after that', '2018-11-04 01:00:00', '2018-11-04T03:00:00.000Z'],
    ['since 2019 without summer time', '2020-01-14 14:33:31', '2020-01-14T17:33:31.000Z'],
    ['a date alone', '2018-05-24', '2018-05-24T03:00:00.000Z'],
  ])('%s', (_, wallClock, instant) => {
    expect(brazil.instantOf(wallClock)?.toISOString()).toBe(instant)
  })

  test.each([
    ['2018-02-05 00:00:00', '2018-02-06T01:59:59.999Z'],
    ['2018-07-25', '2018-07-26T02:59:59.999Z'],
    ['2018-02-17 00:00:00', '2018-02-18T02:59:59.999Z'],
    ['2017-10-14 00:00:00', '2017-10-15T02:59:59.999Z'],
    ['2018-12-31 10:00:00', '2019-01-01T01:59:59.999Z'],
  ])('the day of %s ends at %s', (wallClock, instant) => {
    expect(brazil.endOfDay(wallClock)?.toISOString()).toBe(instant)
  })

  test.each([
    '',
    'soon',
    '2018-02-31',
    '2018-02-31 10:00:00',
    '2018-07-04 25:00:00',
    '2018-7-4',
    '04.07.2018',
  ])('%j is none', (text) => {
    expect(brazil.instantOf(text)).toBeNull()
    expect(brazil.endOfDay(text)).toBeNull()
  })

  test('other zones have their own rules', () => {
    expect(zonedTime('Europe/Moscow').instantOf('2024-10-09')?.toISOString()).toBe('2024-10-08T21:00:00.000Z')
  })
})
