import { InvalidInput } from '../../core/problems.ts'

/** A span of a week, in minutes of the day. */
export interface Slot {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly opensAt: number
  /** Exclusive; 1440 is the end of the day. */
  readonly closesAt: number
}

/** When somebody is there. */
export interface OpeningHours {
  readonly timeZone: string
  readonly isAlwaysOpen: boolean
  readonly slots: readonly Slot[]
}

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof weekdays)[number]

/** True if somebody is there at this moment: the hours are wall clock times of the zone, summer time included. */
export function isOpenAt({ timeZone, isAlwaysOpen, slots }: OpeningHours, moment: Date): boolean {
  if (isAlwaysOpen) return true
  const { weekday, minute } = wallClock(timeZone, moment)
  return slots.some((slot) => slot.weekday === weekday && slot.opensAt <= minute && minute < slot.closesAt)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of the week and the minute of the day that clocks in the zone show. */
function wallClock(timeZone: string, moment: Date): { weekday: number; minute: number } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(timeZone, format)
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  const weekday = weekdays.indexOf((parts.get('weekday') ?? '').toUpperCase() as Weekday) + 1
  return { weekday, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}

/** @throws InvalidInput unless the zone is known */
export function checkTimeZone(timeZone: string): string {
  // Offsets such as +03:00 know no summer time and are no zones.
  if (!/^[A-Za-z]/.test(timeZone)) throw new InvalidInput('timeZone', ['timeZone'])
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone
  } catch {
    throw new InvalidInput('timeZone', ['timeZone'])
  }
}

const minutesOfDay = 1_440
export const maxSlots = 70

/** `09:30` as minutes of the day. */
function minutesOf(time: string, path: readonly string[]): number {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])]
  const total = hours * 60 + minutes
  if (match === null || minutes > 59 || total > minutesOfDay) throw new InvalidInput('time', path)
  return total
}

/** Minutes of the day as `09:30`. */
export function timeOf(minutes: number): string {
  return [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/**
 * Weekly hours as they are stored, in order.
 * @throws InvalidInput for times that are none, spans that end before they begin, and overlaps
 */
export function checkSlots(
  given: readonly { readonly weekday: Weekday; readonly opensAt: string; readonly closesAt: string }[],
): Slot[] {
  if (given.length > maxSlots) throw new InvalidInput('tooMany', ['slots'], { max: maxSlots })
  const slots = given.map(({ weekday, opensAt, closesAt }, index) => {
    const path = ['slots', String(index)]
    const slot = {
      weekday: weekdays.indexOf(weekday) + 1,
      opensAt: minutesOf(opensAt, [...path, 'opensAt']),
      closesAt: minutesOf(closesAt, [...path, 'closesAt']),
    }
    if (slot.opensAt >= slot.closesAt) throw new InvalidInput('span', path)
    return slot
  })
  slots.sort((one, other) => one.weekday - other.weekday || one.opensAt - other.opensAt)
  for (const [index, slot] of slots.entries()) {
    const before = slots[index - 1]
    if (before?.weekday === slot.weekday && before.closesAt > slot.opensAt) {
      throw new InvalidInput('overlap', ['slots'])
    }
  }
  return slots
}

/** A platform's own limit is never longer than this. */
export const maxReplyWindowSeconds = 31_536_000

/** Until when a platform allows an answer. */
export interface ReplyWindow {
  /** Null when the customer has never written. */
  readonly closesAt: Date | null
  readonly isOpen: boolean
}

/** The window of a conversation; null when its channel has none. */
export function replyWindowAt(
  seconds: number | null,
  lastInboundAt: Date | null,
  moment: Date,
): ReplyWindow | null {
  if (seconds === null) return null
  if (lastInboundAt === null) return { closesAt: null, isOpen: false }
  const closesAt = new Date(lastInboundAt.getTime() + seconds * 1_000)
  return { closesAt, isOpen: moment < closesAt }
}
