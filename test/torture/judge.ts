/** What a follower was told, held against the log. */
export interface Verdict {
  /** In the log, never told. */
  readonly lost: number
  /** Told again. */
  readonly duplicated: number
  /** Told after something that stands behind it in the log. */
  readonly outOfOrder: number
  /** Told, and not in the log of what this follower may see. */
  readonly foreign: number
}

export function judge(told: readonly string[], log: readonly string[]): Verdict {
  const places = new Map(log.map((key, place) => [key, place]))
  const seen = new Set<string>()
  let [duplicated, outOfOrder, foreign, furthest] = [0, 0, 0, -1]
  for (const key of told) {
    const place = places.get(key)
    if (place === undefined) foreign += 1
    else if (seen.has(key)) duplicated += 1
    else if (place < furthest) outOfOrder += 1
    else furthest = place
    if (place !== undefined) seen.add(key)
  }
  return { lost: log.length - seen.size, duplicated, outOfOrder, foreign }
}

export function sum(verdicts: readonly Verdict[]): Verdict {
  const total = (part: keyof Verdict) => verdicts.reduce((added, verdict) => added + verdict[part], 0)
  return {
    lost: total('lost'),
    duplicated: total('duplicated'),
    outOfOrder: total('outOfOrder'),
    foreign: total('foreign'),
  }
}
