import { randomUUID } from 'node:crypto'
import { done, type Person } from '../kit/world.ts'

export interface Item {
  readonly source: string
  readonly externalId: string
  readonly [field: string]: unknown
}

/** An item as a file of the past has it. */
export function conversation(externalId: string, more: object = {}): Item {
  return {
    source: 'chats.csv',
    externalId,
    customerExternalId: `покупатель ${externalId}`,
    customerName: 'Анна',
    subject: 'Старое обращение',
    language: 'RU',
    occurredAt: '2020-01-02T03:04:05.678Z',
    messages: [
      { author: 'CUSTOMER', text: 'Где заказ?', occurredAt: '2020-01-02T03:04:06.000Z' },
      { author: 'OPERATOR', authorName: 'Ольга', text: 'В пути', occurredAt: '2020-01-02T04:00:00.000Z' },
      { author: 'SYSTEM', text: 'Заказ выдан' },
    ],
    ...more,
  }
}
/** A source that nothing was imported from yet. */
export const source = () => ({ source: `файл ${randomUUID()}` })

export interface Imported {
  readonly __typename: string
  readonly isNew?: boolean
  readonly ticket?: { readonly id: string }
  readonly rule?: string
  readonly path?: string[]
}

/** Imports in one call that must not be refused as a whole. */
export async function importAll(by: Person, tickets: readonly Item[]): Promise<Imported[]> {
  const selection = `results { __typename ... on TicketImportPayload { isNew ticket { id } }
    ... on InvalidInput { rule path } }`
  const { results } = await done<{ results: Imported[] }>(by, 'ticketsImport', { tickets }, selection)
  return results
}
export const isNew = ({ isNew: fresh }: Imported) => fresh
