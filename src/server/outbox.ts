import type { Socket } from 'node:net'

/** The end of a connection that is written to: a socket, a response. */
export interface Outlet {
  /** More is queued than the stream wants to hold. */
  readonly writableNeedDrain: boolean
  on(event: 'drain' | 'close', listener: () => void): unknown
}

/**
 * What goes out on one connection, in the order given, no faster than the client takes it. While the connection is
 * clogged nothing more is even made into bytes: who has something to send waits with the result, which followers
 * share. So a client that never reads holds what the stream buffers and one piece more, whatever it follows.
 */
export class Outbox {
  readonly #outlet: Outlet
  readonly #waiting: { write: () => void; resolve: () => void }[] = []
  #isClosed = false

  constructor(outlet: Outlet) {
    this.#outlet = outlet
    outlet.on('drain', () => this.#flush())
    outlet.on('close', () => this.#close())
  }

  get isClogged(): boolean {
    return this.#waiting.length > 0 || (this.#outlet.writableNeedDrain && !this.#isClosed)
  }

  /** Calls `write` when it is its turn; resolves then, or when the connection is closed, without having called it. */
  async send(write: () => void): Promise<void> {
    if (this.#isClosed) return
    if (!this.isClogged) {
      write()
      return
    }
    await new Promise<void>((resolve) => this.#waiting.push({ write, resolve }))
  }

  #flush(): void {
    while (!this.#outlet.writableNeedDrain) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      next.write()
      next.resolve()
    }
  }

  #close(): void {
    this.#isClosed = true
    for (const { resolve } of this.#waiting.splice(0)) resolve()
  }
}

/** How many bytes of what was written the network has taken: it grows while a client reads, however slowly. */
export function takenBytes(socket: Socket): number {
  return socket.bytesWritten - socket.writableLength
}
