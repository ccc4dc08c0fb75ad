import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importChats } from '../../src/commands/import/run.ts'
import type { Send } from '../../src/commands/import/send.ts'
import { abcdTopic, rutubeTopic } from '../../src/commands/import/topics.ts'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const isMissing = !existsSync(folder)

function createDesk() {
  const keys = new Set<string>()
  const classesWithoutTopic = new Set<string>()
  let longestText = 0
  const send: Send = async (batch) =>
    batch.map(({ source, externalId, messages, topic, tags }) => {
      for (const { text } of messages) longestText = Math.max(longestText, text.length)
      if (topic === 'OTHER' && source === 'cases.jsonl') classesWithoutTopic.add(tags[0] ?? '')
      const isNew = keys.size < keys.add(`${source} ${externalId}`).size
      return { outcome: isNew ? 'CREATED' : 'EXISTED' }
    })
  return { keys, classesWithoutTopic, send, longestText: () => longestText }
}

async function importReal(path: string) {
  const desk = createDesk()
  const summary = await importChats({ paths: [join(folder, path)], send: desk.send })
  return { ...desk, ...summary }
}

/** Counts of the sources as their own readme gives them, or recounted by hand where it gives none. */
describe.skipIf(isMissing)('real conversations (skipped without shared/data beside the checkout)', () => {
  test('airlines, the whole', { timeout: 60_000 }, async () => {
    const { files, unreadable, keys, longestText } = await importReal('chats-airlines/airlines_raw.csv.bz2')
    expect(files).toEqual([
      {
        file: 'airlines_raw.csv',
        format: 'airlines',
        conversations: 43_071,
        messages: { CUSTOMER: 63_144, OPERATOR: 52_609, SYSTEM: 0 },
        unreadable: 1,
        created: 43_071,
        existed: 0,
        refused: 0,
      },
    ])
    expect(unreadable.first).toEqual([
      { file: 'airlines_raw.csv', line: 43_073, reason: 'first_tweet_id is empty' },
    ])
    expect(keys.size).toBe(43_071)
    expect([...keys].filter((key) => !key.endsWith(':1'))).toHaveLength(1_481 - 721)
    expect(longestText()).toBeLessThanOrEqual(10_000)
  })

  test('airlines, the labelled ones', async () => {
    const { files } = await importReal('chats-airlines/airlines_500onlyb.csv.bz2')
    expect(files).toMatchObject([
      { conversations: 491, messages: { CUSTOMER: 716, OPERATOR: 595 }, unreadable: 0, created: 491 },
    ])
  })

  test('rutube', async () => {
    const { files, skipped, classesWithoutTopic } = await importReal('chats-rutube-ru')
    expect(files).toMatchObject([
      {
        file: 'cases.jsonl',
        conversations: 801,
        messages: { CUSTOMER: 801, OPERATOR: 801, SYSTEM: 0 },
        unreadable: 0,
        created: 801,
      },
    ])
    expect(skipped.map(({ path }) => path)).toContain(join(folder, 'chats-rutube-ru/knowledge_base.jsonl.gz'))
    // Only classes that the table itself calls OTHER, the one for "no class" among them.
    expect([...classesWithoutTopic].sort()).toEqual(['', 'МОДЕРАЦИЯ', 'СОТРУДНИЧЕСТВО ПРОДВИЖЕНИЕ РЕКЛАМА'])
    expect(rutubeTopic('СОТРУДНИЧЕСТВО ПРОДВИЖЕНИЕ РЕКЛАМА', 'Продвижение канала')).toBe('OTHER')
  })

  test('abcd: the five conversations and the three of them that stand in the sample', async () => {
    const { files, skipped } = await importReal('chats-abcd')
    expect(files).toMatchObject([
      {
        file: 'abcd_sample.json',
        conversations: 3,
        messages: { CUSTOMER: 31, OPERATOR: 32, SYSTEM: 9 },
        unreadable: 0,
      },
      {
        file: 'dialogstudio_original_examples.json',
        conversations: 5,
        messages: { CUSTOMER: 51, OPERATOR: 51, SYSTEM: 16 },
        unreadable: 0,
      },
    ])
    expect(skipped).toHaveLength(7)
  })

  test('abcd: every flow of the ontology has a topic', async () => {
    const text = await readFile(join(folder, 'chats-abcd/ontology.json'), 'utf8')
    const { intents } = JSON.parse(text) as { intents: { subflows: Record<string, string[]> } }
    const pairs = Object.entries(intents.subflows).flatMap(([flow, subflows]) =>
      subflows.map((subflow) => [flow, subflow] as const),
    )
    expect(pairs).toHaveLength(55)
    expect(pairs.filter(([flow, subflow]) => abcdTopic(flow, subflow) === 'OTHER')).toEqual([])
  })
})
