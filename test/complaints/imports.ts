import { randomUUID } from 'node:crypto'
import { done, type Person } from '../kit/world.ts'

/** Complaints as a partner imports them. */

/** The name of a source that no other test writes to. */
export const source = () => `отзывы ${randomUUID()}`
/** A closed complaint with its answer. */
export function complaint(externalId: string, more: object = {}) {
  return {
    source: 'reviews.csv',
    externalId,
    customerExternalId: `покупатель ${externalId}`,
    about: 'GOODS',
    text: 'Прислали сломанный чайник',
    language: 'RU',
    resolution: 'APOLOGY',
    occurredAt: '2018-01-02T03:04:05.678Z',
    answer: { text: 'Просим прощения', occurredAt: '2018-01-03T00:00:00.000Z' },
    ...more,
  }
}

export interface Imported {
  readonly __typename: string
  readonly isNew?: boolean
  readonly complaint?: Readonly<Record<string, unknown>> & { readonly id: string }
  readonly rule?: string
  readonly path?: string[]
}
export const fields = `id number about status version resolution relief { amount } answerDueAt answerRule escalatedAt
  resolvedAt closedAt createdAt source externalId customer { name externalId }`

/** Imports complaints that must not be refused as a whole, and gives each item's result. */
export async function importComplaints(
  partner: Person,
  complaints: readonly object[],
  selection = fields,
): Promise<Imported[]> {
  const results = `results { __typename ... on ComplaintImportPayload { isNew complaint { ${selection} } }
    ... on InvalidInput { rule path } }`
  const answer = await done<{ results: Imported[] }>(partner, 'complaintsImport', { complaints }, results)
  return answer.results
}
