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
