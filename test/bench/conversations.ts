import { existsSync } from 'node:fs'
import type { ImportedMessage } from '../../src/commands/import/conversation.ts'
import { isUnreadable } from '../../src/commands/import/conversation.ts'
import { findInputs } from '../../src/commands/import/formats.ts'
import { openSource } from '../../src/commands/import/source-file.ts'
import { projectPath } from '../../src/core/project-path.ts'

/** What generated tickets are modelled on: each of them says what one of these conversations said. */
export interface Conversations {
  /** For the results: where they come from. */
  readonly source: string
  readonly list: readonly Conversation[]
}

export interface Conversation {
  readonly subject: string
  readonly topic: string
  readonly messages: readonly ImportedMessage[]
}

const airlines = projectPath('..', 'shared', 'data', 'chats-airlines', 'airlines_raw.csv.bz2')
/** Enough for the distributions, and read in a second. */
const conversationCount = 5_000

/** Real conversations where the data lies beside the checkout, else a small table with their distributions. */
export async function readConversations(): Promise<Conversations> {
  if (!existsSync(airlines)) return { source: 'built-in distribution', list: builtIn() }
  const list: Conversation[] = []
  const { inputs } = await findInputs([airlines])
  for (const { file, format } of inputs) {
    for await (const reading of format.read(file.name, openSource(file).chunks)) {
      if (isUnreadable(reading)) continue
      list.push(reading)
      if (list.length >= conversationCount) break
    }
  }
  return { source: `the first ${list.length} conversations of airlines_raw.csv`, list }
}

/** Of 100 conversations, how many have 1, 2, 3, … messages; counted in the airline chats. */
const messageCounts = [0, 70, 11, 13, 3, 2, 1]
/** The middles of ten equal parts of all texts, in characters. */
const textLengths = [36, 58, 76, 90, 103, 117, 129, 140, 146, 182]
const topics = [
  'OTHER',
  'DELIVERY',
  'OTHER',
  'ORDER',
  'OTHER',
  'DELIVERY',
  'OTHER',
  'TECHNICAL',
  'OTHER',
  'ACCOUNT',
]
const words = 'where is my parcel it was promised for monday and nobody calls back please help me now'.split(
  ' ',
)

function builtIn(): Conversation[] {
  const counts = messageCounts.flatMap((share, index) => Array<number>(share).fill(index + 1))
  return counts.map((count, conversation) => ({
    subject: textOf(60 + (conversation % 60), conversation),
    topic: topics[conversation % topics.length] ?? 'OTHER',
    messages: Array.from({ length: count }, (_, place) => ({
      author: place % 2 === 0 ? ('CUSTOMER' as const) : ('OPERATOR' as const),
      text: textOf(textLengths[(conversation + place * 3) % textLengths.length] ?? 100, conversation + place),
    })),
  }))
}

function textOf(length: number, start: number): string {
  let text = ''
  for (let place = start; text.length < length; place += 1) text += `${words[place % words.length]} `
  return text.slice(0, length).trim()
}
