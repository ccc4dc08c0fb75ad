/** The longest wait a timer of Node takes, about 24.8 days: a longer one would fire at once. */
const longestMs = 2 ** 31 - 1

/** Calls back once, at a time in milliseconds since 1970, however far away. Answers how to call it off. */
export function callAt(timeMs: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    const leftMs = timeMs - Date.now()
    timer = leftMs > longestMs ? setTimeout(wait, longestMs) : setTimeout(callback, Math.max(leftMs, 0))
  }
  wait()
  return () => clearTimeout(timer)
}
