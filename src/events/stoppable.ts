/**
 * An async generator whose reader may leave while it waits: `return()` first aborts the signal, which ends the
 * innermost wait, and only then asks the generator to return. Without it the listener would leak.
 */
export function stoppable<T>(
  make: (signal: AbortSignal) => AsyncGenerator<T, void, void>,
): AsyncIterableIterator<T> {
  const controller = new AbortController()
  const generator = make(controller.signal)
  return {
    next: () => generator.next(),
    async return() {
      controller.abort()
      await generator.return()
      return { value: undefined, done: true }
    },
    async throw(error) {
      controller.abort()
      return await generator.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
