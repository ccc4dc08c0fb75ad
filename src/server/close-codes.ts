import type { WebSocket } from 'ws'

/** Why a socket is closed. The stock client comes back after 4403, 4408, 1012 and 1013, and gives up after the rest. */
export const closeCodes = {
  badRequest: 4400,
  unauthenticated: 4401,
  expired: 4403,
  internalError: 4500,
  restart: 1012,
  tryAgainLater: 1013,
} as const

const answerMs = 5_000

/** Closes a socket; a client that does not answer in time is cut off. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return
  socket.close(code, reason)
  const timer = setTimeout(() => socket.terminate(), answerMs)
  socket.once('close', () => clearTimeout(timer))
}
