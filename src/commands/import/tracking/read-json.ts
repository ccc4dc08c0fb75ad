import { z } from 'zod'
import { carrierKey, type SampleReader } from './sample.ts'

const text = z.string().nullish()

const afterShipTracking = z.object({
  tracking_number: z.string().min(1),
  slug: z.string().min(1),
  created_at: text,
  checkpoints: z.array(
    z.object({
      tag: z.string(),
      subtag: text,
      message: text,
      location: text,
      checkpoint_time: z.string(),
    }),
  ),
})

const easyPostTracker = z.object({
  object: z.literal('Tracker'),
  tracking_code: z.string().min(1),
  carrier: z.string().min(1),
  created_at: text,
  tracking_details: z.array(
    z.object({
      status: z.string(),
      status_detail: text,
      message: text,
      datetime: z.string(),
      tracking_location: z.object({ city: text, state: text, country: text }).nullish(),
    }),
  ),
})

const seventeenTrackPackage = z.object({
  FTrackNo: z.string().min(1),
  FLastEvent: z.string(),
  FCreateTime: text,
  /** Not told by older answers, where it means that nothing was found yet. */
  FPackageState: z.number().int().default(0),
})
const seventeenTrackEvent = z.object({ a: z.string(), c: text, d: text, z: text })

/** Everything in a JSON answer that is a parcel of a service this knows; the rest of the answer is passed over. */
export function readJsonSample(json: unknown, reader: SampleReader): void {
  if (Array.isArray(json)) {
    for (const one of json) readJsonSample(one, reader)
    return
  }
  if (typeof json !== 'object' || json === null) return
  if (readAfterShip(json, reader) || readEasyPost(json, reader) || readSeventeenTrack(json, reader)) return
  for (const one of Object.values(json)) readJsonSample(one, reader)
}

function readAfterShip(json: object, reader: SampleReader): boolean {
  const { data: tracking } = afterShipTracking.safeParse(json)
  if (tracking === undefined) return false
  const { slug, tracking_number: trackingNumber, created_at: createdAt, checkpoints } = tracking
  reader.add(
    { carrier: carrierKey(slug), trackingNumber, codeSystem: 'AFTERSHIP', createdAt },
    checkpoints.map(({ tag, subtag, message, location, checkpoint_time: time }) => ({
      rawCode: subtag ?? tag,
      rawText: message,
      location: [location],
      time,
    })),
  )
  return true
}

function readEasyPost(json: object, reader: SampleReader): boolean {
  const { data: tracker } = easyPostTracker.safeParse(json)
  if (tracker === undefined) return false
  const { carrier, tracking_code: trackingNumber, created_at: createdAt, tracking_details: details } = tracker
  reader.add(
    { carrier: carrierKey(carrier), trackingNumber, codeSystem: 'EASYPOST', createdAt },
    details.map(({ status, status_detail: detail, message, datetime, tracking_location: place }) => ({
      rawCode: detail == null ? status : `${status}/${detail}`,
      rawText: message,
      location: [place?.city, place?.state, place?.country],
      time: datetime,
    })),
  )
  return true
}

/** An answer of 17TRACK's package list tells only the last event of each parcel. */
function readSeventeenTrack(json: object, reader: SampleReader): boolean {
  const { data: found } = seventeenTrackPackage.safeParse(json)
  if (found === undefined) return false
  const { FTrackNo: trackingNumber, FCreateTime: createdAt, FPackageState: state, FLastEvent: said } = found
  const { data: last } = seventeenTrackEvent.safeParse(said === '' ? null : parseOrNothing(said))
  if (last === undefined && said !== '') reader.refuse(`${trackingNumber}: FLastEvent is not understood`)
  const place = last === undefined ? [] : [last.c, last.d]
  reader.add(
    { carrier: '17track', trackingNumber, codeSystem: 'SEVENTEEN_TRACK', createdAt },
    last === undefined ? [] : [{ rawCode: String(state), rawText: last.z, location: place, time: last.a }],
  )
  return true
}

function parseOrNothing(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
