import { type OporaClient, type TicketImportInput, TicketsImportDocument } from '../../client/index.ts'
import type { ImportedConversation } from './conversation.ts'
import type { Send } from './send.ts'

/** Sends conversations through the public API. What the server refuses one by one is `REFUSED`, the rest goes on. */
export function sendThrough(client: OporaClient): Send {
  return async (batch) => {
    const input = { tickets: batch.map(toInput) }
    const { ticketsImport } = await client.mutate(TicketsImportDocument, { input })
    if (ticketsImport.__typename !== 'TicketsImportPayload') throw new BatchRefused(describe(ticketsImport))
    return ticketsImport.results.map((result) => {
      if (result.__typename !== 'TicketImportPayload') return { outcome: 'REFUSED', reason: describe(result) }
      return { outcome: result.isNew ? 'CREATED' : 'EXISTED' }
    })
  }
}

/** The whole call was refused, not one conversation of it: the same call would be refused again. */
class BatchRefused extends Error {
  readonly retryable = false
}

function toInput(conversation: ImportedConversation): TicketImportInput {
  const { source, externalId, customerExternalId, subject, topic, channel, language, tags, messages } =
    conversation
  return {
    source,
    externalId,
    customerExternalId,
    subject,
    topic,
    channel,
    language: language === 'ru' ? 'RU' : 'EN',
    tags,
    messages,
  }
}

interface Refusal {
  readonly code: string
  readonly detail: string
  readonly path: readonly string[] | null
}

function describe({ code, detail, path }: Refusal): string {
  return `${code}: ${detail}${path === null ? '' : ` (${path.join('.')})`}`
}
