import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { source, toDelivery, toEvent, toOrder } from '../../src/commands/import/tracking/map.ts'
import { readSample, readSamples } from '../../src/commands/import/tracking/samples.ts'
import { writeFolder } from './files.ts'
import { afterShip, cdek, easyPost, foreignXml, seventeenTrack, trackingFiles } from './tracking-files.ts'

const readJson = (json: unknown) => readSample('/a/b.json', JSON.stringify(json))
const readXml = (xml: string) => readSample('b.xml', xml)
const refusals = (...reasons: unknown[]) => reasons.map((reason) => ({ file: 'b.json', line: 1, reason }))

describe('answers in JSON', () => {
  test('of AfterShip: sub-tags before tags, times with any offset, doubles as they came', () => {
    const sorted = {
      rawCode: 'InTransit_004',
      rawText: 'Sorted',
      location: 'NL, Netherlands',
      occurredAt: '2026-03-02T14:00:00.000Z',
    }
    const { parcels, unreadable } = readJson(afterShip)
    expect(parcels).toEqual([
      {
        carrier: 'postnl-3s',
        trackingNumber: 'AS-1',
        codeSystem: 'AFTERSHIP',
        createdAt: '2026-03-05T04:00:00.000Z',
        events: [
          {
            rawCode: 'InfoReceived_001',
            rawText: 'Shipment expected',
            location: null,
            occurredAt: '2026-03-01T14:29:27.000Z',
          },
          sorted,
          sorted,
          { rawCode: 'Delivered', rawText: null, location: null, occurredAt: '2026-03-04T00:00:00.000Z' },
        ],
      },
      {
        carrier: '4px',
        trackingNumber: 'AS-2',
        codeSystem: 'AFTERSHIP',
        createdAt: '2026-03-05T04:00:00.000Z',
        events: [],
      },
    ])
    expect(unreadable).toEqual(refusals('AS-1 Delivered: "yesterday" is no moment'))
  })

  test('of EasyPost: trackers wherever they stand', () => {
    const events = [
      {
        rawCode: 'pre_transit/status_update',
        rawText: 'Label made',
        location: 'HOUSTON, TX',
        occurredAt: '2026-03-01T10:00:00.000Z',
      },
      { rawCode: 'delivered', rawText: null, location: null, occurredAt: '2026-03-03T10:00:00.000Z' },
    ]
    const same = { trackingNumber: 'EP-1', codeSystem: 'EASYPOST', events }
    expect(readJson(easyPost)).toMatchObject({
      parcels: [
        { ...same, carrier: 'canada-post', createdAt: '2026-02-28T00:00:00.000Z' },
        { ...same, carrier: 'canadapost', createdAt: null },
      ],
      unreadable: [],
    })
  })

  test('of 17TRACK: the last event is JSON of its own; without a state nothing was found', () => {
    const same = { carrier: '17track', codeSystem: 'SEVENTEEN_TRACK' }
    const createdAt = '2026-03-01T10:00:00.000Z'
    const { parcels, unreadable } = readJson(seventeenTrack)
    expect(parcels).toEqual([
      {
        ...same,
        trackingNumber: 'ST-1',
        createdAt,
        events: [
          { rawCode: '40', rawText: 'Delivered', location: 'Paris', occurredAt: '2026-03-03T12:02:00.000Z' },
        ],
      },
      { ...same, trackingNumber: 'ST-2', createdAt, events: [] },
      { ...same, trackingNumber: 'ST-3', createdAt: null, events: [] },
      {
        ...same,
        trackingNumber: 'ST-1',
        createdAt: null,
        events: [
          {
            rawCode: '0',
            rawText: 'Arrived',
            location: 'Milano, Italy',
            occurredAt: '2026-03-02T00:00:00.000Z',
          },
        ],
      },
    ])
    expect(unreadable).toEqual(refusals('ST-3: FLastEvent is not understood'))
  })

  test.each([[7], [null], ['text'], [[]], [{ tracking_number: 'X', slug: '', checkpoints: [] }]])(
    '%j tells of no parcel',
    (json) => {
      expect(readJson(json)).toMatchObject({ parcels: [], unreadable: [] })
    },
  )

  test('that are no JSON are named', () => {
    expect(readSample('b.json', '{"a": ')).toMatchObject({
      parcels: [],
      unreadable: refusals('the text is not JSON'),
    })
  })
})

describe('answers of CDEK', () => {
  test('the history and the delays of each order, its status once; the way back is passed over', () => {
    const { parcels, unreadable } = readXml(cdek)
    const same = { carrier: 'cdek', codeSystem: 'CDEK' }
    expect(parcels).toEqual([
      {
        ...same,
        trackingNumber: 'CD-1',
        createdAt: '2026-03-04T10:33:42.000Z',
        events: [
          { rawCode: '5', rawText: 'Не вручен', location: 'Нальчик', occurredAt: '2026-03-04T10:33:42.000Z' },
          { rawCode: '1', rawText: 'Создан', location: 'Москва', occurredAt: '2026-03-01T11:54:13.000Z' },
          {
            rawCode: '10',
            rawText: 'Принят на склад',
            location: 'Нальчик',
            occurredAt: '2026-03-03T00:00:00.000Z',
          },
          {
            rawCode: 'delay/47',
            rawText: 'Адрес "не" существует',
            location: null,
            occurredAt: '2026-03-02T16:56:41.000Z',
          },
        ],
      },
      {
        ...same,
        trackingNumber: 'CD-2',
        createdAt: '2026-03-01T02:10:00.000Z',
        events: [
          { rawCode: '1', rawText: 'Создан', location: 'Москва', occurredAt: '2026-03-01T02:10:00.000Z' },
        ],
      },
    ])
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      'ERR_INVALID_DISPATCHNUMBER: Заказ не найден',
      'an order without a DispatchNumber',
    ])
  })

  test('about other things tell of no parcel, and need not even be XML', () => {
    for (const xml of [foreignXml, '<PvzList><', ''])
      expect(readXml(xml)).toMatchObject({ parcels: [], unreadable: [] })
  })

  test('cut off keep what stands before the cut, and are named', () => {
    const { parcels, unreadable } = readXml(cdek.slice(0, cdek.indexOf('<Order DispatchNumber="CD-3"')))
    expect(parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['CD-1', 'CD-2'])
    expect(unreadable).toEqual([{ file: 'b.xml', line: 1, reason: expect.stringContaining('unclosed tag') }])
  })
})

describe('a folder', () => {
  test('is read with all folders in it; what several answers tell of a parcel is put together', async () => {
    const folder = await writeFolder(trackingFiles)
    await mkdir(join(folder, 'inner'))
    await writeFile(join(folder, 'inner', 'more.xml'), cdek)
    const { fileCount, emptyCount, parcels, unreadable } = await readSamples([folder])
    expect({ fileCount, emptyCount }).toEqual({ fileCount: 9, emptyCount: 2 })
    const said = parcels.map(({ carrier, trackingNumber, events }) => [
      carrier,
      trackingNumber,
      events.length,
    ])
    expect(said).toEqual([
      ['17track', 'ST-1', 2],
      ['17track', 'ST-2', 0],
      ['17track', 'ST-3', 0],
      ['postnl-3s', 'AS-1', 4],
      ['4px', 'AS-2', 0],
      ['cdek', 'CD-1', 8],
      ['cdek', 'CD-2', 2],
      ['canada-post', 'EP-1', 2],
      ['canadapost', 'EP-1', 2],
    ])
    expect(unreadable.map(({ file }) => file)).toEqual([
      '17track.json',
      'aftership.json',
      'broken.json',
      'broken.xml',
      'cdek.xml',
      'cdek.xml',
      'more.xml',
      'more.xml',
    ])
  })

  test('without any parcel, or that is missing, is refused', async () => {
    const folder = await writeFolder({ 'a.json': '[]', 'b.txt': cdek })
    await expect(readSamples([folder])).rejects.toThrow(`Nothing in ${folder} tells of a parcel`)
    await expect(readSamples([join(folder, 'nowhere')])).rejects.toThrow('Cannot import')
  })
})

test('a parcel becomes an order of the first moment, itself, and its events', () => {
  const [parcel] = readJson(easyPost).parcels
  if (parcel === undefined) throw new Error('no parcel')
  const key = 'canada-post:EP-1'
  const placedAt = '2026-02-28T00:00:00.000Z'
  const { externalId, sourceUpdatedAt } = toOrder(parcel).item
  expect({ externalId, sourceUpdatedAt, placedAt: toOrder(parcel).item.placedAt }).toEqual({
    externalId: key,
    sourceUpdatedAt: placedAt,
    placedAt,
  })
  expect(toDelivery(parcel)).toMatchObject({
    key,
    item: { source, orderExternalId: key, carrier: 'canada-post', trackingNumber: 'EP-1' },
  })
  const [event] = parcel.events
  if (event === undefined) throw new Error('no event')
  expect(toEvent(parcel, event)).toEqual({
    key: `${key} pre_transit/status_update`,
    item: { source, carrier: 'canada-post', trackingNumber: 'EP-1', codeSystem: 'EASYPOST', ...event },
  })
  expect(toOrder({ ...parcel, createdAt: null, events: [] }).item.placedAt).toBe('2000-01-01T00:00:00.000Z')
})
