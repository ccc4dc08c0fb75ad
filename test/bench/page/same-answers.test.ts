import { expect, test } from 'vitest'
import { assertSameAnswers } from '../answers.ts'
import { onFilledDatabase } from '../filled.ts'
import { operatorTokens } from '../tokens.ts'
import { pagePrograms, pageRequests } from './bench.ts'

test('every contestant answers each operator with the same page', async () => {
  await onFilledDatabase(pagePrograms, async ({ contestants, dataDir }) => {
    const tokens = await operatorTokens(dataDir, 8)
    const [first] = await assertSameAnswers(contestants, (name) => pageRequests(name, tokens))
    expect(first).toMatchObject({ data: { tickets: { pageInfo: { hasNextPage: true } } } })
    const { nodes } = (first as { data: { tickets: { nodes: { order: object | null }[] } } }).data.tickets
    expect(nodes).toHaveLength(20)
    expect(nodes.filter(({ order }) => order !== null).length).toBeGreaterThan(5)
    expect(contestants.map(({ name }) => name)).toEqual(expect.arrayContaining(['opora', 'limit', 'plain']))
  })
}, 120_000)
