import type { IncomingMessage } from 'node:http'
import type { Context as Connection } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { readLocale } from '../auth/claims.ts'
import { TokenRefused } from '../auth/tokens.ts'
import type { Claims } from '../auth/viewer.ts'
import { newId } from '../core/ids.ts'
import type { Logger } from '../core/logger.ts'
import { closeCodes, closeSocket } from './close-codes.ts'
import type { Asker, Contexts } from './contexts.ts'

export type Payload = Record<string, unknown>

export interface Extra {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  /** Makes and sends a frame when the client takes more; resolves then. */
  readonly send: (frame: () => Buffer) => Promise<void>
  /** Who opened the socket; set by `connection_init`. */
  asker?: Asker
}

/**
 * Answers `connection_init`: who opens the socket, and until when.
 * @returns false when the socket was closed: what is sent on it afterwards does not count
 */
export async function connect(
  { extra, connectionParams }: Connection<Payload, Extra>,
  contexts: Contexts,
  log: Logger,
): Promise<boolean> {
  const { socket } = extra
  try {
    const { authorization, locale } = connectionParams ?? {}
    const claims = await contexts.identify(typeof authorization === 'string' ? authorization : null)
    if (claims === null) throw new TokenRefused('MISSING')
    const asker = { claims, locale: readLocale(locale) }
    // Refuses at once who was disabled since the token was given.
    await contexts.make(asker, newId())
    if (claims.expiresAt * 1_000 <= Date.now()) throw new TokenRefused('EXPIRED')
    extra.asker = asker
    closeWithToken(socket, claims, contexts)
    return true
  } catch (error) {
    refuse(socket, error, log)
    return false
  }
}

/** A client with a fresh token comes back by itself. */
function closeWithToken(socket: WebSocket, claims: Claims, contexts: Contexts): void {
  if (socket.readyState !== socket.OPEN) return
  const forget = contexts.onTokenEnd(claims, () => closeSocket(socket, closeCodes.expired, 'Token expired'))
  socket.once('close', forget)
}

function refuse(socket: WebSocket, error: unknown, log: Logger): void {
  if (error instanceof TokenRefused) {
    const isExpired = error.fault === 'EXPIRED'
    const reason = isExpired ? 'Token expired' : error.message
    closeSocket(socket, isExpired ? closeCodes.expired : closeCodes.unauthenticated, reason)
    return
  }
  log.warn({ err: error }, 'a socket could not be authenticated')
  closeSocket(socket, closeCodes.tryAgainLater, 'Try again later')
}
