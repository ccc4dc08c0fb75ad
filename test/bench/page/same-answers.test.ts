import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase, withClient } from '../../kit/database.ts'
import { type Contestant, startContestant } from '../contestant.ts'
import { fill } from '../fill.ts'
import { hasForeignPackages, isForeign } from '../foreign.ts'
import { operatorTokens } from '../tokens.ts'
import { assertSameAnswers, pagePrograms, pageRequests } from './bench.ts'

/** Those whose packages are not installed are compared by `npm run bench`, which refuses to measure a difference. */
const programs = pagePrograms.filter(({ program }) => !isForeign(program) || hasForeignPackages())

test('every contestant answers each operator with the same page', async () => {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-test-bench-'))
  const contestants: Contestant[] = []
  try {
    await withClient(database.url, (client) => fill(client, 300))
    const tokens = await operatorTokens(dataDir, 8)
    const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir }
    await Promise.all(
      programs.map(async (program) => contestants.push(await startContestant(program, settings))),
    )
    const [first] = await assertSameAnswers(contestants, (name) => pageRequests(name, tokens))
    expect(first).toMatchObject({ data: { tickets: { pageInfo: { hasNextPage: true } } } })
    const { nodes } = (first as { data: { tickets: { nodes: { status: string }[] } } }).data.tickets
    expect(nodes).toHaveLength(20)
    expect(contestants.map(({ name }) => name)).toEqual(expect.arrayContaining(['opora', 'limit', 'plain']))
  } finally {
    await Promise.all(contestants.map(({ stop }) => stop()))
    await database.drop()
    await rm(dataDir, { recursive: true })
  }
})
