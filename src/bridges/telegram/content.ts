import { z } from 'zod'
import type { Language } from './texts.ts'
import { wordsIn } from './texts.ts'

/** What a message may carry, as far as the bridge looks at it. Telegram adds fields at any time. */

const text = z.string().nullish()
const fileShape = z.object({
  file_id: z.string().min(1),
  file_unique_id: z.string().nullish(),
  file_size: z.number().nullish(),
  file_name: text,
  mime_type: text,
})
type TelegramFile = z.output<typeof fileShape>
const file = fileShape.nullish()
const location = z.object({ latitude: z.number(), longitude: z.number(), live_period: z.number().nullish() })

export const contentShape = z.object({
  text,
  caption: text,
  photo: z.array(fileShape).nullish(),
  document: file,
  voice: file,
  video: file,
  audio: file,
  video_note: file,
  animation: file,
  sticker: z.object({ emoji: text }).nullish(),
  contact: z.object({ phone_number: z.string(), first_name: text, last_name: text }).nullish(),
  location: location.nullish(),
  venue: z.object({ location, title: z.string(), address: text }).nullish(),
})
export type Content = z.output<typeof contentShape>

/** A file of a message, as it is announced to Opora. */
export interface Media {
  readonly fileId: string
  /** The same for the same file, whoever asks. */
  readonly uniqueId: string
  readonly byteSize: number | null
  readonly fileName: string
  readonly contentType: string
}

/** Kinds of files that Telegram names no type for, and what they are. */
const usual = {
  voice: { type: 'audio/ogg', extension: 'ogg' },
  video: { type: 'video/mp4', extension: 'mp4' },
  audio: { type: 'audio/mpeg', extension: 'mp3' },
  video_note: { type: 'video/mp4', extension: 'mp4' },
  animation: { type: 'video/mp4', extension: 'mp4' },
} as const

export function mediaOf(content: Content, messageId: number): Media | null {
  const { photo, document } = content
  const largest = photo?.reduce((one, other) =>
    (other.file_size ?? 0) >= (one.file_size ?? 0) ? other : one,
  )
  if (largest !== undefined) return asMedia(largest, 'image/jpeg', `photo-${messageId}.jpg`)
  for (const kind of ['voice', 'video', 'audio', 'video_note', 'animation'] as const) {
    const found = content[kind]
    const { type, extension } = usual[kind]
    if (found != null) return asMedia(found, type, `${kind.replace('_', '-')}-${messageId}.${extension}`)
  }
  return document == null ? null : asMedia(document, 'application/octet-stream', `file-${messageId}`)
}

function asMedia(given: TelegramFile, contentType: string, fileName: string): Media {
  return {
    fileId: given.file_id,
    uniqueId: given.file_unique_id ?? given.file_id,
    byteSize: given.file_size ?? null,
    fileName: cleanName(given.file_name) ?? fileName,
    contentType: given.mime_type == null || given.mime_type === '' ? contentType : given.mime_type,
  }
}

const maxNameLength = 120

/** A name without paths and invisible characters; null when nothing is left of it. */
function cleanName(name: string | null | undefined): string | null {
  const cleaned = (name ?? '')
    .toWellFormed()
    .replaceAll(/[/\\]/g, '_')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  // The end says what it is.
  const short = Array.from(cleaned).slice(-maxNameLength).join('')
  return /[^. ]/.test(short) ? short : null
}

/** What a message says; what stands for content without words; empty when there is a file only; null for neither. */
export function wordsOf(content: Content, language: Language): string | null {
  const written = storable(content.text ?? content.caption ?? '')
  if (written !== '') return written
  const { sticker, contact, venue } = content
  const say = wordsIn(language)
  if (sticker != null) return `[${[say.sticker, storable(sticker.emoji ?? '')].join(' ').trim()}]`
  if (contact != null) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
    return storable(`[${say.contact}] ${name} ${contact.phone_number}`.replaceAll(/ +/g, ' '))
  }
  if (venue != null) {
    return storable(`[${say.venue}] ${venue.title}, ${venue.address ?? ''} (${pointOf(venue.location)})`)
  }
  if (content.location != null) return `[${say.location}] ${pointOf(content.location)}`
  return null
}

function pointOf({ latitude, longitude }: z.output<typeof location>): string {
  return `${latitude}, ${longitude}`
}

/** A text without what no database can hold. */
export function storable(value: string): string {
  return value.toWellFormed().replaceAll('\0', '').trim()
}
