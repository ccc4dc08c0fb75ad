import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judge, readContract } from '../../src/commands/contract/contract.ts'
import { releaseContract } from '../../src/commands/contract/release.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-contract-'))
})
afterEach(async () => await rm(folder, { recursive: true }))

const first = '"All that can be read." type Query { "The sum." sum: Int }\n'
const withTotal = '"All that can be read." type Query { "The sum." sum: Int "The total." total: Int }\n'
const start = (section: string) => `# Changes\n\nHow to read them.\n\n## Unreleased\n\n${section}\n`

const write = async (name: string, text: string) => await writeFile(join(folder, name), text)
const read = async (name: string) => await readFile(join(folder, name), 'utf8')
const everything = async () => [await read('CHANGES.md'), await read('.released.graphql').catch(() => null)]

async function firstRelease(): Promise<void> {
  await write('schema.graphql', first)
  await write('CHANGES.md', start('The first.'))
  await releaseContract(folder, '0.1.0', '2026-11-25')
}

const tell = async (section: string) =>
  await write('CHANGES.md', (await read('CHANGES.md')).replace('Nothing yet.', section))

describe('a release', () => {
  it('moves what was unreleased, keeps the schema, and begins anew', async () => {
    await firstRelease()
    expect(await everything()).toEqual([
      '# Changes\n\nHow to read them.\n\n## Unreleased\n\nNothing yet.\n\n## 0.1.0, 2026-11-25\n\nThe first.\n',
      `# Release 0.1.0 of 2026-11-25.\n\n${first}`,
    ])
    await write('schema.graphql', withTotal)
    await tell('New: `Query.total`.')
    const lines = await releaseContract(folder, '0.10.0', '2027-01-01')
    expect(lines.at(-1)).toContain('since 0.1.0 of 2026-11-25: 1 compatible changes, 0 dangerous')
    expect(await everything()).toEqual([
      '# Changes\n\nHow to read them.\n\n## Unreleased\n\nNothing yet.\n\n' +
        '## 0.10.0, 2027-01-01\n\nNew: `Query.total`.\n\n## 0.1.0, 2026-11-25\n\nThe first.\n',
      `# Release 0.10.0 of 2027-01-01.\n\n${withTotal}`,
    ])
    expect((await readContract(folder)).changeLog).toEqual({
      unreleased: '',
      last: { version: '0.10.0', day: '2027-01-01' },
    })
  })

  it.each<[string, string, string, string, string]>([
    [
      'breaks clients',
      '0.2.0',
      first.replace('sum: Int', 'total: Int'),
      '`Query.sum` is `Query.total` now.',
      'breaks',
    ],
    ['is not told', '0.2.0', withTotal, 'Much is new.', 'is not told'],
    ['has no change', '0.2.0', first, 'Nothing yet.', 'nothing is told'],
    ['is described nowhere', '0.2.0', 'type Query { sum: Int }', 'Less is said.', 'Query has no description'],
    ['has the version of before', '0.1.0', withTotal, '`Query.total`', 'does not follow'],
    ['has an older version', '0.0.9', withTotal, '`Query.total`', 'does not follow'],
    ['has no version', 'v1', withTotal, '`Query.total`', 'is no version'],
    [
      'gives too little time',
      '0.2.0',
      withTotal.replace(
        'sum: Int',
        'sum: Int @deprecated(reason: "Use `Query.total`. Removed after 2027-06-30.")',
      ),
      '`Query.total`; `Query.sum` is deprecated.',
      'must stay until 2027-07-01',
    ],
  ])('that %s is refused, and nothing is written', async (_name, version, schema, section, fault) => {
    await firstRelease()
    await write('schema.graphql', schema)
    await tell(section)
    const before = await everything()
    await expect(releaseContract(folder, version, '2027-01-01')).rejects.toThrow(fault)
    expect(await everything()).toEqual(before)
  })

  it('that was interrupted can be made again', async () => {
    await firstRelease()
    await write('schema.graphql', withTotal)
    await tell('New: `Query.total`.')
    const changes = await read('CHANGES.md')
    await releaseContract(folder, '0.2.0', '2027-01-01')
    await write('CHANGES.md', changes)
    await releaseContract(folder, '0.2.0', '2027-01-01')
    expect((await everything())[0]).toContain('## 0.2.0, 2027-01-01\n\nNew: `Query.total`.')
  })
})

it('a member goes only after a release in which it was deprecated, and its day', async () => {
  await firstRelease()
  const deprecated = withTotal.replace(
    'sum: Int',
    'sum: Int @deprecated(reason: "Use `Query.total`. Removed after 2027-08-01.")',
  )
  const without = withTotal.replace('"The sum." sum: Int ', '')
  await write('schema.graphql', without)
  await tell('New: `Query.total`, for `Query.sum`.')
  const faults = async (today: string) =>
    (await judge(await readContract(folder), { today, deprecatedOn: today })).faults
  expect(await faults('2028-01-01')).toEqual([expect.stringContaining('Query.sum')])

  await write('schema.graphql', deprecated)
  await releaseContract(folder, '0.2.0', '2027-01-01')
  await write('schema.graphql', without)
  await tell('`Query.sum` is gone.')
  expect(await faults('2027-08-01')).toEqual([expect.stringContaining('Query.sum')])
  expect(await faults('2027-08-02')).toEqual([])
})
