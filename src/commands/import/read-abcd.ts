import { z } from 'zod'
import { createExternalIds, type ImportedMessage, type Reading } from './conversation.ts'
import { readElements } from './json-elements.ts'
import { parseJson } from './json-shape.ts'
import { cleanText, subjectOf } from './text.ts'
import { abcdTopic, plainSubflow } from './topics.ts'

const authors = { agent: 'OPERATOR', customer: 'CUSTOMER', action: 'SYSTEM' } as const

// The order of a scenario is left out: its lists are Python literals in strings, and a ticket has no place
// for them.
const abcdConversation = z.object({
  convo_id: z.union([z.number().int(), z.string().min(1)]).transform(String),
  scenario: z.object({
    personal: z
      .object({
        account_id: z.string(),
        username: z.string(),
        email: z.string(),
        phone: z.string(),
      })
      .partial()
      .default({}),
    flow: z.string().default(''),
    subflow: z.string().default(''),
  }),
  original: z.array(z.tuple([z.enum(['agent', 'customer', 'action']), z.string()])).min(1),
})

/**
 * Retail support in JSON: a list of whole conversations, or an object of such lists (`train`, `dev`, `test`).
 */
export async function* readAbcd(source: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Reading> {
  const externalIds = createExternalIds()
  for await (const element of readElements(chunks)) {
    const read = 'fault' in element ? element : parseJson(element.bytes, abcdConversation)
    yield 'fault' in read
      ? { file: source, line: element.line, reason: read.fault }
      : readConversation(read.value, externalIds, source, element.line)
  }
}

function readConversation(
  { convo_id: id, scenario, original }: z.infer<typeof abcdConversation>,
  externalIds: (id: string) => string,
  source: string,
  line: number,
): Reading {
  const externalId = externalIds(id)
  const messages = original
    .map(([speaker, text]): ImportedMessage => ({ author: authors[speaker], text: cleanText(text) }))
    .filter(({ text }) => text !== '')
  const first = messages.find(({ author }) => author === 'CUSTOMER') ?? messages[0]
  if (!first) return { file: source, line, reason: 'there is no message' }
  const { personal, flow } = scenario
  const subflow = plainSubflow(scenario.subflow)
  return {
    source,
    externalId,
    subject: subjectOf(flow === '' ? first.text : describeIntent(flow, subflow)),
    topic: abcdTopic(flow, subflow),
    channel: 'SITE_CHAT',
    language: 'en',
    customerExternalId:
      personal.account_id || personal.username || personal.email || personal.phone || externalId,
    messages,
    tags: [flow, subflow].filter((tag) => tag !== ''),
    line,
  }
}

/** `product_defect`, `return_size` → `Product defect: return size`. */
function describeIntent(flow: string, subflow: string): string {
  const words = [flow, subflow]
    .filter((name) => name !== '')
    .join(': ')
    .replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
