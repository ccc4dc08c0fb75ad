import { z } from 'zod'
import type { Media } from './content.ts'
import { contentShape, mediaOf, storable, wordsOf } from './content.ts'
import type { Refusal } from './journal.ts'
import type { Language } from './texts.ts'
import { languageOf } from './texts.ts'

/** What a person wrote to the bot. */
export interface Incoming {
  readonly kind: 'message' | 'edited_message'
  /** The keys by which Opora knows it again, however often it comes. */
  readonly externalId: string
  readonly editOf: string | null
  readonly chatId: number
  readonly messageId: number
  readonly sender: { readonly id: number; readonly name: string | null; readonly language: Language }
  readonly sentAt: Date
  /** Their words, or what stands for content that has none; may be empty when there is a file. */
  readonly text: string
  readonly media: Media | null
}

export type Judged =
  | { readonly isAccepted: true; readonly incoming: Incoming }
  | { readonly isAccepted: false; readonly kind: string; readonly reason: Refusal; readonly detail?: string }

const id = z.number().int()
const updateShape = z.looseObject({ update_id: id })
const messageShape = contentShape.extend({
  message_id: id,
  date: id,
  edit_date: id.nullish(),
  chat: z.object({ id, type: z.string(), first_name: z.string().nullish(), last_name: z.string().nullish() }),
  from: z
    .object({
      id,
      is_bot: z.boolean().nullish(),
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
      language_code: z.string().nullish(),
    })
    .nullish(),
})
type TelegramMessage = z.output<typeof messageShape>
type Person = Partial<NonNullable<TelegramMessage['from']>> & { readonly id: number }

/** Kinds of updates that say nothing a desk could answer in a private chat with the shop. */
const notTaken = new Set(
  `channel_post edited_channel_post business_connection business_message edited_business_message
   deleted_business_messages message_reaction message_reaction_count inline_query chosen_inline_result callback_query
   shipping_query pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_member
   chat_join_request chat_boost removed_chat_boost`.split(/\s+/),
)
/** Content that is neither words nor a file. */
const otherContent = ['dice', 'game', 'poll', 'story', 'invoice', 'paid_media', 'giveaway', 'checklist']
/** What every message has, and what only says how it came or looks. */
const surroundings = new Set(
  `message_id date edit_date chat from sender_chat author_signature has_protected_content is_from_offline
   is_topic_message message_thread_id reply_to_message external_reply quote via_bot media_group_id entities
   caption_entities link_preview_options effect_id reply_markup show_caption_above_media has_media_spoiler`.split(
    /\s+/,
  ),
)

/** Decides what becomes of an update, whatever it is. */
export function judge(update: unknown): Judged {
  const parsed = updateShape.safeParse(update)
  if (!parsed.success) return refuse('unknown', 'malformed', 'no update_id')
  const { update_id: updateId, ...rest } = parsed.data
  const given = Object.entries(rest).find(([, value]) => value != null)
  if (given === undefined) return refuse('unknown', 'unknown-update')
  const [kind, body] = given
  if (kind === 'message' || kind === 'edited_message') return judgeMessage(kind, body, updateId)
  return notTaken.has(kind) ? refuse(kind, 'update-not-taken') : refuse('unknown', 'unknown-update')
}

function judgeMessage(kind: Incoming['kind'], body: unknown, updateId: number): Judged {
  const parsed = messageShape.safeParse(body)
  if (!parsed.success) return refuse(kind, 'malformed', parsed.error.issues[0]?.path.join('.'))
  const message = parsed.data
  const { chat } = message
  // In a group an answer about somebody's order would be read by all.
  if (chat.type !== 'private') return refuse(kind, 'not-private-chat', knownChat(chat.type))
  // A private chat has the id of its person, and is sometimes all that says who it is.
  const from: Person = message.from ?? chat
  if (from.is_bot === true) return refuse(kind, 'sender-is-bot')
  if (kind === 'edited_message' && message.location?.live_period != null) return refuse(kind, 'live-location')
  const language = languageOf(from.language_code)
  const text = wordsOf(message, language)
  const media = mediaOf(message, message.message_id)
  if (text === null && media === null) return refuseContent(kind, message, body as object)
  const key = `${chat.id}:${message.message_id}`
  const isEdit = kind === 'edited_message'
  return {
    isAccepted: true,
    incoming: {
      kind,
      externalId: isEdit ? `${key}:${updateId}` : key,
      editOf: isEdit ? key : null,
      chatId: chat.id,
      messageId: message.message_id,
      sender: { id: from.id, name: nameOf(from), language },
      sentAt: new Date((isEdit ? (message.edit_date ?? message.date) : message.date) * 1_000),
      text: text ?? '',
      media,
    },
  }
}

const refuse = (kind: string, reason: Refusal, detail?: string): Judged => ({
  isAccepted: false,
  kind,
  reason,
  ...(detail === undefined ? {} : { detail }),
})

function refuseContent(kind: string, { text, caption }: TelegramMessage, body: object): Judged {
  if (text != null || caption != null) return refuse(kind, 'empty-text')
  const keys = Object.entries(body).flatMap(([key, value]) => (value == null ? [] : [key]))
  const content = keys.find((key) => otherContent.includes(key))
  if (content !== undefined) return refuse(kind, 'content-not-taken', content)
  const service = keys.find((key) => !surroundings.has(key))
  if (service === undefined) return refuse(kind, 'empty-text')
  // Only names of fields: they are Telegram's, not a person's.
  return refuse(kind, 'service-message', service.slice(0, 50))
}

const knownChat = (type: string) => (['group', 'supergroup', 'channel'].includes(type) ? type : 'other')

function nameOf({ first_name, last_name }: Person): string | null {
  const name = storable([first_name, last_name].filter(Boolean).join(' '))
  return name === '' ? null : Array.from(name).slice(0, 100).join('')
}
