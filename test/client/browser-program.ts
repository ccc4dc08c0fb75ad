/** What a page of a shop does, bundled for the browser: follows a ticket and writes into it, and shows what it got. */
import {
  createClient,
  type Following,
  MessageSendDocument,
  MessageSentDocument,
  type MessageSentSubscription,
} from '../../src/client/index.ts'

export interface Page {
  readonly texts: string[]
  readonly states: string[]
  readonly place: () => Following<unknown>['place']
  readonly send: (text: string, clientMessageId: string) => Promise<string>
}

export interface PageSettings {
  readonly token: string
  readonly ticketId: string
}

const page = globalThis as unknown as { settings: PageSettings; page: Page }
const { token, ticketId } = page.settings
const states: string[] = []
const texts: string[] = []
const client = createClient({ url: '/graphql', token, retry: { firstPauseMs: 20, longestPauseMs: 100 } })
const messages: Following<MessageSentSubscription> = client.follow(
  MessageSentDocument,
  { ticketId, afterSeq: 0 },
  { onState: (state) => void states.push(state) },
)

page.page = {
  texts,
  states,
  place: () => messages.place,
  async send(text, clientMessageId) {
    const { messageSend } = await client.mutate(MessageSendDocument, {
      input: { ticketId, text, clientMessageId },
    })
    return messageSend.__typename
  },
}

for await (const { messageSent } of messages) texts.push(messageSent.text ?? '')
