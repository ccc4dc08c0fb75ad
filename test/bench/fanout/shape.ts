/** @throws when a contestant's followers get other fields than those of the first */
export function assertSameShapes(
  contestants: readonly { readonly name: string; readonly frame: string }[],
): void {
  const shapes = contestants.map(({ frame }) => JSON.stringify(shapeOf(JSON.parse(frame))))
  for (const [index, shape] of shapes.entries()) {
    if (shape !== shapes[0])
      throw new Error(`${contestants[index]?.name} sends ${shape} instead of ${shapes[0]}`)
  }
}

/** A value with each text and number replaced by its type. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  const entries = Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
