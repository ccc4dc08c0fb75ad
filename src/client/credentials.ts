/** A bearer token, or how to get one. */
export type TokenSource = string | (() => string | Promise<string>)

/** The token of one client, asked for once and again when it has expired. */
export interface Credentials {
  /** False for a token that was given as it is: when it expires there is no other. */
  readonly canRenew: boolean
  /** The token to use now; null without any. Rejects with what the token function throws. */
  current(): Promise<string | null>
  /** The server says that this one has expired: the next `current()` asks for another. */
  expire(token: string | null): void
}

export function createCredentials(source: TokenSource | undefined): Credentials {
  if (typeof source !== 'function') {
    const token = source ?? null
    return { canRenew: false, current: async () => token, expire: () => {} }
  }
  let known: string | null = null
  let asking: Promise<string> | null = null
  const ask = async () => {
    known = null
    try {
      known = await source()
      return known
    } catch (error) {
      asking = null
      throw error
    }
  }
  return {
    canRenew: true,
    current() {
      asking ??= ask()
      return asking
    },
    expire(token) {
      // Another request may have seen to it already.
      if (token !== null && token === known) asking = null
    },
  }
}

/** Whether there may be a token later; its function says by `retryable: false` that there will never be one. */
export function mayAskAgain(failure: unknown): boolean {
  return (failure as { retryable?: unknown } | null | undefined)?.retryable !== false
}
