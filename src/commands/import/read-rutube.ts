import { createHash } from 'node:crypto'
import { z } from 'zod'
import { createExternalIds, type ImportedMessage, type Reading } from './conversation.ts'
import { parseJson } from './json-shape.ts'
import { readLines } from './lines.ts'
import { cleanText, subjectOf } from './text.ts'
import { rutubeTopic } from './topics.ts'

export const rutubeCase = z.object({
  question: z.string(),
  agent_answer: z.string(),
  class1: z.string().default(''),
  class2: z.string().default(''),
})

/** The classes of a question for which there is no class. */
const noClass = new Set(['', 'ОТСУТСТВУЕТ', 'Отсутствует'])

/**
 * Questions of viewers and the answers of operators, in Russian: one JSON object a line is one conversation.
 */
export async function* readRutube(source: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Reading> {
  const externalIds = createExternalIds()
  for await (const line of readLines(chunks)) {
    if ('bytes' in line && line.bytes.every(isWhiteSpace)) continue
    const read = 'fault' in line ? line : parseJson(line.bytes, rutubeCase)
    yield 'fault' in read
      ? { file: source, line: line.number, reason: read.fault }
      : readCase(read.value, externalIds, source, line.number)
  }
}

function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d
}

function readCase(
  { question, agent_answer: answer, class1, class2 }: z.infer<typeof rutubeCase>,
  externalIds: (id: string) => string,
  source: string,
  line: number,
): Reading {
  // The cases have no id: what was said is what tells them apart, wherever the line stands in a later
  // edition.
  const id = createHash('sha256')
    .update(JSON.stringify([question, answer]))
    .digest('hex')
    .slice(0, 32)
  const externalId = externalIds(id)
  const messages: ImportedMessage[] = []
  if (cleanText(question) === '') return { file: source, line, reason: 'the question is empty' }
  messages.push({ author: 'CUSTOMER', text: cleanText(question) })
  if (cleanText(answer) !== '') messages.push({ author: 'OPERATOR', text: cleanText(answer) })
  const classes = [cleanText(class1), cleanText(class2)] as const
  return {
    source,
    externalId,
    subject: subjectOf(question),
    topic: rutubeTopic(...classes),
    channel: 'SITE_CHAT',
    language: 'ru',
    customerExternalId: externalId,
    messages,
    tags: [...new Set(classes)].filter((name) => !noClass.has(name)),
    line,
  }
}
