import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { done, mutate } from '../kit/world.ts'
import {
  answer,
  answered,
  claim,
  openScene,
  receive,
  type Scene,
  telegram,
  tryReceive,
  uuidOf,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const revisions = async (id: string) =>
  (
    await scene.cast.operator.ask<{ node: { text: string; revisions: { text: string }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { text revisions { text } } } }',
      { id },
    )
  ).node

describe('an edit by the customer', () => {
  it('changes the message and keeps what it said; told again it changes nothing', async () => {
    const input = telegram({ text: 'Первое' })
    const { message } = await receive(scene.bot, input)
    const edit = { ...input, externalId: `${input.externalId}/1`, editOf: input.externalId, text: 'Второе' }
    expect(await receive(scene.bot, edit)).toMatchObject({
      isNew: true,
      message: { id: message.id, text: 'Второе' },
    })
    const again = await unchanged(scene.server.desk, async () => await receive(scene.bot, edit))
    expect(again).toMatchObject({ isNew: false, message: { id: message.id } })
    expect(await revisions(message.id)).toEqual({ text: 'Второе', revisions: [{ text: 'Первое' }] })
  })

  it('that comes after a later one changes nothing', async () => {
    const input = telegram({ text: 'Первое' })
    const { message } = await receive(scene.bot, input)
    const edit = (text: string, sentAt: string) => ({
      ...input,
      externalId: randomUUID(),
      editOf: input.externalId,
      text,
      sentAt,
    })
    await receive(scene.bot, edit('Третье', '2026-01-02T00:00:02Z'))
    await receive(scene.bot, edit('Второе', '2026-01-02T00:00:01Z'))
    expect(await revisions(message.id)).toEqual({ text: 'Третье', revisions: [{ text: 'Первое' }] })
  })

  it('is refused for what was never received, is another’s, or was removed', async () => {
    const input = telegram()
    const { message } = await receive(scene.bot, input)
    const edit = { ...input, externalId: randomUUID(), editOf: input.externalId, text: 'Новое' }
    const stranger = telegram({ editOf: input.externalId })
    const unknown = telegram({ editOf: 'неизвестное' })
    const tried = async (given: object) =>
      await unchanged(scene.server.desk, async () => await tryReceive(scene.bot, given))
    expect(await tried(stranger)).toMatchObject({ __typename: 'NotFound', path: ['editOf'] })
    expect(await tried(unknown)).toMatchObject({ __typename: 'NotFound', path: ['editOf'] })
    expect(await tried({ ...edit, text: ' ' })).toMatchObject({ __typename: 'InvalidInput', path: ['text'] })
    await done(scene.cast.supervisor, 'messageRedact', { messageId: message.id }, 'message { id }')
    expect(await tried(edit)).toMatchObject({ __typename: 'AlreadyRedacted' })
    // A retry of the removed one still finds it, whatever it says: nobody can guess by it.
    expect(await receive(scene.bot, { ...input, text: 'Догадка' })).toMatchObject({ isNew: false })
  })

  it('of a ticket that is over is refused', async () => {
    const input = telegram()
    const { ticket } = await receive(scene.bot, input)
    await done(scene.cast.supervisor, 'ticketResolve', { ticketId: ticket.id, resolution: 'FIXED' })
    await done(scene.cast.supervisor, 'ticketClose', { ticketId: ticket.id })
    const edit = { ...input, externalId: randomUUID(), editOf: input.externalId, text: 'Новое' }
    const call = async () => await tryReceive(scene.bot, edit)
    expect(await unchanged(scene.server.desk, call)).toMatchObject({
      __typename: 'IllegalTransition',
      from: 'CLOSED',
    })
  })
})

describe('a redaction of what is to be sent', () => {
  it('takes it back: nobody can claim it, and the next goes out', async () => {
    const { ticketId, messageId } = await answered(scene)
    const next = await answer(scene.cast.supervisor, ticketId, 'Следом')
    await done(scene.cast.supervisor, 'messageRedact', { messageId }, 'message { id }')
    expect(await claim(scene.bot, messageId)).toMatchObject({
      __typename: 'AlreadyHandled',
      deliveryStatus: 'FAILED',
    })
    expect(await claim(scene.bot, next)).toMatchObject({ __typename: 'OutboundMessageClaimPayload' })
  })
})

describe('a file from a platform', () => {
  const content = Buffer.from('Чек на 100 рублей')
  const announce = async (senderId: string, key: string) =>
    await done<{ attachment: { id: string }; uploadUrl: string | null }>(
      scene.bot,
      'channelAttachmentCreate',
      {
        channel: 'TELEGRAM',
        senderId,
        fileName: 'чек.txt',
        byteSize: content.byteLength,
        contentType: 'text/plain',
        idempotencyKey: key,
      },
      'attachment { id } uploadUrl',
    )

  it('comes with the first message of its sender, and only theirs', async () => {
    const input = telegram({ text: '' })
    const { attachment, uploadUrl } = await announce(input.senderId, input.externalId)
    const body = { method: 'PUT', body: content, headers: { 'content-type': 'text/plain' } }
    expect((await fetch(uploadUrl ?? '', body)).status).toBe(204)
    const again = await announce(input.senderId, input.externalId)
    expect(again).toMatchObject({ attachment, uploadUrl: null })
    const { prisma } = scene.server.desk.database
    const where = { id: uuidOf(attachment.id) }
    await until(async () => (await prisma.attachment.findUniqueOrThrow({ where })).status === 'CLEAN')
    const attachmentIds = [attachment.id]
    const foreign = async () => await tryReceive(scene.bot, telegram({ attachmentIds }))
    expect(await unchanged(scene.server.desk, foreign)).toMatchObject({
      __typename: 'NotFound',
      path: ['attachmentIds', '0'],
    })
    const { message } = await receive(scene.bot, { ...input, attachmentIds })
    const stored = await prisma.attachment.findUniqueOrThrow({ where })
    expect(stored).toMatchObject({ messageId: uuidOf(message.id), uploaderKind: 'CUSTOMER' })
  })

  it('is announced by the bot of the channel only', async () => {
    const input = {
      channel: 'TELEGRAM',
      senderId: 'x',
      fileName: 'a.txt',
      byteSize: 1,
      contentType: 'text/plain',
    }
    for (const by of [scene.vkBot, scene.cast.supervisor, scene.cast.ownBuyer]) {
      const call = async () => await mutate(by, 'channelAttachmentCreate', input)
      await expect(unchanged(scene.server.desk, call)).rejects.toThrow('FORBIDDEN')
    }
  })
})

describe('the file of an answer', () => {
  it('goes out with its link, when it was scanned', async () => {
    const { ticket } = await receive(scene.bot, telegram())
    const file = { ticketId: ticket.id, fileName: 'ответ.txt', byteSize: 5, contentType: 'text/plain' }
    const selection = 'attachment { id } uploadUrl'
    const made = await done<{ attachment: { id: string }; uploadUrl: string }>(
      scene.cast.supervisor,
      'attachmentCreate',
      file,
      selection,
    )
    await fetch(made.uploadUrl, {
      method: 'PUT',
      body: 'Ответ'.slice(0, 2) + 'a',
      headers: { 'content-type': 'text/plain' },
    })
    const sending = { ticketId: ticket.id, text: 'Вот', attachmentIds: [made.attachment.id] }
    const { message } = await done<{ message: { id: string } }>(
      scene.cast.supervisor,
      'messageSend',
      sending,
      'message { id }',
    )
    let claimed = await claim(scene.bot, message.id)
    await until(async () => {
      claimed = await claim(scene.bot, message.id)
      return claimed.__typename === 'OutboundMessageClaimPayload'
    })
    expect(claimed['outbound']).toMatchObject({
      attachments: [
        { id: made.attachment.id, status: 'CLEAN', url: expect.stringContaining('/attachments/') },
      ],
    })
  })
})
