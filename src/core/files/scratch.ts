import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../ids.ts'

/** The content was larger than it may be; nothing beyond the limit was read. */
export class TooLarge extends Error {}

const chunkBytes = 65_536

/** What was read from a stream, as it was counted on the way. */
export interface Filled {
  readonly byteSize: number
  readonly sha256: Uint8Array<ArrayBuffer>
}

/**
 * A file without a name: content waits in it to be looked at, on disk and never whole in memory. It is unlinked as
 * soon as it is open, so that a crash leaves nothing behind.
 */
export class Scratch {
  readonly #handle: FileHandle
  #size = 0

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  static async open(directory: string): Promise<Scratch> {
    await mkdir(directory, { recursive: true })
    const path = join(directory, newId())
    const handle = await open(path, 'wx+', 0o600)
    await rm(path)
    return new Scratch(handle)
  }

  get fd(): number {
    return this.#handle.fd
  }

  get size(): number {
    return this.#size
  }

  /**
   * Takes all of a stream, which is left open when it is not read to its end.
   * @throws TooLarge as soon as it has more than `maxBytes`
   */
  async fill(source: Readable, maxBytes: number): Promise<Filled> {
    const hash = createHash('sha256')
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (this.#size + chunk.length > maxBytes) throw new TooLarge()
      hash.update(chunk)
      await this.#handle.writeFile(chunk)
      this.#size += chunk.length
    }
    return { byteSize: this.#size, sha256: Uint8Array.from(hash.digest()) }
  }

  /** All of it from the start, any number of times, also side by side. */
  read(): Readable {
    return Readable.from(this.#chunks(), { objectMode: false })
  }

  /** Not the handle's own stream: that one closes the handle when it is left early. */
  async *#chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.#size; ) {
      const chunk = await this.bytes(at, chunkBytes)
      if (chunk.length === 0) return
      yield chunk
      at += chunk.length
    }
  }

  /** At most `length` bytes from a place. */
  async bytes(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.min(length, Math.max(0, this.#size - start)))
    if (buffer.length === 0) return buffer
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, start)
    return buffer.subarray(0, bytesRead)
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}
