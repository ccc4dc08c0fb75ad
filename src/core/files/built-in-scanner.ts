import type { Readable } from 'node:stream'
import type { ArchiveDanger } from './archive.ts'
import { FoundInside, inspectArchive } from './archive.ts'
import { isOfficeDocument } from './content-type.ts'
import type { Scratch } from './scratch.ts'

/** Why content is not given to anybody. */
export type Danger = ArchiveDanger | 'virus' | 'executable' | 'script' | 'polyglot'

/** The string by which every scanner proves that it works; in two parts, so that this file is none itself. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const bytesOf = (text: string) => Buffer.from(text, 'latin1')

/** How programs begin: Windows, Linux, macOS (four orders of bytes, and fat or Java), Android. */
const programHeads = [
  'MZ',
  '\x7FELF',
  '\xFE\xED\xFA\xCE',
  '\xFE\xED\xFA\xCF',
  '\xCE\xFA\xED\xFE',
  '\xCF\xFA\xED\xFE',
  '\xCA\xFE\xBA\xBE',
  'dex\n',
  '#!',
].map(bytesOf)

interface Needle {
  readonly bytes: Buffer
  readonly danger: Danger
}
const everywhere: readonly Needle[] = [{ bytes: bytesOf(eicar), danger: 'virus' }]

/** What pictures, sounds and films never hold, unless somebody made them to be taken for something else too. */
const inMedia: readonly Needle[] = [
  ...everywhere,
  ...['<script', '<SCRIPT', '<?php'].map((text) => ({
    bytes: bytesOf(text),
    danger: 'script' as const,
  })),
  ...[
    'Rar!\x1A\x07',
    '7z\xBC\xAF\x27\x1C',
    '%PDF-1.',
    '\x7FELF\x02\x01\x01\0',
    'This program cannot be run in DOS',
  ].map((text) => ({ bytes: bytesOf(text), danger: 'polyglot' as const })),
]

/** The rules that need no other program. They find what is known by its form; a virus scanner finds more. */
export async function findDanger(content: Scratch, contentType: string): Promise<Danger | null> {
  const head = await content.bytes(0, 8)
  if (programHeads.some((program) => head.subarray(0, program.length).equals(program))) return 'executable'
  const isMedia = /^(image|audio|video)\//.test(contentType)
  const isOffice = isOfficeDocument(contentType)
  try {
    for await (const _chunk of looking(content.read(), isMedia ? inMedia : everywhere));
    if (isOffice) return await inspectArchive(content, (part) => looking(part, everywhere))
  } catch (error) {
    if (error instanceof Found) return error.danger
    throw error
  }
  return (await hasArchiveAtEnd(content)) ? 'polyglot' : null
}

class Found extends FoundInside {
  readonly danger: Danger
  constructor(danger: Danger) {
    super(danger)
    this.danger = danger
  }
}

/** Passes a stream on, and throws at the first needle in it, also one that lies across two chunks. */
async function* looking(source: Readable, needles: readonly Needle[]): AsyncGenerator<Buffer> {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1
  let before = Buffer.alloc(0)
  for await (const chunk of source as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([before, chunk])
    const found = needles.find(({ bytes }) => seen.includes(bytes))
    if (found !== undefined) throw new Found(found.danger)
    before = seen.subarray(Math.max(0, seen.length - overlap))
    yield chunk
  }
}

const endRecordBytes = 22
const longestComment = 65_535

/** True for an archive behind other content: programs that read from the end take the whole for the archive. */
async function hasArchiveAtEnd(content: Scratch): Promise<boolean> {
  const start = Math.max(0, content.size - endRecordBytes - longestComment)
  const tail = await content.bytes(start, content.size - start)
  const record = bytesOf('PK\x05\x06')
  const entry = bytesOf('PK\x01\x02')
  for (let at = tail.lastIndexOf(record); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(record, at - 1)) {
    if (at + endRecordBytes > tail.length) continue
    const directory = start + at - tail.readUInt32LE(at + 12)
    if (directory >= 0 && (await content.bytes(directory, 4)).equals(entry)) return true
  }
  return false
}
