/** The middle of some measurements, and where the quarters below and above it begin. */
export interface Quartiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** Quartiles by linear interpolation between the sorted values. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) }
}

/** The quartiles of ours ÷ theirs, each pair measured in the same round, so that a busy machine troubles both alike. */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): Quartiles {
  return quartilesOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)))
}

/** For the JSON. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

/** The median with its quartiles, for people. */
export function spread({ lower, median, upper }: Quartiles, digits: number): string {
  const text = (value: number) => (Math.abs(median) < 0.1 ? value.toPrecision(2) : value.toFixed(digits))
  return median === 0 ? '0' : `${text(median)} (${text(lower)}–${text(upper)})`
}

/** The delay of the middle one, and that which 99 of 100 do not exceed. */
export function percentiles(latencies: readonly number[]): {
  readonly p50Ms: number
  readonly p99Ms: number
} {
  const sorted = latencies.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
