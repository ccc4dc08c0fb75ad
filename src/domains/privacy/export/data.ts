import { conversationSections } from './conversations.ts'
import { matterSections } from './matters.ts'
import { personSections } from './person.ts'
import type { Progress } from './progress.ts'
import type { Person } from './section.ts'
import { shopSections } from './shop.ts'

/** Names the shape of `data.json`; it grows by fields and lists, and gets another number when something else changes. */
const format = { format: 'opora.customer-export', version: 1 }

const sections = [...personSections, ...conversationSections, ...shopSections, ...matterSections]

/** `data.json`, piece by piece: one object with a list for each kind of record. */
export async function* dataOf(person: Person, progress: Progress, exportedAt: Date): AsyncGenerator<string> {
  yield JSON.stringify({ ...format, exportedAt }).slice(0, -1)
  for (const { name, isCounted, pages } of sections) {
    yield `,\n"${name}":[`
    let separator = '\n'
    for await (const rows of pages(person)) {
      for (const row of rows) {
        yield `${separator}${JSON.stringify(row)}`
        separator = ',\n'
      }
      if (isCounted) await progress.add(rows.length)
    }
    yield ']'
  }
  yield '}\n'
}
