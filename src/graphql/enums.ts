import type * as stored from '../core/prisma/enums.ts'
import { builder } from './builder.ts'

/** A GraphQL enum with a description for each value: leaving one out does not compile. */
export function describedEnum<T extends string>(
  name: string,
  description: string,
  values: Record<T, string>,
) {
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
    ) as { [K in T]: { description: string } },
  })
}

export const LanguageEnum = describedEnum<stored.Language>('Language', 'A language of the desk.', {
  RU: 'Russian.',
  EN: 'English.',
})

export const TopicEnum = describedEnum<stored.Topic>('Topic', 'The area of a matter.', {
  ORDER: 'Choosing goods, ordering, discounts.',
  DELIVERY: 'Parcels, couriers, pickup points.',
  RETURN: 'Returns, exchanges, refunds.',
  PAYMENT: 'Failed or refused payments.',
  ACCOUNT: 'Registration, login, profile.',
  TECHNICAL: 'The site or the app does not work.',
  COMPLAINT: 'A complaint.',
  SUGGESTION: 'A suggestion.',
  OTHER: 'Anything else.',
})

export const ChannelEnum = describedEnum<stored.Channel>('Channel', 'Where a conversation takes place.', {
  SITE_CHAT: 'The chat on the site.',
  APP_CHAT: 'The chat in the mobile app.',
  PHONE: 'The hotline.',
  EMAIL: 'E-mail.',
  VK: 'VK.',
  INSTAGRAM: 'Instagram.',
  FACEBOOK: 'Facebook.',
  WHATSAPP: 'WhatsApp.',
  TELEGRAM: 'Telegram.',
})

export const TicketStatusEnum = describedEnum<stored.TicketStatus>('TicketStatus', 'Where a ticket stands.', {
  NEW: 'Nobody has worked on it yet.',
  OPEN: 'The desk has to act.',
  WAITING_CUSTOMER: 'The customer has to answer.',
  WAITING_THIRD_PARTY: 'A courier, a seller or a bank has to act.',
  SNOOZED: 'Sleeps until a set time, or until the customer writes.',
  RESOLVED: 'Answered; a message of the customer reopens it until the reopen window ends.',
  CLOSED: 'Ended for good; a message of the customer opens a successor.',
  MERGED: 'Goes on in another ticket, which gets its messages.',
  SPAM: 'Not a customer’s request.',
})

export const TicketResolutionEnum = describedEnum<stored.TicketResolution>(
  'TicketResolution',
  'How a ticket was resolved.',
  {
    ANSWERED: 'The question was answered.',
    FIXED: 'The matter was put right.',
    DECLINED: 'It cannot or will not be done.',
    NO_RESPONSE: 'The customer did not answer.',
    DUPLICATE: 'The matter is dealt with elsewhere.',
  },
)

export const PriorityEnum = describedEnum<stored.Priority>('Priority', 'How urgent a ticket is.', {
  LOW: 'Can wait.',
  NORMAL: 'The usual.',
  HIGH: 'Before the usual ones.',
  URGENT: 'At once.',
})

export const MessageKindEnum = describedEnum<stored.MessageKind>(
  'MessageKind',
  'What kind of entry a message is.',
  {
    TEXT: 'Words of a person or a bot.',
    NOTE: 'An internal note of the desk; buyers never see it.',
    SYSTEM: 'A line the system wrote.',
    CARD: 'A card of a product or an order.',
  },
)

export const AuthorKindEnum = describedEnum<stored.AuthorKind>(
  'AuthorKind',
  'Which side wrote or did something.',
  {
    CUSTOMER: 'A customer or a guest.',
    OPERATOR: 'A person of the support team.',
    SERVICE: 'A bot or a partner’s system.',
    SYSTEM: 'Opora itself.',
  },
)

export const ReaderSideEnum = describedEnum<stored.ReaderSide>('ReaderSide', 'A side of a conversation.', {
  CUSTOMER: 'The customer.',
  OPERATOR: 'The desk.',
})

export const OperatorRoleEnum = describedEnum<stored.OperatorRole>(
  'OperatorRole',
  'What a person of the support team may do at most.',
  {
    OPERATOR: 'Works on the tickets of the own teams, on those of no team, and on the own ones.',
    SUPERVISOR: 'Sees and moves every ticket.',
    ADMIN: 'Everything a supervisor may, and administers people and teams.',
  },
)
