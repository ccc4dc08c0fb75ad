/** What a file's tests leave behind, also those that failed half-way: programs that still run, folders. */
const leftovers: (() => void)[] = []

/** `end` is called after the last test of the file, those added last first. */
export function endAfterFile(end: () => void): void {
  leftovers.push(end)
}

export function endLeftovers(): void {
  for (const end of leftovers.splice(0).toReversed()) end()
}
