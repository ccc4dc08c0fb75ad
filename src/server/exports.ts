import type { IncomingMessage, ServerResponse } from 'node:http'
import { decodeIdOf } from '../core/ids.ts'
import { noteDownload } from '../domains/privacy/actions/remove-export.ts'
import { actorOfLink, findArchive } from '../domains/privacy/reads.ts'
import type { Desk } from '../events/desk.ts'
import { end, giveContent } from './attachments.ts'

/** The route by which copies of customers' records go out. The link is the right: it is signed and expires. */

const prefix = '/exports/'

export function isExportPath(path: string | null): path is string {
  return path?.startsWith(prefix) ?? false
}

export async function answerExport(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isHead = request.method === 'HEAD'
  if (request.method !== 'GET' && !isHead) return end(response, 405, { allow: 'GET, HEAD' })
  try {
    await giveArchive(desk, request, response, isHead)
  } catch (error) {
    // A client that has gone away is no trouble of ours; its answer reaches nobody.
    if (response.destroyed) return
    desk.log.error({ err: error }, 'an export could not be given')
    if (response.headersSent) response.destroy()
    else end(response, 503, { 'retry-after': '5' })
  }
}

async function giveArchive(
  desk: Desk,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const check = desk.links.check('export', pathname, searchParams)
  if (check === 'forged') return end(response, 403)
  if (check === 'expired') return end(response, 410)
  const exportId = decodeIdOf('CustomerExport', pathname.slice(prefix.length))
  const archive = exportId === null ? null : await findArchive(desk, exportId)
  if (exportId === null || archive === null) return end(response, 404)
  // Noted before the first byte is given: no copy goes out that the log does not know of.
  if (!isHead) await noteDownload(desk, exportId, actorOfLink(check.facts))
  await giveContent(archive, response, isHead)
}
