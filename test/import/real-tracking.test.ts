import { describe, expect, test } from 'vitest'
import { readSamples } from '../../src/commands/import/tracking/samples.ts'
import { isTrackingMissing, realTracking } from '../deliveries/arrivals.ts'

/** Recounted by hand from the files. */
describe.skipIf(isTrackingMissing)(
  'the real samples (skipped without shared/data beside the checkout)',
  () => {
    test('every parcel and every event is read, and the one order that CDEK did not find is named', async () => {
      const { fileCount, emptyCount, parcels, unreadable } = await readSamples([realTracking])
      expect({ fileCount, emptyCount }).toEqual({ fileCount: 64, emptyCount: 53 })
      const counts: Record<string, [parcels: number, events: number]> = {}
      for (const { codeSystem, events } of parcels) {
        const [parcelCount, eventCount] = counts[codeSystem] ?? [0, 0]
        counts[codeSystem] = [parcelCount + 1, eventCount + events.length]
      }
      expect(counts).toEqual({
        SEVENTEEN_TRACK: [1, 6],
        AFTERSHIP: [3, 12],
        CDEK: [4, 35],
        EASYPOST: [31, 102],
      })
      expect(unreadable).toEqual([
        {
          file: 'StatusReportFailed.xml',
          line: 1,
          reason: 'ERR_INVALID_DISPATCHNUMBER: Заказ не найден в базе СДЭК: DispatchNumber=123',
        },
      ])
    })
  },
)
