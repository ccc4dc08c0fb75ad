import type { Issuers } from '../auth/tokens.ts'
import type { Claims } from '../auth/viewer.ts'
import { callAt } from './call-at.ts'

/**
 * Calls back once, when a token no longer counts: at its end, and a service token as soon as it is revoked or the
 * overlap of its rotation is over. Answers how to call it off.
 */
export function onTokenEnd(issuers: Issuers, claims: Claims, callback: () => void): () => void {
  if (claims.serviceToken === undefined) return callAt(claims.expiresAt * 1_000, callback)
  let looks = 0
  let isOver = false
  const stop = () => {
    isOver = true
    forgetTimer()
    stopListening()
  }
  const wait = (expiresAt: number) =>
    callAt(expiresAt * 1_000, () => {
      stop()
      callback()
    })
  const look = async () => {
    looks += 1
    const thisLook = looks
    // Who cannot be asked about again is not trusted on: the client comes back, and is asked who it is.
    const expiresAt = await issuers.verifyAgain(claims).then(
      (now) => now.expiresAt,
      () => 0,
    )
    if (isOver || thisLook !== looks) return
    forgetTimer()
    forgetTimer = wait(expiresAt)
  }
  let forgetTimer = wait(claims.expiresAt)
  const stopListening = issuers.onChanged(() => void look())
  // It may have changed before anybody listened.
  void look()
  return stop
}
