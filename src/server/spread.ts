/**
 * Does each of the works once, evenly over the seconds, the first at once: clients that are sent away come back
 * elsewhere one after the other and not as a stampede. The order is random, so that it is nobody's lot to be first.
 */
export async function spread(works: readonly (() => void)[], seconds: number): Promise<void> {
  const shuffled = works
    .map((work) => ({ work, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
  const stepMs = (seconds * 1_000) / Math.max(shuffled.length, 1)
  const startedMs = performance.now()
  for (const [index, { work }] of shuffled.entries()) {
    const leftMs = startedMs + index * stepMs - performance.now()
    if (leftMs > 0) await new Promise<void>((resolve) => setTimeout(resolve, leftMs))
    work()
  }
}
