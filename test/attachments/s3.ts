import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Bucket {
  /** As STORAGE_URL wants it. */
  readonly url: string
  readonly objects: Map<string, { readonly content: Buffer; readonly contentType: string | undefined }>
  /** What came, such as `PUT 200`. */
  readonly calls: string[]
  /** True: answers 503 to everything. */
  isDown: boolean
  close(): Promise<void>
}

const accessKey = 'AKIA-test'
const secretKey = 'se/cret+key'
const region = 'ru-1'
const name = 'files'

/** A server that speaks as much of S3 as the storage needs, and checks the signature of each request as S3 does. */
export async function startBucket(): Promise<Bucket> {
  const bucket: { -readonly [Name in keyof Bucket]: Bucket[Name] } = {
    url: '',
    objects: new Map(),
    calls: [],
    isDown: false,
    close: async () => {},
  }
  const server = createServer((request, response) => {
    void answer(bucket, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  bucket.url = `s3://${accessKey}:${encodeURIComponent(secretKey)}@127.0.0.1:${port}/${name}?region=${region}&tls=0`
  bucket.close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return bucket
}

async function answer(bucket: Bucket, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request).catch(() => null)
  if (body === null) return
  const end = (status: number, content: Buffer | string = '') => {
    bucket.calls.push(`${request.method} ${status}`)
    response.writeHead(status, {
      'content-length': Buffer.byteLength(content),
      'content-type': 'application/xml',
    })
    response.end(content)
  }
  if (bucket.isDown) return end(503)
  if (!isSigned(request)) return end(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
  const url = new URL(request.url ?? '/', 'http://s3')
  const key = decodeURIComponent(url.pathname).slice(`/${name}/`.length)
  if (request.method === 'PUT') {
    if (request.headers['content-length'] === undefined) return end(411)
    bucket.objects.set(key, { content: body, contentType: request.headers['content-type'] })
    return end(200)
  }
  if (request.method === 'POST' && url.searchParams.has('delete')) {
    for (const [, gone = ''] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) bucket.objects.delete(gone)
    return end(200, '<DeleteResult/>')
  }
  if (request.method === 'GET' && url.searchParams.has('list-type')) {
    const prefix = url.searchParams.get('prefix') ?? ''
    const keys = [...bucket.objects.keys()].filter((one) => one.startsWith(prefix))
    const contents = keys.map((one) => `<Contents><Key>${one}</Key></Contents>`).join('')
    return end(200, `<ListBucketResult>${contents}</ListBucketResult>`)
  }
  const found = bucket.objects.get(key)
  return found === undefined ? end(404, '<Error><Code>NoSuchKey</Code></Error>') : end(200, found.content)
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Signature version 4, computed anew from what came. */
function isSigned({ method, url = '/', headers }: IncomingMessage): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)$/
  const [, credential = '', names = '', signature] = pattern.exec(headers.authorization ?? '') ?? []
  const [key, day = '', ...scope] = credential.split('/')
  if (key !== accessKey || scope.join('/') !== `${region}/s3/aws4_request`) return false
  const { pathname, searchParams } = new URL(url, 'http://s3')
  const encode = (text: string) =>
    encodeURIComponent(text).replaceAll(
      /[!'()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const query = [...searchParams]
    .map(([one, value]) => `${encode(one)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const signed = names.split(';').map((one) => `${one}:${String(headers[one]).trim()}\n`)
  const hash = String(headers['x-amz-content-sha256'])
  const canonical = [method, pathname, query, signed.join(''), names, hash].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], [day, ...scope].join('/'), sha256(canonical)].join(
    '\n',
  )
  const signingKey = [day, ...scope].reduce<string | Buffer>(
    (made, part) => hmac(made, part),
    `AWS4${secretKey}`,
  )
  return hmac(signingKey, text).toString('hex') === signature
}
