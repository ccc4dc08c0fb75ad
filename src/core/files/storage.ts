import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import type { DriverContract } from 'flydrive/types'

/** Where the content of files lies; all nodes of one database share it. Keys are of our own making. */
export interface Storage {
  put(key: string, content: Readable, about: { byteSize: number; contentType: string }): Promise<void>
  read(key: string): Promise<Readable>
  /** False when there is no such content; throws when the storage does not answer. */
  exists(key: string): Promise<boolean>
  /** Removes everything under a prefix; what is not there is no error. */
  removeAll(prefix: string): Promise<void>
}

/** The local disk, or a bucket of an S3-compatible service when `url` names one. */
export async function openStorage(options: { dataDir: string; url: string | null }): Promise<Storage> {
  const { dataDir, url } = options
  const disk = new Disk(await (url === null ? localDriver(dataDir) : bucketDriver(new URL(url))))
  return {
    async put(key, content, { byteSize, contentType }) {
      await disk.putStream(key, content, { contentLength: byteSize, contentType })
    },
    read: async (key) => await disk.getStream(key),
    exists: async (key) => await disk.exists(key),
    removeAll: async (prefix) => await disk.deleteAll(prefix),
  }
}

async function localDriver(dataDir: string): Promise<DriverContract> {
  const { FSDriver } = await import('flydrive/drivers/fs')
  return new FSDriver({ location: resolve(join(dataDir, 'attachments')), visibility: 'private' })
}

const connectMs = 5_000
const answerMs = 60_000

/** `s3://KEY:SECRET@host:port/bucket?region=…&tls=0`. The library is loaded by those who use it only. */
async function bucketDriver(url: URL): Promise<DriverContract> {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    bucket: url.pathname.slice(1),
    endpoint: `${url.searchParams.get('tls') === '0' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    credentials: {
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    },
    forcePathStyle: true,
    // Buckets without access lists are the rule today, and a stream cannot be read twice for a checksum.
    supportsACL: false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs },
    visibility: 'private',
  })
}
