import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { decodeIdOf } from '../core/ids.ts'
import { linkText } from '../core/texts/texts.ts'
import type { Received } from '../domains/attachments/actions/receive.ts'
import { receiveContent } from '../domains/attachments/actions/receive.ts'
import type { Content } from '../domains/attachments/reads.ts'
import { findContent } from '../domains/attachments/reads.ts'
import type { Desk } from '../events/desk.ts'
import { acceptedLocale } from './contexts.ts'

/** The route by which the content of files comes and goes. The link is the right: it is signed and expires. */

const prefix = '/attachments/'

export function isAttachmentPath(path: string | null): path is string {
  return path?.startsWith(prefix) ?? false
}

export async function answerAttachment(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isHead = request.method === 'HEAD'
  try {
    if (request.method === 'PUT') await takeUpload(desk, request, response)
    else if (request.method === 'GET' || isHead) await giveDownload(desk, request, response, isHead)
    else end(response, 405, { allow: 'GET, HEAD, PUT' })
  } catch (error) {
    // A client that has gone away is no trouble of ours; its answer reaches nobody.
    if (response.destroyed) return
    desk.log.error({ err: error }, 'the content of a file could not be taken or given')
    if (response.headersSent) response.destroy()
    else end(response, 503, { 'retry-after': '5' })
  }
}

/** The id and facts of a link, or the status that says what is wrong with it. */
function readLink(desk: Desk, purpose: 'upload' | 'download', { url = '/' }: IncomingMessage) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const check = desk.links.check(purpose, pathname, searchParams)
  if (check === 'forged') return 403
  if (check === 'expired') return 410
  const attachmentId = decodeIdOf('Attachment', pathname.slice(prefix.length))
  return attachmentId === null ? 404 : { attachmentId, facts: check.facts }
}

const uploadStatus: { readonly [R in Received]: number } = {
  stored: 204,
  gone: 404,
  already: 409,
  tooLarge: 413,
  empty: 400,
  wrongType: 415,
}

async function takeUpload(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const link = readLink(desk, 'upload', request)
  if (typeof link === 'number') return end(response, link)
  const byteSize = Number(link.facts['size'])
  if (Number(request.headers['content-length'] ?? 0) > byteSize) return end(response, 413)
  const announced = { attachmentId: link.attachmentId, byteSize, contentType: link.facts['type'] ?? '' }
  end(response, uploadStatus[await receiveContent(desk, announced, request)])
}

async function giveDownload(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  const link = readLink(desk, 'download', request)
  if (typeof link === 'number') return end(response, link)
  const content = await findContent(desk, link.attachmentId)
  if (content === null) return end(response, 404)
  await giveContent(content, response, isHead)
}

/** Gives content out, to be saved and never shown. */
export async function giveContent(
  content: Content,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  // Opened first, so that a storage that does not answer is said in the status.
  const source = isHead ? null : await content.open()
  const charset = content.contentType.startsWith('text/') ? '; charset=utf-8' : ''
  response.writeHead(200, {
    'content-type': content.contentType + charset,
    'content-length': content.byteSize,
    'content-disposition': disposition(content.fileName),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-site',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'accept-ranges': 'none',
  })
  if (source === null) response.end()
  else await pipeline(source, response)
}

/** Always to be saved, never shown; the name in ASCII for old clients, and whole as RFC 5987 says. */
function disposition(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

const words: { readonly [status: number]: Parameters<typeof linkText>[0] } = {
  400: 'empty',
  403: 'invalid',
  404: 'notFound',
  405: 'notAllowed',
  409: 'already',
  410: 'expired',
  413: 'tooLarge',
  415: 'wrongType',
  503: 'unavailable',
}

/** People open such links by themselves: they are told in a language of theirs why one does not work. */
export function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  const word = words[status]
  const locale = acceptedLocale(response.req.headers['accept-language']) ?? 'ru'
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...(word && { 'content-type': 'text/plain; charset=utf-8', vary: 'accept-language' }),
    ...headers,
  })
  response.end(word === undefined ? undefined : `${linkText(word, locale)}\n`)
}
