import type { DeliveryStatus } from '../../../core/prisma/enums.ts'
import { afterShip } from './aftership.ts'
import { cdek } from './cdek.ts'
import { easyPost } from './easypost.ts'
import { russianPost } from './russian-post.ts'
import { seventeenTrack } from './seventeen-track.ts'
import type { CodeTable } from './table.ts'
import { meaningIn } from './table.ts'

/** Whose codes they are: a carrier's own, or those of a service that watches many carriers. */
export type CodeSystem = 'CDEK' | 'RUSSIAN_POST' | 'AFTERSHIP' | 'SEVENTEEN_TRACK' | 'EASYPOST'

const systems: { readonly [S in CodeSystem]: { readonly key: string; readonly table: CodeTable } } = {
  CDEK: { key: 'cdek', table: cdek },
  RUSSIAN_POST: { key: 'russian-post', table: russianPost },
  AFTERSHIP: { key: 'aftership', table: afterShip },
  SEVENTEEN_TRACK: { key: '17track', table: seventeenTrack },
  EASYPOST: { key: 'easypost', table: easyPost },
}
const byKey = new Map(Object.values(systems).map(({ key, table }) => [key, table]))

/** Under which key the codes of a system are known; a carrier's own where no system is named. */
export function codeKey(carrier: string, system: CodeSystem | null): string {
  return system === null ? carrier : systems[system].key
}

/** What a raw code means under that key, or null for one that no table knows. */
export function meaningOf(key: string, rawCode: string): DeliveryStatus | null {
  const table = byKey.get(key)
  return table === undefined ? null : meaningIn(table, rawCode)
}

/** The carriers' own tracking pages, up to where the number goes. */
const trackingPages: ReadonlyMap<string, string> = new Map([
  ['cdek', 'https://www.cdek.ru/ru/tracking?order_id='],
  ['russian-post', 'https://www.pochta.ru/tracking?barcode='],
  ['canada-post', 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor='],
  ['dhl', 'https://www.dhl.com/en/express/tracking.html?brand=DHL&AWB='],
  ['dpd', 'https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber='],
  ['fedex', 'https://www.fedex.com/apps/fedextrack/?tracknumbers='],
  ['ups', 'https://wwwapps.ups.com/WebTracking/track?track=yes&trackNums='],
  ['usps', 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
])

/** Where the carrier shows the parcel, or null when no page of it is known. */
export function trackingUrl(carrier: string, trackingNumber: string | null): string | null {
  const page = trackingPages.get(carrier)
  return page === undefined || trackingNumber === null ? null : page + encodeURIComponent(trackingNumber)
}
