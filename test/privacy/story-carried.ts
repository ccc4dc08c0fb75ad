import { randomUUID } from 'node:crypto'
import { answer, receive, sent } from '../channels/scene.ts'
import { done, type Person, service } from '../kit/world.ts'
import { importAll } from '../messages/imports.ts'
import type { Scene } from '../returns/scene.ts'
import type { Seeds } from './seeds.ts'

/** People whom others tell of: nobody knows that they are the person of the story. */

/** Somebody in Telegram: a person's hand-over, an answer that was sent there, and one that waits. */
export async function writeInTelegram({ server, cast: { supervisor } }: Scene, seeds: Seeds) {
  const bot = await service(server, 'channels:telegram')
  const person = seeds.plant('platform')
  const telegram = {
    channel: 'TELEGRAM',
    account: '@opora_bot',
    conversationId: person,
    senderId: person,
    senderName: seeds.plant('sender'),
    externalId: seeds.plant('platformMessage'),
    text: seeds.plant('platformText'),
  }
  const { ticket } = await receive(bot, telegram)
  const context = { known: seeds.plant('context') }
  await done(bot, 'botHandOff', { ticketId: ticket.id, reason: seeds.plant('reason'), context })
  await sent(bot, await answer(supervisor, ticket.id, seeds.plant('sentAnswer')), seeds.plant('sentKey'))
  await answer(supervisor, ticket.id, seeds.plant('waitingAnswer'))
  return { id: await customerOf(supervisor, ticket.id), told: { telegram } }
}

export async function importPast({ server, cast: { supervisor } }: Scene, seeds: Seeds): Promise<string> {
  const importer = await service(server, 'import:write')
  const [imported] = await importAll(importer, [
    {
      source: 'chats.csv',
      externalId: randomUUID(),
      customerExternalId: seeds.plant('handle'),
      customerName: seeds.plant('importedName'),
      subject: seeds.plant('importedSubject'),
      language: 'RU',
      occurredAt: '2020-01-02T03:04:05.678Z',
      tags: [seeds.plant('importedTag')],
      messages: [
        { author: 'CUSTOMER', authorName: seeds.plant('authorName'), text: seeds.plant('importedText') },
      ],
    },
  ])
  return await customerOf(supervisor, imported?.ticket?.id ?? '')
}

async function customerOf(by: Person, ticketId: string): Promise<string> {
  const { ticket } = await by.ask<{ ticket: { customer: { id: string } } }>(
    'query ($id: ID!) { ticket(id: $id) { customer { id } } }',
    { id: ticketId },
  )
  return ticket.customer.id
}
