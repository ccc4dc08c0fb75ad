const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A moment as a carrier writes it, for the API. A day without a time is its beginning; where no offset is told, it is
 * UTC, which may be half a day off: carriers that tell only days mean no more. Null for what is no moment.
 */
export function carrierTime(text: string): string | null {
  const match = shape.exec(text.trim())
  if (match === null) return null
  const [, day = '', minutes = '00:00', seconds = '00', fraction = '', offset = 'Z'] = match
  const zone = offset === 'Z' ? offset : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const at = new Date(`${day}T${minutes}:${seconds}${fraction}${zone}`)
  // `Date` rolls the 31st of February over into March.
  const midnight = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
