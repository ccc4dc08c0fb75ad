import { fileTypeFromStream } from 'file-type'
import type { Scratch } from './scratch.ts'

const office = 'application/vnd.openxmlformats-officedocument'

/** What may be sent, with the extensions its files may have; the first one is given to a file that has none of them. */
const extensionsOf: { readonly [contentType: string]: readonly string[] } = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log', 'csv', 'md'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/mpeg': ['mp3'],
  [`${office}.wordprocessingml.document`]: ['docx'],
  [`${office}.spreadsheetml.sheet`]: ['xlsx'],
}

export const allowedTypes: readonly string[] = Object.keys(extensionsOf)

/** Other names of the same types, and types that people's devices mix up: each family counts as one. */
const families: { readonly [contentType: string]: string } = {
  'image/jpg': 'image/jpeg',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'audio/mp3': 'audio/mpeg',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/mp4',
  'text/csv': 'text/plain',
  'text/markdown': 'text/plain',
}

/** What a client says when it does not know the type. */
const unknownType = 'application/octet-stream'

const bare = (contentType: string) => contentType.split(';')[0]?.trim().toLowerCase() ?? ''
const familyOf = (contentType: string) => families[bare(contentType)] ?? bare(contentType)
const allowedFamilies = new Set(allowedTypes.map(familyOf))

/** False for a type that is not taken, whatever the content says. */
export function isAcceptable(announced: string): boolean {
  return bare(announced) === unknownType || allowedFamilies.has(familyOf(announced))
}

/** True if the content is what was announced. */
export function isAsAnnounced(announced: string, found: string): boolean {
  return bare(announced) === unknownType || familyOf(announced) === familyOf(found)
}

/** True if archives of other files make up the content, so that it must be looked into. */
export function isOfficeDocument(contentType: string): boolean {
  return contentType.startsWith(office)
}

/** The name under which content is given out: its extension never says anything else than its type. */
export function nameFor(fileName: string, contentType: string): string {
  const [extension = 'bin', ...others] = extensionsOf[contentType] ?? []
  const given = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase()
  return given === extension || (given !== undefined && others.includes(given))
    ? fileName
    : `${fileName}.${extension}`
}

/** Text in UTF-16 begins as sound may. */
const utf16Marks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/** What the content is, by itself; null when it is nothing that may be sent. */
export async function findContentType(content: Scratch): Promise<string | null> {
  const head = await content.bytes(0, 2)
  if (utf16Marks.some((mark) => mark.equals(head))) return null
  const source = content.read()
  const found = await fileTypeFromStream(source).finally(() => source.destroy())
  if (found === undefined) return (await isPlainText(content)) ? 'text/plain' : null
  const contentType = bare(found.mime) === 'image/heic-sequence' ? 'image/heic' : bare(found.mime)
  const known = contentType === 'video/x-m4v' ? 'video/mp4' : contentType
  return allowedTypes.includes(known) ? known : null
}

/** Controls that no text has: all but tab, line feed, form feed and carriage return. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/

/** Beginnings by which programs and browsers take a text for more than text. */
const programs =
  /^\s*(#!|<\?|<!doctype|<!--|<(html|head|body|script|svg|iframe|img|object|embed|meta|style|a|div|p)[\s>/]|<%|@echo|mime-version:)/i

async function isPlainText(content: Scratch): Promise<boolean> {
  if (content.size === 0) return false
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of content.read() as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true })
      if (controls.test(text) || (isFirst && programs.test(text))) return false
      isFirst = false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
