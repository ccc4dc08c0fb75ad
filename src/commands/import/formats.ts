import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reading } from './conversation.ts'
import { readAbcd } from './read-abcd.ts'
import { airlineColumns, readAirlines } from './read-airlines.ts'
import { readRutube, rutubeCase } from './read-rutube.ts'
import { describeFile, readHead, type SourceFile } from './source-file.ts'

/** A kind of file that can be imported. */
interface Format {
  name: string
  /** What such a file looks like, for people. */
  looksLike: string
  /** Judges by the beginning of the uncompressed text. */
  recognises: (head: string) => boolean
  read: (source: string, chunks: AsyncIterable<Buffer>) => AsyncGenerator<Reading>
}

export interface Input {
  file: SourceFile
  format: Format
}

export interface Skipped {
  path: string
  reason: string
}

/** What was asked for cannot be imported at all; the message is one line for people. */
export class InputRefused extends Error {}

const formats: readonly Format[] = [
  {
    name: 'airlines',
    looksLike: `CSV with the columns ${airlineColumns.join(', ')}`,
    recognises: (head) => {
      const columns = firstLine(head).split(',')
      return airlineColumns.every((column) => columns.includes(column)) && columns[0] === airlineColumns[0]
    },
    read: readAirlines,
  },
  {
    name: 'rutube',
    looksLike: 'JSON lines with question and agent_answer',
    recognises: (head) =>
      head.split('\n', 20).some((line) => rutubeCase.safeParse(parseOrNothing(line)).success),
    read: readRutube,
  },
  {
    name: 'abcd',
    looksLike: 'a JSON list of conversations with convo_id and original',
    recognises: (head) => /^\s*(?:\[|\{\s*"[^"]*"\s*:\s*\[)\s*\{/.test(head) && /"convo_id"\s*:/.test(head),
    read: readAbcd,
  },
]

/**
 * The files to import, in the order given; of a folder all that are understood, by name, the others as
 * skipped. Throws InputRefused when a file is missing or not understood, or when two files would share their
 * keys.
 */
export async function findInputs(paths: readonly string[]): Promise<{ inputs: Input[]; skipped: Skipped[] }> {
  const inputs: Input[] = []
  const skipped: Skipped[] = []
  for (const path of paths) {
    const isFolder = (await statOrRefuse(path)).isDirectory()
    if (!isFolder) {
      inputs.push(await recogniseOrRefuse(path))
      continue
    }
    const found = await searchFolder(path)
    if (found.inputs.length === 0) throw new InputRefused(`Nothing in ${path} is understood. ${understood()}`)
    inputs.push(...found.inputs)
    skipped.push(...found.skipped)
  }
  return { inputs: await refuseSharedNames(inputs), skipped }
}

async function searchFolder(folder: string): Promise<{ inputs: Input[]; skipped: Skipped[] }> {
  const inputs: Input[] = []
  const skipped: Skipped[] = []
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    const input = await recognise(path)
    if (typeof input === 'string') skipped.push({ path, reason: input })
    else inputs.push(input)
  }
  return { inputs, skipped }
}

async function recogniseOrRefuse(path: string): Promise<Input> {
  const input = await recognise(path)
  if (typeof input === 'string') throw new InputRefused(`Cannot import ${path}: ${input}. ${understood()}`)
  return input
}

/** The file and its format, or why it cannot be imported. */
async function recognise(path: string): Promise<Input | string> {
  try {
    if (!(await stat(path)).isFile()) return 'not a file'
    const file = await describeFile(path)
    const { text, damage } = await readHead(file)
    const format = formats.find(({ recognises }) => recognises(text))
    return format ? { file, format } : (damage ?? 'not understood')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A file's name is half of each of its keys: a second file of that name would be taken for the first. */
async function refuseSharedNames(inputs: Input[]): Promise<Input[]> {
  const byName = new Map<string, Input>()
  for (const input of inputs) {
    const { name, path } = input.file
    const other = byName.get(name)
    if (other && (await realpath(other.file.path)) !== (await realpath(path))) {
      throw new InputRefused(
        `${other.file.path} and ${path} have the same name ${name}: import only one of them`,
      )
    }
    byName.set(name, input)
  }
  return [...byName.values()]
}

async function statOrRefuse(path: string): ReturnType<typeof stat> {
  try {
    return await stat(path)
  } catch (error) {
    throw new InputRefused(`Cannot import ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function understood(): string {
  return `Understood are, plain or as .gz or .bz2: ${formats.map((format) => format.looksLike).join('; ')}`
}

function firstLine(head: string): string {
  return head.slice(0, head.search(/\r?\n|$/))
}

function parseOrNothing(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
