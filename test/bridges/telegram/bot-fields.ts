import type { IncomingMessage } from 'node:http'

/** The fields of a call, as JSON or as a form with files. */
export async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  if (body.length === 0) return {}
  const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return JSON.parse(body.toString('utf8')) as Record<string, unknown>
  return readForm(body, boundary)
}

/** Files are named by other fields, as `attach://NAME`. */
function readForm(body: Buffer, boundary: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const files = new Map<string, { name: string; content: Buffer }>()
  // Byte by byte the same as in the body.
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const cut = part.indexOf('\r\n\r\n')
    if (cut < 0) continue
    const head = Buffer.from(part.slice(0, cut), 'latin1').toString('utf8')
    const content = Buffer.from(part.slice(cut + 4, -2), 'latin1')
    const name = /[; ]name="?([^";\r\n]*)"?/i.exec(head)?.[1] ?? ''
    const fileName = /filename="?([^";\r\n]*)"?/i.exec(head)?.[1]
    if (fileName === undefined) fields[name] = content.toString('utf8')
    else files.set(name, { name: fileName, content })
  }
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' && value.startsWith('attach://')) fields[name] = files.get(value.slice(9))
  }
  return fields
}
