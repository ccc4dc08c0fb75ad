/** Turns wall clock times of one time zone into instants, by the zone's rules of that very day. */
export interface ZonedTime {
  /**
   * `2017-10-14 21:15:19` as it was on the clocks of the zone. A time that clocks showed twice is the first of them; one
   * that they jumped over is as much later. Null for what is no such time.
   */
  readonly instantOf: (wallClock: string) => Date | null
  /** The last millisecond of the day of a wall clock time. */
  readonly endOfDay: (wallClock: string) => Date | null
}

const dayMs = 86_400_000
const shape = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}:\d{2})?$/

export function zonedTime(timeZone: string): ZonedTime {
  const offsetAt = offsets(timeZone)
  /** Per day, its offset when no clock was changed around it. */
  const steadyDays = new Map<string, number | null>()
  const steadyOffset = (day: string, wallMs: number): number | null => {
    const known = steadyDays.get(day)
    if (known !== undefined) return known
    const [before, after] = [offsetAt(wallMs - dayMs * 2), offsetAt(wallMs + dayMs * 2)]
    const offset = before === after ? before : null
    steadyDays.set(day, offset)
    return offset
  }
  const instantMs = (wallClock: string): number | null => {
    const wallMs = wallMsOf(wallClock)
    if (wallMs === null) return null
    const steady = steadyOffset(wallClock.slice(0, 10), wallMs)
    if (steady !== null) return wallMs - steady
    const before = offsetAt(wallMs - dayMs)
    const after = offsetAt(wallMs + dayMs)
    const isTime = (offset: number) => offsetAt(wallMs - offset) === offset
    return isTime(before) || !isTime(after) ? wallMs - before : wallMs - after
  }
  const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms))
  return {
    instantOf: (wallClock) => dateOf(instantMs(wallClock)),
    endOfDay(wallClock) {
      const wallMs = wallMsOf(wallClock) === null ? null : wallMsOf(wallClock.slice(0, 10))
      if (wallMs === null) return null
      const nextDay = instantMs(new Date(wallMs + dayMs).toISOString().slice(0, 10))
      return dateOf(nextDay === null ? null : nextDay - 1)
    },
  }
}

/** The wall clock read as if it were UTC; null when it is none, such as the 31st of February. */
function wallMsOf(wallClock: string): number | null {
  if (!shape.test(wallClock)) return null
  const iso = wallClock.length === 10 ? `${wallClock}T00:00:00` : wallClock.replace(' ', 'T')
  const ms = Date.parse(`${iso}Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== iso ? null : ms
}

/** How far the zone's clocks are ahead of UTC at an instant; milliseconds. */
function offsets(timeZone: string): (instantMs: number) => number {
  const numeric = '2-digit' as const
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  })
  return (instantMs) => {
    const parts = format.formatToParts(instantMs)
    const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
    const [year, month, day] = [part('year'), part('month'), part('day')]
    const shown = Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second'))
    return shown - Math.floor(instantMs / 1_000) * 1_000
  }
}
