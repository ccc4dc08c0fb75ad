import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { fromFdPromise } from 'yauzl'
import type { Scratch } from './scratch.ts'

/** Bounds of what an office document unpacks to. Real ones stay far below. */
const maxEntries = 10_000
const maxUnpackedBytes = 500_000_000
/** Deflate packs at most 1032:1; sheets of repeated cells reach about 100:1. Small documents may be denser. */
const maxRatio = 200
const freeBytes = 10_000_000

/** Parts that run: macros, ActiveX controls, embedded programs. */
const programParts = /(^|\/)(vbaProject\w*\.bin|activeX\/|.*\.(exe|dll|js|vbs|ps1|bat|cmd|scr|jar|hta)$)/i
const archiveParts = /\.(zip|7z|rar|gz|bz2|xz|tar)$/i

/** What is wrong with an office document, as a word; null when nothing is. */
export type ArchiveDanger = 'macro' | 'archive'

/**
 * Looks through an archive entry by entry without trusting what it says of itself: each one is unpacked, counted and
 * thrown away, up to the bounds. `look` sees what is unpacked.
 */
export async function inspectArchive(
  content: Scratch,
  look: (part: Readable) => AsyncIterable<Buffer>,
): Promise<ArchiveDanger | null> {
  const limit = Math.min(maxUnpackedBytes, Math.max(freeBytes, content.size * maxRatio))
  let archive: ZipFile | undefined
  try {
    archive = await fromFdPromise(content.fd, { autoClose: false, lazyEntries: true })
    if (archive.entryCount > maxEntries) return 'archive'
    let unpacked = 0
    for await (const entry of archive.eachEntry()) {
      const danger = dangerOfEntry(entry)
      if (danger !== null) return danger
      if (unpacked + entry.uncompressedSize > limit) return 'archive'
      unpacked += await countEntry(archive, entry, limit - unpacked, look)
      if (unpacked > limit) return 'archive'
    }
    return null
  } catch (error) {
    if (error instanceof FoundInside || isOfSystem(error)) throw error
    // What cannot be read through by its own rules is not given to anybody.
    return 'archive'
  }
}

/** Thrown by `look` to end the inspection. */
export class FoundInside extends Error {}

function dangerOfEntry(entry: Entry): ArchiveDanger | null {
  if (programParts.test(entry.fileName)) return 'macro'
  return archiveParts.test(entry.fileName) || entry.isEncrypted() ? 'archive' : null
}

async function countEntry(
  archive: ZipFile,
  entry: Entry,
  limit: number,
  look: (part: Readable) => AsyncIterable<Buffer>,
): Promise<number> {
  if (entry.fileName.endsWith('/')) return 0
  let count = 0
  const part = await archive.openReadStreamPromise(entry)
  try {
    for await (const chunk of look(part)) {
      count += chunk.length
      if (count > limit) break
    }
  } finally {
    part.destroy()
  }
  return count
}

/** Trouble of the disk is no finding: the scan is tried again. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
