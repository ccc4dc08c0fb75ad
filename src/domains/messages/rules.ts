import { createHash } from 'node:crypto'
import { isUuid } from '../../core/ids.ts'
import { IdempotencyConflict, InvalidInput, MissedMessages } from '../../core/problems.ts'

/** The sender's key must be a UUID: it is stored as one. */
export function checkClientMessageId(value: string | null | undefined): string | null {
  if (value == null) return null
  if (!isUuid(value)) throw new InvalidInput('uuid', ['clientMessageId'])
  return value.toLowerCase()
}

/** A message shows at most this many cards. */
export const maxCards = 5

/** What makes two sends the same: what they say and carry and how, not when. */
export function digestBody(body: {
  text: string
  keepOpen: boolean
  kind: string
  enclosures?: object | undefined
}): Buffer {
  const { kind, text, keepOpen, enclosures } = body
  return createHash('sha256')
    .update(JSON.stringify([kind, text, keepOpen, ...(enclosures === undefined ? [] : [enclosures])]))
    .digest()
}

/**
 * A retry gives the stored message; anything else under its key is a conflict. A redacted message has no digest any
 * more, so that its text cannot be guessed from it: its author's retries still find it.
 * @throws IdempotencyConflict
 */
export function assertSameMessage(
  stored: { author: string | null; digest: Uint8Array | null },
  sent: { author: string | null; digest: Uint8Array },
): void {
  const isSameBody = stored.digest === null || Buffer.from(stored.digest).equals(sent.digest)
  if (stored.author !== sent.author || !isSameBody) throw new IdempotencyConflict('clientMessageId')
}

/** @throws MissedMessages when the operator would answer over messages of others not yet seen */
export function assertNothingMissed(
  ticketId: string,
  lastSeenSeq: number | null,
  newestOfOthers: number,
): void {
  if (lastSeenSeq !== null && newestOfOthers > lastSeenSeq) {
    throw new MissedMessages(ticketId, lastSeenSeq, newestOfOthers)
  }
}

const derivedSubjectLength = 80
const withoutWords = '…'

/** The subject of a ticket that was opened without one: the first words of its first message. */
export function deriveSubject(text: string): string {
  if (text === '') return withoutWords
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= derivedSubjectLength) return line
  // Never cut through a surrogate pair: half of one is not valid text.
  const cut = line.slice(0, derivedSubjectLength)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}
