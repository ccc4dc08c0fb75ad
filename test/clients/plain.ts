import { MessageSendDocument, type Operation, TicketMessagesDocument } from 'opora/client'
import { type Partner, pagesOf } from './partner.ts'

/** Sends the text of an operation, and gives its data. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<unknown>

/** What goes the same way with every client that has no cache; the documents say the types. */
export function plainPartner(sendText: Send): Pick<Partner, 'readPages' | 'send'> {
  async function ask<Data, Variables extends object>(
    document: Operation<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    return (await sendText(document.toString(), variables as Record<string, unknown>)) as Data
  }
  return {
    readPages: async (ticketId, first) =>
      await pagesOf(async (after) => {
        const { ticket } = await ask(TicketMessagesDocument, { ticketId, first, after })
        return ticket?.messages
      }),
    async send(ticketId, text) {
      // The same key again, after an answer that got lost, is the same message.
      const input = { ticketId, text, clientMessageId: crypto.randomUUID() }
      const { messageSend } = await ask(MessageSendDocument, { input })
      return messageSend.__typename === 'MessageSendPayload' ? messageSend.message : messageSend
    },
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string }[]
}

/** Errors of the whole: no token, no right, a malformed operation, an outage. `extensions.code` says which. */
export function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors !== undefined || data == null) throw new Error(errors?.[0]?.message ?? 'an answer without data')
  return data
}

/** The one result of an operation that is no subscription, of clients that give each as a stream. */
export async function only<Data>(results: AsyncIterable<Answer<Data>>): Promise<Data> {
  for await (const result of results) return dataOf(result)
  throw new Error('no answer')
}
