import type { ChannelMessageReceiveMutation } from '../../client/index.ts'
import type { Bridge } from './bridge.ts'
import { carryFile, refusalOf } from './files.ts'
import type { FileRefusal, Language } from './texts.ts'
import { fileNotice, missingFile, wordsIn } from './texts.ts'
import type { Incoming } from './updates.ts'
import { judge } from './updates.ts'

type Received = ChannelMessageReceiveMutation['channelMessageReceive']

/**
 * Hands an update in, or refuses it with a reason. When this resolves, Opora has what there was to take and Telegram
 * need not tell it again; when it throws, Telegram has to.
 */
export async function takeUpdate(bridge: Bridge, update: unknown): Promise<void> {
  const judged = judge(update)
  if (!judged.isAccepted) return bridge.journal.refused(judged.kind, judged.reason, judged.detail)
  const { incoming } = judged
  if (incoming.editOf === null) await takeMessage(bridge, incoming)
  else await takeEdit(bridge, incoming)
}

async function takeMessage(bridge: Bridge, incoming: Incoming): Promise<void> {
  const { media } = incoming
  if (media === null) return await settle(bridge, incoming, await send(bridge, incoming, incoming.text), null)
  const carried = await carryFile(bridge, incoming, media)
  if ('isChannelClosed' in carried) return await tellClosed(bridge, incoming)
  if ('refused' in carried) return await takeWithoutFile(bridge, incoming, media.fileName, carried.refused)
  const received = await send(bridge, incoming, incoming.text, [carried.attachmentId])
  if (received.__typename === 'AttachmentRefused') {
    return await takeWithoutFile(bridge, incoming, media.fileName, refusalOf(received.rule))
  }
  await settle(bridge, incoming, received, null)
}

/** The words come through without the file; ticket and person are told what is missing. */
async function takeWithoutFile(
  bridge: Bridge,
  incoming: Incoming,
  fileName: string,
  refused: FileRefusal,
): Promise<void> {
  const mark = missingFile(incoming.sender.language, fileName, refused)
  const text = incoming.text === '' ? mark : `${incoming.text}\n${mark}`
  await settle(bridge, incoming, await send(bridge, incoming, text), refused)
}

async function takeEdit(bridge: Bridge, incoming: Incoming): Promise<void> {
  let received = await send(bridge, incoming, incoming.text)
  // The caption was taken away, and the file had not come through.
  if (received.__typename === 'InvalidInput' && received.rule === 'empty' && incoming.media !== null) {
    received = await send(bridge, incoming, `[${wordsIn(incoming.sender.language).file}]`)
  }
  await settle(bridge, incoming, received, null)
}

async function send(
  { desk }: Bridge,
  incoming: Incoming,
  text: string,
  attachmentIds?: string[],
): Promise<Received> {
  const { externalId, editOf, chatId, sender, sentAt } = incoming
  return await desk.receive({
    externalId,
    editOf,
    conversationId: String(chatId),
    senderId: String(sender.id),
    senderName: sender.name,
    language: sender.language,
    sentAt: sentAt.toISOString(),
    text,
    ...(attachmentIds && { attachmentIds }),
  })
}

async function settle(
  bridge: Bridge,
  incoming: Incoming,
  received: Received,
  missing: FileRefusal | null,
): Promise<void> {
  const { journal } = bridge
  const { kind, editOf } = incoming
  switch (received.__typename) {
    case 'ChannelMessageReceivePayload':
      journal.accepted(kind, received.isNew)
      if (missing !== null && received.isNew) await tell(bridge, incoming, (say) => fileNotice(say, missing))
      return
    // It is there already, taken in when its file could, or could not, be fetched.
    case 'IdempotencyConflict':
      return journal.accepted(kind, false)
    case 'ChannelClosed':
      return await tellClosed(bridge, incoming)
    case 'NotFound':
      return journal.refused(kind, editOf === null ? 'refused-by-server' : 'edit-of-unknown', received.code)
    default:
      return journal.refused(kind, 'refused-by-server', received.code)
  }
}

async function tellClosed(bridge: Bridge, incoming: Incoming): Promise<void> {
  bridge.journal.refused(incoming.kind, 'channel-closed')
  await tell(bridge, incoming, (language) => wordsIn(language).closed)
}

/** Says something to the person, once and without insisting: it is no part of the conversation. */
async function tell(
  { telegram, journal, ending }: Bridge,
  { chatId, messageId, sender }: Incoming,
  words: (language: Language) => string,
): Promise<void> {
  try {
    const reply_parameters = { message_id: messageId, allow_sending_without_reply: true }
    await telegram.sendMessage(chatId, words(sender.language), { reply_parameters }, ending as never)
    journal.note('person told')
  } catch (error) {
    journal.trouble('person not told', error)
  }
}
