import type { CarrierCodeSystem } from '../../../client/index.ts'
import type { Unreadable } from '../conversation.ts'
import { carrierTime } from './carrier-time.ts'

/** A parcel as one answer of a carrier shows it. */
export interface SampleParcel {
  readonly carrier: string
  readonly trackingNumber: string
  readonly codeSystem: CarrierCodeSystem
  /** When the answer says it was made; null where it does not. */
  readonly createdAt: string | null
  readonly events: readonly SampleEvent[]
}
export interface SampleEvent {
  readonly rawCode: string
  readonly rawText: string | null
  readonly location: string | null
  readonly occurredAt: string
}

/** A carrier's name as its key: `Canada Post`, `canada_post` → `canada-post`. */
export function carrierKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** Gathers what one file of a carrier's answers holds; an event without a moment is named and left out. */
export class SampleReader {
  readonly parcels: SampleParcel[] = []
  readonly unreadable: Unreadable[] = []
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  refuse(reason: string): void {
    this.unreadable.push({ file: this.file, line: 1, reason })
  }

  add(
    parcel: Omit<SampleParcel, 'events' | 'createdAt'> & { readonly createdAt: string | null | undefined },
    events: readonly {
      readonly rawCode: string
      readonly rawText?: string | null | undefined
      readonly location?: readonly (string | null | undefined)[]
      readonly time: string
    }[],
  ): void {
    const read = events.flatMap(({ rawCode, rawText, location, time }): SampleEvent[] => {
      const occurredAt = carrierTime(time)
      if (occurredAt === null) {
        this.refuse(`${parcel.trackingNumber} ${rawCode}: ${JSON.stringify(time)} is no moment`)
        return []
      }
      const places = (location ?? []).map((place) => place?.trim() ?? '').filter((place) => place !== '')
      const text = rawText?.trim() ?? ''
      const where = places.length === 0 ? null : places.join(', ')
      return [{ rawCode, rawText: text === '' ? null : text, location: where, occurredAt }]
    })
    const createdAt = parcel.createdAt == null ? null : carrierTime(parcel.createdAt)
    this.parcels.push({ ...parcel, createdAt, events: read })
  }
}
