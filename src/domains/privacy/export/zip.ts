import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One file of an archive; it is opened when its turn has come, and never two at once. */
export interface ZipEntry {
  readonly name: string
  /** True for what is packed already: pictures, films. */
  readonly isPacked: boolean
  open(): Promise<Readable>
}

/** An archive as a stream. Whoever does not read it to its end destroys it; what is open then is closed. */
export function zipOf(entries: AsyncIterable<ZipEntry>, mtime: Date): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  let current: Readable | null = null
  const fail = (error: unknown) =>
    void output.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  output.on('close', () => current?.destroy())
  zip.outputStream.pipe(output)
  const open = async (entry: ZipEntry) => {
    const source = await entry.open()
    // A stream that breaks off, or finds nothing to read, ends the whole: a file that is missing is no file.
    source.on('error', fail)
    if (output.destroyed) source.destroy()
    current = source
    return source
  }
  const addAll = async () => {
    for await (const entry of entries) {
      zip.addReadStreamLazy(entry.name, { mtime, compress: !entry.isPacked }, (give) => {
        open(entry).then((source) => give(null, source), fail)
      })
    }
    zip.end()
  }
  addAll().catch(fail)
  return output
}
