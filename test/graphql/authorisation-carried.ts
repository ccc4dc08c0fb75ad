import { scanned, upload } from '../attachments/uploading.ts'
import { receive, telegram } from '../channels/scene.ts'
import { admin, done, readTicket, service } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import type { Scene } from '../returns/scene.ts'

/** Somebody writes to the shop in Telegram; the bot hands over to a person, whose answer waits for the bot. */
export async function carryEverything({ server, cast }: Scene) {
  const { supervisor } = cast
  const owner = await admin(server)
  const slots = [{ weekday: 'MONDAY', opensAt: '09:00', closesAt: '18:00' }]
  await done(owner, 'channelUpdate', { channel: 'PHONE', isAlwaysOpen: false, slots }, '__typename')
  const replyWindow = { replyWindowSeconds: 86_400, replyWindowSource: 'правила' }
  await done(owner, 'channelUpdate', { channel: 'TELEGRAM', ...replyWindow }, '__typename')
  const bot = await service(server, 'channels:telegram')
  const received = await receive(bot, telegram())
  const ticketId = received.ticket.id
  await done(bot, 'botHandOff', { ticketId, reason: 'Просит человека', context: { intent: 'refund' } })
  const file = await upload(supervisor, undefined, { ticketId })
  await scanned(supervisor, file)
  const { message } = await send(supervisor, ticketId, 'Уже в пути', { attachmentIds: [file] })
  const ticket = await readTicket<{ customer: { id: string } }>(supervisor, ticketId, 'customer { id }')
  return {
    'Customer (in Telegram)': ticket?.customer.id ?? '',
    'Ticket (in Telegram)': ticketId,
    'Message (in Telegram)': received.message.id,
    'Message (answer in Telegram)': message.id,
    'Attachment (answer in Telegram)': file,
  }
}
