const handshakeTimeoutMs = 10_000

/** What makes WebSockets here: the one given, the platform's, or in a Node without one the `ws` package's. */
export async function webSocketImplementation(given: unknown): Promise<unknown> {
  const platform = (globalThis as { WebSocket?: unknown }).WebSocket
  if (given !== undefined || platform !== undefined) return given ?? platform
  const { WebSocket } = await import('ws')
  return class extends WebSocket {
    constructor(address: string, protocol: string) {
      // Without a limit, a network that swallows packets would hold a connection attempt for minutes.
      super(address, protocol, { handshakeTimeout: handshakeTimeoutMs })
    }
  }
}
