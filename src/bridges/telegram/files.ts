import type { Bridge } from './bridge.ts'
import type { Media } from './content.ts'
import { failureOf, telegramPause } from './failures.ts'
import { lasting } from './retry.ts'
import type { FileRefusal } from './texts.ts'
import type { Incoming } from './updates.ts'

/** A file of a message in Opora, or why it is not there. */
export type Carried =
  | { readonly attachmentId: string }
  | { readonly refused: FileRefusal }
  | { readonly isChannelClosed: true }

/** Telegram could not give the file now. The message waits with it. */
class FileNotNow extends Error {}

const promptAttempts = 3
const transferSeconds = 300

/** Takes a file from Telegram to Opora, as one stream. Doing it again goes on with the same file. */
export async function carryFile(
  bridge: Bridge,
  { chatId, messageId, sender }: Incoming,
  media: Media,
): Promise<Carried> {
  const found = await locate(bridge, media)
  if ('refused' in found) return found
  const announced = await bridge.desk.announce({
    senderId: String(sender.id),
    senderName: sender.name,
    fileName: media.fileName,
    contentType: media.contentType,
    byteSize: found.byteSize,
    // The same file in another message is another attachment.
    idempotencyKey: `${chatId}:${messageId}:${media.uniqueId}`.slice(0, 200),
  })
  if (announced.__typename === 'ChannelClosed') return { isChannelClosed: true }
  if (announced.__typename === 'AttachmentRefused') return { refused: refusalOf(announced.rule) }
  if (announced.__typename !== 'ChannelAttachmentCreatePayload') return { refused: 'unavailable' }
  const { attachment, uploadUrl } = announced
  if (attachment.status === 'INFECTED') return { refused: 'infected' }
  if (attachment.status === 'FAILED') return { refused: 'type' }
  if (uploadUrl === null) return { attachmentId: attachment.id }
  const refused = await transfer(bridge, found.path, found.byteSize, uploadUrl)
  return refused === null ? { attachmentId: attachment.id } : { refused }
}

async function locate(
  { telegram, ending }: Bridge,
  { fileId, byteSize }: Media,
): Promise<{ path: string; byteSize: number } | { refused: FileRefusal }> {
  try {
    const ask = async () => await telegram.getFile(fileId)
    const found = await lasting(ask, {
      signal: ending,
      leastPauseMs: telegramPause,
      attempts: promptAttempts,
    })
    const size = found.file_size ?? byteSize
    if (found.file_path === undefined || size === null) return { refused: 'unavailable' }
    return { path: found.file_path, byteSize: size }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'refused' || failure.isRetryable) throw error
    return { refused: /too big/i.test(failure.description) ? 'tooLarge' : 'unavailable' }
  }
}

/** Null when it is there. */
async function transfer(
  { fileRoot, ending }: Bridge,
  path: string,
  byteSize: number,
  uploadUrl: string,
): Promise<FileRefusal | null> {
  const signal = AbortSignal.any([ending, AbortSignal.timeout(transferSeconds * 1_000)])
  const source = await fetch(`${fileRoot}/${path.split('/').map(encodeURIComponent).join('/')}`, { signal })
  if (!source.ok || source.body === null) {
    await source.body?.cancel()
    if (source.status === 429 || source.status >= 500) throw new FileNotNow(`status ${source.status}`)
    return 'unavailable'
  }
  const length = source.headers.get('content-length')
  const upload = { method: 'PUT', body: source.body, duplex: 'half', signal } as const
  const headers = { 'content-type': 'application/octet-stream', ...(length && { 'content-length': length }) }
  if (Number(length ?? 0) > byteSize) {
    await source.body.cancel()
    return 'unavailable'
  }
  const { status } = await fetch(uploadUrl, { ...upload, headers })
  if (status === 204 || status === 409) return null
  if (status === 413) return 'tooLarge'
  if (status === 415 || status === 400) return 'type'
  throw new FileNotNow(`upload status ${status}`)
}

/** In the bridge's words, of which there are fewer. */
export function refusalOf(rule: string): FileRefusal {
  const known = ['tooLarge', 'type', 'infected', 'tooMany'] as const
  return known.find((one) => one === rule) ?? (rule === 'failed' ? 'type' : 'unavailable')
}
