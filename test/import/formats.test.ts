import { mkdir, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { findInputs, InputRefused } from '../../src/commands/import/formats.ts'
import { airlineFile, bzip2File, writeFolder } from './files.ts'

const rutube = '{"question": "a?", "agent_answer": "a!"}\n'
const abcd = '[{"convo_id": 1, "scenario": {}, "original": [["agent", "x"]]}]'

async function outline(paths: string[]): Promise<string[]> {
  const { inputs, skipped } = await findInputs(paths)
  return [
    ...inputs.map(
      ({ file, format }) => `${basename(file.path)} ${file.name} ${file.compression} ${format.name}`,
    ),
    ...skipped.map(({ path, reason }) => `skipped ${basename(path)}: ${reason}`),
  ]
}

test('a folder gives what is understood by content, in the order of names, and names the rest', async () => {
  const folder = await writeFolder({
    'c.csv.bz2': bzip2File,
    'b.txt': airlineFile(1),
    'z.gz': gzipSync(rutube),
    // The names lie: the content decides.
    'a.csv': gzipSync(abcd),
    'd.jsonl.gz': `broken line\n${rutube}`,
    'e.json': '{ "train": [ { "convo_id": 1 } ] }',
    'empty.csv': '',
    'knowledge.jsonl': '{"question": "a?", "answer": "a!"}',
    'other.csv': 'id,text\n1,2',
    'ontology.json': '{"intents": {"flows": ["convo_id"]}}',
    'random.bin': Buffer.from([0, 1, 2, 255, 254]),
    'broken.gz': gzipSync(rutube).subarray(0, 12),
  })
  await mkdir(join(folder, 'inner'))
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling'))
  expect(await outline([folder])).toEqual([
    'a.csv a.csv gzip abcd',
    'b.txt b.txt none airlines',
    'c.csv.bz2 c.csv bzip2 airlines',
    'd.jsonl.gz d.jsonl none rutube',
    'e.json e.json none abcd',
    'z.gz z gzip rutube',
    'skipped broken.gz: broken gzip data: unexpected end of file',
    expect.stringMatching(/^skipped dangling: ENOENT/),
    'skipped empty.csv: not understood',
    'skipped inner: not a file',
    'skipped knowledge.jsonl: not understood',
    'skipped ontology.json: not understood',
    'skipped other.csv: not understood',
    'skipped random.bin: not understood',
  ])
})

test('files keep the order in which they are given, each once', async () => {
  const folder = await writeFolder({ 'a.csv': airlineFile(1), 'b.jsonl': rutube })
  const paths = ['b.jsonl', 'a.csv', 'b.jsonl'].map((name) => join(folder, name))
  expect(await outline(paths)).toEqual(['b.jsonl b.jsonl none rutube', 'a.csv a.csv none airlines'])
})

test('a file that is not understood is refused in one line that says what is', async () => {
  const folder = await writeFolder({ 'notes.txt': 'hello' })
  const refusal = findInputs([join(folder, 'notes.txt')])
  await expect(refusal).rejects.toThrow(InputRefused)
  await expect(refusal).rejects.toThrow(
    `Cannot import ${join(folder, 'notes.txt')}: not understood. Understood are, plain or as .gz or .bz2: ` +
      'CSV with the columns first_tweet_id, tag, first_utterance, context; JSON lines with question and agent_answer; ' +
      'a JSON list of conversations with convo_id and original',
  )
})

test('a folder without anything understood and a missing file are refused', async () => {
  const folder = await writeFolder({ 'notes.txt': 'hello' })
  await expect(findInputs([folder])).rejects.toThrow(`Nothing in ${folder} is understood. Understood are`)
  const missing = join(folder, 'missing.csv')
  await expect(findInputs([missing])).rejects.toThrow(`Cannot import ${missing}: ENOENT`)
})

test('two files whose keys would be the same are refused', async () => {
  const folder = await writeFolder({ 'a.csv': airlineFile(1), 'a.csv.gz': gzipSync(airlineFile(2)) })
  const refusal = findInputs([folder])
  await expect(refusal).rejects.toThrow(InputRefused)
  await expect(refusal).rejects.toThrow(/have the same name a\.csv: import only one of them$/)
})
