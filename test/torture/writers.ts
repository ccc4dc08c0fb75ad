import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { MessageSendDocument, NoteAddDocument, type OporaClient } from '../../src/client/index.ts'

export interface Writer {
  readonly client: OporaClient
  /** Where it writes; a buyer has one ticket. */
  readonly ticketIds: readonly string[]
  readonly isOperator: boolean
}

/** Messages that the server has acknowledged: their keys. */
export type Acknowledged = Set<string>

/** Writes until told to stop; the last message is written until it is acknowledged, however long that takes. */
export async function write(
  { client, ticketIds, isOperator }: Writer,
  acknowledged: Acknowledged,
  random: () => number,
  isOver: () => boolean,
): Promise<void> {
  for (let count = 1; !isOver(); count += 1) {
    const ticketId = ticketIds[Math.floor(random() * ticketIds.length)] ?? ''
    const clientMessageId = randomUUID()
    const input = { ticketId, text: `Сообщение ${count}`, clientMessageId }
    const { messageSend } = await client.mutate(MessageSendDocument, { input })
    if (messageSend.__typename !== 'MessageSendPayload') throw new Error(JSON.stringify(messageSend))
    acknowledged.add(clientMessageId)
    if (isOperator && count % 5 === 0) await note(client, ticketId)
    await pause(50 + random() * 100)
  }
}

/** A note has no key of its own: one whose answer was lost is not tried again. */
async function note(client: OporaClient, ticketId: string): Promise<void> {
  await client.mutate(NoteAddDocument, { input: { ticketId, text: 'Заметка' } }).catch(() => undefined)
}
