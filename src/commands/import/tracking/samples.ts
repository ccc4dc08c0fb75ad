import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unreadable } from '../conversation.ts'
import { InputRefused } from '../formats.ts'
import { readCdekSample } from './read-cdek.ts'
import { readJsonSample } from './read-json.ts'
import { type SampleEvent, type SampleParcel, SampleReader } from './sample.ts'

/** All parcels of some files, each once, with everything that was told of it. */
export interface Samples {
  readonly fileCount: number
  /** Files that tell of no parcel. */
  readonly emptyCount: number
  readonly parcels: readonly SampleParcel[]
  readonly unreadable: readonly Unreadable[]
}

/**
 * Reads carriers' answers: JSON and XML files, of a folder those of all folders in it.
 * @throws InputRefused when a path is missing, or no file of them tells of a parcel
 */
export async function readSamples(paths: readonly string[]): Promise<Samples> {
  const files = (await Promise.all(paths.map(findFiles))).flat()
  const parcels = new Map<string, SampleParcel>()
  const unreadable: Unreadable[] = []
  let emptyCount = 0
  for (const file of files) {
    const read = readSample(file, await readFile(file, 'utf8'))
    if (read.parcels.length + read.unreadable.length === 0) emptyCount += 1
    for (const parcel of read.parcels) addParcel(parcels, parcel)
    unreadable.push(...read.unreadable)
  }
  if (parcels.size === 0) throw new InputRefused(`Nothing in ${paths.join(', ')} tells of a parcel`)
  return { fileCount: files.length, emptyCount, parcels: [...parcels.values()], unreadable }
}

/** What one file tells. */
export function readSample(file: string, text: string): SampleReader {
  const reader = new SampleReader(file.slice(file.lastIndexOf('/') + 1))
  if (file.endsWith('.xml')) {
    if (text.includes('<StatusReport')) readCdekSample(text, reader)
    return reader
  }
  try {
    readJsonSample(JSON.parse(text), reader)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    reader.refuse('the text is not JSON')
  }
  return reader
}

/** Several answers may tell of one parcel: what they tell is put together, doubles and all, as it came. */
function addParcel(parcels: Map<string, SampleParcel>, parcel: SampleParcel): void {
  const key = `${parcel.carrier} ${parcel.trackingNumber}`
  const known = parcels.get(key)
  if (known === undefined) {
    parcels.set(key, parcel)
    return
  }
  const events: SampleEvent[] = [...known.events, ...parcel.events]
  const createdAt = [known.createdAt, parcel.createdAt].filter((at) => at !== null).sort()[0] ?? null
  parcels.set(key, { ...known, createdAt, events })
}

async function findFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new InputRefused(`Cannot import ${path}: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:json|xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
