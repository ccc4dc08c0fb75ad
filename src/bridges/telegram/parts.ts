import type { OutboundPartsFragment } from '../../client/index.ts'

/** How a message of the desk is sent: Telegram takes only so much at once. */

export const maxTextLength = 4_096
export const maxCaptionLength = 1_024
export const maxPhotoBytes = 10_000_000
export const maxFileBytes = 50_000_000

export type OutboundFile = OutboundPartsFragment['attachments'][number]
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: OutboundFile; readonly caption: string | null }

/** The files that can be sent; the others are not clean. */
export function cleanFiles({ attachments }: Pick<OutboundPartsFragment, 'attachments'>): OutboundFile[] {
  return attachments.filter(({ status, url }) => status === 'CLEAN' && url !== null)
}

/** One file and few words go out as one; else the words come first. */
export function partsOf(outbound: Pick<OutboundPartsFragment, 'attachments' | 'text'>): Part[] {
  const files = cleanFiles(outbound)
  const text = outbound.text.trim()
  const [only, ...others] = files
  if (only !== undefined && others.length === 0 && text.length <= maxCaptionLength) {
    return [{ kind: 'file', file: only, caption: text === '' ? null : text }]
  }
  return [
    ...splitText(text).map((part) => ({ kind: 'text' as const, text: part })),
    ...files.map((file) => ({ kind: 'file' as const, file, caption: null })),
  ]
}

/** Cuts a text into pieces of at most `max`, where a line or a word ends if there is such a place in their second half. */
export function splitText(text: string, max: number = maxTextLength): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const head = rest.slice(0, max + 1)
    const found = [head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((index) => index > max / 2)
    const end = found ?? endOf(rest, max)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** Shortens a text, with a mark that it was. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, endOf(text, max - 1))}…`
}

/** Not between the halves of one character. */
function endOf(text: string, max: number): number {
  const code = text.charCodeAt(max - 1)
  return code >= 0xd800 && code <= 0xdbff ? max - 1 : max
}
