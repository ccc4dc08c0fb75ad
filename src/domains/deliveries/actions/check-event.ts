import { createHash } from 'node:crypto'
import { checkDate } from '../../../core/dates.ts'
import type { DeliveryStatus } from '../../../core/prisma/enums.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import type { CodeSystem } from '../carriers/carriers.ts'
import { codeKey, meaningOf } from '../carriers/carriers.ts'
import { ranks } from '../rules.ts'
import { checkCarrier, checkTrackingNumber, deliveryLimits } from './check.ts'

/** One thing a carrier told: of a parcel by carrier and number, or by the source's own key. */
export interface TrackingEventInput {
  readonly source: string
  readonly externalId: string | null
  readonly carrier: string | null
  readonly trackingNumber: string | null
  readonly codeSystem: CodeSystem | null
  readonly rawCode: string | null
  readonly code: DeliveryStatus | null
  readonly rawText: string | null
  readonly location: string | null
  readonly occurredAt: Date
}

/** Clocks of carriers run ahead, and dates without a time zone lie up to half a day in the future. */
const clockSkewHours = 24

export type CheckedEvent = ReturnType<typeof checkAll>

/** An event as it may be written, or why it may not. */
export function checkEvent(
  event: TrackingEventInput,
  path: readonly string[],
  now: Date,
): CheckedEvent | Problem {
  try {
    return checkAll(event, path, now)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

function checkAll(event: TrackingEventInput, path: readonly string[], now: Date) {
  const at = (name: string) => [...path, name]
  const { codeSystem, code } = event
  const occurredAt = checkDate(event.occurredAt, at('occurredAt'), now)
  if (occurredAt.getTime() > now.getTime() + clockSkewHours * 3_600_000) {
    throw new InvalidInput('future', at('occurredAt'))
  }
  const rawCode = event.rawCode ?? code
  if (rawCode === null) throw new InvalidInput('required', at('rawCode'))
  return {
    ...parcelKey(event, path),
    path,
    source: checkText(event.source, at('source'), textLimits.key),
    codeSystem,
    code,
    rawCode: checkText(rawCode, at('rawCode'), textLimits.key),
    rawText: checkOptionalText(event.rawText, at('rawText'), deliveryLimits.rawText),
    location: checkOptionalText(event.location, at('location'), deliveryLimits.location),
    occurredAt,
    codeKeyOf: (carrier: string) => codeKey(carrier, codeSystem),
  }
}

/** Which parcel is meant: either by its number, or by the source's key. */
function parcelKey({ externalId, carrier, trackingNumber }: TrackingEventInput, path: readonly string[]) {
  const at = (name: string) => [...path, name]
  if (externalId !== null) {
    if (trackingNumber !== null) throw new InvalidInput('forbidden', at('trackingNumber'))
    const key = checkText(externalId, at('externalId'), textLimits.key)
    return { keyField: 'externalId', externalId: key, carrier: null, trackingNumber: null }
  }
  if (trackingNumber === null) throw new InvalidInput('required', at('trackingNumber'))
  if (carrier === null) throw new InvalidInput('required', at('carrier'))
  return {
    keyField: 'trackingNumber',
    externalId: null,
    carrier: checkCarrier(carrier, at('carrier')),
    trackingNumber: checkTrackingNumber(trackingNumber, at('trackingNumber')),
  }
}

/** What the event means: as the partner says, else by the table of the code system or of the parcel's carrier. */
export function meaningFor(event: CheckedEvent, parcel: { readonly carrier: string }): DeliveryStatus | null {
  return event.code ?? meaningOf(event.codeKeyOf(parcel.carrier), event.rawCode)
}

/** What makes two events of a parcel the same: what was said, not who passed it on nor when. */
export function digestOf(event: CheckedEvent, parcel: { readonly carrier: string }): string {
  const { code, rawCode, occurredAt, location, rawText } = event
  const said = [event.codeKeyOf(parcel.carrier), rawCode, code, occurredAt.toISOString(), location, rawText]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/**
 * The id of an event. Lists go by moment and id: so that what was told for one moment stands as `whereabouts` goes
 * through it, whatever came first, the id is made of what was told: how far along it is, the digest, then the parcel's
 * own part, shaped as a UUIDv8. What no table knows stands first.
 */
export function eventIdOf(parcelId: string, code: DeliveryStatus | null, digest: string): string {
  const place = code === null ? 0 : ranks[code] + 1
  const own = createHash('sha256').update(`${parcelId} ${digest}`).digest('hex')
  const said = place.toString(16).padStart(2, '0') + digest.slice(0, 10)
  return `${said.slice(0, 8)}-${said.slice(8)}-8${own.slice(0, 3)}-8${own.slice(3, 6)}-${own.slice(6, 18)}`
}
