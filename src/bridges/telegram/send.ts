import { InputFile } from 'grammy'
import type { OutboundPartsFragment } from '../../client/index.ts'
import type { Bridge } from './bridge.ts'
import { failureOf, isBotUnknown } from './failures.ts'
import { Turns } from './lanes.ts'
import type { OutboundFile, Part } from './parts.ts'
import { maxFileBytes, maxPhotoBytes } from './parts.ts'

/** What became of one part. Unknown: perhaps it was sent, and it must not be sent again. */
export type Sent =
  | { readonly kind: 'sent'; readonly externalId: string }
  | {
      readonly kind: 'failed'
      readonly code: string
      readonly isRetryable: boolean
      readonly retryAfterSeconds: number
    }
  | { readonly kind: 'unknown'; readonly code: string }

/** Files are held whole while they are sent: few at a time. */
const files = new Turns(2)

/** Asks for the lease anew, so that it does not end on the way; false when it has. */
export async function isStillOurs({ desk }: Bridge, { messageId }: OutboundPartsFragment): Promise<boolean> {
  return (await desk.claim(messageId)).__typename === 'OutboundMessageClaimPayload'
}

export async function sendPart(bridge: Bridge, outbound: OutboundPartsFragment, part: Part): Promise<Sent> {
  const { conversationId } = outbound
  if (part.kind === 'file') {
    return await files.take(async () => await sendFile(bridge, outbound, part.file, part.caption))
  }
  const { telegram, ending } = bridge
  return await attempt(bridge, conversationId, async () =>
    telegram.sendMessage(conversationId, part.text, {}, ending as never),
  )
}

async function attempt(
  bridge: Bridge,
  conversationId: string,
  send: () => Promise<{ message_id: number }>,
): Promise<Sent> {
  try {
    const { message_id: messageId } = await send()
    return { kind: 'sent', externalId: `${conversationId}:${messageId}` }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'unknown') return failure
    const isUnknown = isBotUnknown(error)
    if (isUnknown) bridge.onBotUnknown()
    const isRetryable = failure.kind === 'unreached' || failure.isRetryable || isUnknown
    const retryAfterSeconds = failure.kind === 'refused' ? failure.retryAfterSeconds : 0
    return { kind: 'failed', code: failure.code, isRetryable, retryAfterSeconds }
  }
}

const photoTypes = new Set(['image/jpeg', 'image/png', 'image/webp'])

async function sendFile(
  bridge: Bridge,
  outbound: OutboundPartsFragment,
  file: OutboundFile,
  caption: string | null,
): Promise<Sent> {
  const { telegram, ending } = bridge
  const { conversationId } = outbound
  const byteSize = file.byteSize ?? 0
  const refused = { kind: 'failed', isRetryable: false, retryAfterSeconds: 0 } as const
  if (byteSize > maxFileBytes) return { ...refused, code: 'FILE_TOO_LARGE' }
  const content = await download(bridge, file.url ?? '')
  if (content === null) return { ...refused, code: 'FILE_UNAVAILABLE', isRetryable: true }
  if (!(await isStillOurs(bridge, outbound))) return { kind: 'unknown', code: 'LEASE_LOST' }
  const other = caption === null ? {} : { caption }
  const asDocument = async () =>
    await telegram.sendDocument(conversationId, new InputFile(content, file.fileName), other, ending as never)
  if (!photoTypes.has(file.contentType ?? '') || byteSize > maxPhotoBytes) {
    return await attempt(bridge, conversationId, asDocument)
  }
  const photo = await attempt(bridge, conversationId, async () =>
    telegram.sendPhoto(conversationId, new InputFile(content, file.fileName), other, ending as never),
  )
  // A picture of a shape that Telegram does not show goes out as a file.
  if (photo.kind !== 'failed' || photo.code !== '400') return photo
  return await attempt(bridge, conversationId, asDocument)
}

/** The content of a file of the desk; null when it cannot be had now. */
async function download({ timeoutSeconds, ending }: Bridge, url: string): Promise<Buffer | null> {
  try {
    const signal = AbortSignal.any([ending, AbortSignal.timeout(timeoutSeconds * 1_000)])
    const response = await fetch(url, { signal })
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}
