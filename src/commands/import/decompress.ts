import { createGunzip } from 'node:zlib'
import createUnbzip2 from 'unbzip2-stream'

export type Compression = 'none' | 'gzip' | 'bzip2'

/**
 * Counters that `decompress` keeps: uncompressed bytes that exist, and those of them that were handed out.
 */
interface Flow {
  producedBytes: number
  handedOutBytes: number
}

interface Decoder {
  onData: (receive: (piece: Buffer) => void) => void
  onError: (receive: (error: unknown) => void) => void
  /** Resolves when everything that follows from this chunk has been given to `onData`. */
  write: (chunk: Buffer) => Promise<void>
  end: () => Promise<void>
  release: () => void
}

const maximumPendingBytes = 128 * 1024 * 1024

/**
 * The uncompressed bytes of a file. Where it is damaged or cut off, everything that could be read comes first
 * and then the error: stream pipelines throw such a rest away, and how much of it would depend on timing.
 */
export async function* decompress(
  compressed: AsyncIterable<Buffer>,
  compression: Compression,
  flow: Flow,
): AsyncGenerator<Buffer> {
  const pending: Buffer[] = []
  let failure: unknown
  const decoder = createDecoder(compression)
  decoder.onError((error) => {
    failure ??= error
  })
  decoder.onData((piece) => {
    flow.producedBytes += piece.length
    pending.push(piece)
    // Only bzip2 can expand a chunk this far, and its decoder passes the error on to onError.
    if (flow.producedBytes - flow.handedOutBytes > maximumPendingBytes) throw new Error('expands without end')
  })
  function* handOut(): Generator<Buffer> {
    for (const piece of pending.splice(0)) {
      flow.handedOutBytes += piece.length
      yield piece
    }
    if (failure !== undefined) throw new Error(describeFailure(failure, compression))
  }
  try {
    for await (const chunk of compressed) {
      await decoder.write(chunk)
      yield* handOut()
    }
    await decoder.end()
    yield* handOut()
  } finally {
    decoder.release()
  }
}

function createDecoder(compression: Compression): Decoder {
  if (compression === 'gzip') return gzipDecoder()
  if (compression === 'bzip2') return bzip2Decoder()
  let give: (piece: Buffer) => void = () => {}
  return {
    onData: (receive) => {
      give = receive
    },
    onError: () => {},
    write: async (chunk) => give(chunk),
    end: async () => {},
    release: () => {},
  }
}

function gzipDecoder(): Decoder {
  const stream = createGunzip()
  // A write that meets broken data never calls back; the stream closes, then as at its end.
  let settle: () => void = () => {}
  stream.once('close', () => settle())
  return {
    onData: (receive) => void stream.on('data', receive),
    onError: (receive) => void stream.on('error', receive),
    write: (chunk) =>
      new Promise((resolve) => {
        settle = resolve
        stream.write(chunk, () => resolve())
      }),
    end: () =>
      new Promise((resolve) => {
        settle = resolve
        stream.end()
      }),
    release: () => void stream.destroy(),
  }
}

// This one is an old-style stream: it works within write() and end(), and turns an error of its listeners
// into 'error'.
function bzip2Decoder(): Decoder {
  const stream = createUnbzip2()
  return {
    onData: (receive) => void stream.on('data', receive),
    onError: (receive) => void stream.on('error', receive),
    write: async (chunk) => void stream.write(chunk),
    end: async () => void stream.end(),
    release: () => {},
  }
}

function describeFailure(failure: unknown, compression: Compression): string {
  const message = failure instanceof Error ? failure.message : String(failure)
  // The bzip2 library runs past its input when a file is cut off; its own words for that say nothing.
  const detail = failure instanceof TypeError ? 'unexpected end of file' : message
  return `broken ${compression} data: ${detail}`
}
