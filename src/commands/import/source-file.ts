import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Compression, decompress } from './decompress.ts'

export interface SourceFile {
  path: string
  /** The base name without the compression suffix. */
  name: string
  sizeBytes: number
  compression: Compression
}

interface OpenSource {
  /**
   * The uncompressed bytes. Ends with an error where the file is damaged, after all that stands before it.
   */
  chunks: AsyncIterable<Buffer>
  /** How many bytes of the file, as it lies on the disk, have been handed out so far. */
  doneBytes: () => number
}

const headBytes = 65_536

/** Looks at a regular file; how it is compressed is decided by its first bytes, not by its name. */
export async function describeFile(path: string): Promise<SourceFile> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(4)
    await file.read(start, 0, start.length, 0)
    const name = basename(path).replace(/\.(?:gz|bz2)$/i, '')
    return { path, name, sizeBytes: size, compression: compressionOf(start) }
  } finally {
    await file.close()
  }
}

function compressionOf(start: Buffer): Compression {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip'
  if (/^BZh[1-9]$/.test(start.toString('latin1'))) return 'bzip2'
  return 'none'
}

export function openSource(file: SourceFile): OpenSource {
  const stream = createReadStream(file.path)
  const flow = { producedBytes: 0, handedOutBytes: 0 }
  return {
    chunks: decompress(stream, file.compression, flow),
    // A decompressor reads far ahead of what it gives: count only the share that came out.
    doneBytes: () =>
      flow.producedBytes === 0
        ? 0
        : Math.round(stream.bytesRead * (flow.handedOutBytes / flow.producedBytes)),
  }
}

/**
 * The beginning of the uncompressed text, for recognising what it is; what is not UTF-8 is replaced. `damage`
 * says why the text ends where it does when that is not the end of the file.
 */
export async function readHead(file: SourceFile): Promise<{ text: string; damage?: string }> {
  const pieces: Buffer[] = []
  let length = 0
  let damage: string | undefined
  try {
    for await (const chunk of openSource(file).chunks) {
      pieces.push(chunk.subarray(0, headBytes - length))
      length += chunk.length
      if (length >= headBytes) break
    }
  } catch (error) {
    damage = error instanceof Error ? error.message : String(error)
  }
  return { text: new TextDecoder().decode(Buffer.concat(pieces)), damage }
}
