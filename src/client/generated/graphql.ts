/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why an action is not possible now. */
export type ActionBlock =
  /** The state machine has no such step from the present status. */
  | 'STATUS';

/** Which side wrote or did something. */
export type AuthorKind =
  /** A customer or a guest. */
  | 'CUSTOMER'
  /** A person of the support team. */
  | 'OPERATOR'
  /** A bot or a partner’s system. */
  | 'SERVICE'
  /** Opora itself. */
  | 'SYSTEM';

/** Where a conversation takes place. */
export type Channel =
  /** The chat in the mobile app. */
  | 'APP_CHAT'
  /** E-mail. */
  | 'EMAIL'
  /** Facebook. */
  | 'FACEBOOK'
  /** Instagram. */
  | 'INSTAGRAM'
  /** The hotline. */
  | 'PHONE'
  /** The chat on the site. */
  | 'SITE_CHAT'
  /** Telegram. */
  | 'TELEGRAM'
  /** VK. */
  | 'VK'
  /** WhatsApp. */
  | 'WHATSAPP';

/** Joins a guest to the logged-in buyer. */
export type GuestLinkInput = {
  /** The token of `guestStart`: the only proof of being that guest. */
  guestToken: string;
};

/** Starts a conversation without login. */
export type GuestStartInput = {
  /** How to address the person; up to 200 characters. */
  name?: string | null | undefined;
};

/** Who wrote an imported message. */
export type ImportAuthor =
  /** The customer. */
  | 'CUSTOMER'
  /** A person of the desk. */
  | 'OPERATOR'
  /** A line of a system. */
  | 'SYSTEM';

/** Where an imported ticket stands. */
export type ImportStatus =
  /** Ended. */
  | 'CLOSED'
  /** Still to be worked on. */
  | 'OPEN'
  /** Settled; it does not close by itself. */
  | 'RESOLVED';

/** Which tickets of those the viewer may see. Everything given must hold. */
export type InboxFilter = {
  /** Of this operator; null for tickets nobody has. */
  assigneeId?: string | null | undefined;
  /** One of these states. */
  statuses?: Array<TicketStatus> | null | undefined;
  /** Of this team; null for the common queue. */
  teamId?: string | null | undefined;
  /** One of these topics. */
  topics?: Array<Topic> | null | undefined;
};

/** A language of the desk. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** Changes the text of one’s own message or note. */
export type MessageEditInput = {
  /** Which. */
  messageId: string;
  /** 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. */
  text: string;
};

/** What kind of entry a message is. */
export type MessageKind =
  /** A card of a product or an order. */
  | 'CARD'
  /** An internal note of the desk; buyers never see it. */
  | 'NOTE'
  /** A line the system wrote. */
  | 'SYSTEM'
  /** Words of a person or a bot. */
  | 'TEXT';

/** Removes the content of a message or note for good. */
export type MessageRedactInput = {
  /** Which. */
  messageId: string;
};

/** Sends a public message. */
export type MessageSendInput = {
  /** A UUID chosen by the sender: any number of retries with it give the one message. */
  clientMessageId?: string | null | undefined;
  /** True keeps the ticket with the desk after an operator’s reply. */
  keepOpen?: boolean;
  /** The newest `seq` the operator has seen: newer messages of others refuse the reply. */
  lastSeenSeq?: number | null | undefined;
  /** The sender’s clock. Information only. */
  sentAt?: string | null | undefined;
  /** 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. */
  text: string;
  /** Into which ticket. */
  ticketId: string;
};

/** Moves the viewer’s read marker, never back. */
export type MessagesMarkReadInput = {
  /** Of which ticket. */
  ticketId: string;
  /** Everything up to this `seq` was read; at most the ticket’s `lastSeq`. */
  upToSeq: number;
};

/** Writes an internal note. */
export type NoteAddInput = {
  /** A UUID chosen by the sender: any number of retries with it give the one message. */
  clientMessageId?: string | null | undefined;
  /** 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. */
  text: string;
  /** On which ticket. */
  ticketId: string;
};

/** What a person of the support team may do at most. */
export type OperatorRole =
  /** Everything a supervisor may, and administers people and teams. */
  | 'ADMIN'
  /** Works on the tickets of the own teams, on those of no team, and on the own ones. */
  | 'OPERATOR'
  /** Sees and moves every ticket. */
  | 'SUPERVISOR';

/** Changes a person’s rights. Fields left out stay. */
export type OperatorUpdateInput = {
  /** True ends every right at once, open streams included. */
  isDisabled?: boolean | null | undefined;
  /** The name that buyers see; up to 200 characters. */
  name?: string | null | undefined;
  /** Whom. */
  operatorId: string;
  /** The highest role the desk grants. */
  role?: OperatorRole | null | undefined;
  /** The teams from now on. */
  teamIds?: Array<string> | null | undefined;
};

/** In which direction. */
export type OrderDirection =
  /** From the smallest or oldest. */
  | 'ASC'
  /** From the largest or newest. */
  | 'DESC';

/** How urgent a ticket is. */
export type Priority =
  /** Before the usual ones. */
  | 'HIGH'
  /** Can wait. */
  | 'LOW'
  /** The usual. */
  | 'NORMAL'
  /** At once. */
  | 'URGENT';

/** What kind of refusal it is: branch on this. */
export type ProblemCode =
  /** Somebody else has the ticket. */
  | 'ALREADY_CLAIMED'
  /** The content was removed for good. */
  | 'ALREADY_REDACTED'
  /** The object has changed since the given version. */
  | 'CONFLICT'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The state machine has no such step from here. */
  | 'ILLEGAL_TRANSITION'
  /** The input breaks a documented limit. */
  | 'INVALID_INPUT'
  /** There are messages the operator has not seen. */
  | 'MISSED_MESSAGES'
  /** No such object, or none that the viewer may see. */
  | 'NOT_FOUND'
  /** A domain rule asks to wait. */
  | 'TOO_SOON';

/** A side of a conversation. */
export type ReaderSide =
  /** The customer. */
  | 'CUSTOMER'
  /** The desk. */
  | 'OPERATOR';

/** Why a stream cannot go on from a cursor. */
export type ResetReason =
  /** The cursor is ahead of the log. */
  | 'AHEAD'
  /** The log no longer reaches back that far. */
  | 'EXPIRED'
  /** The viewer’s role or teams changed: other tickets may be visible now. */
  | 'RIGHTS_CHANGED'
  /** More happened since than a replay gives. */
  | 'TOO_FAR'
  /** The cursor was not made by this log, or before it was restored. */
  | 'UNKNOWN_CURSOR';

/** In which role somebody asks. */
export type Role =
  /** Administers people and teams too. */
  | 'ADMIN'
  /** A buyer. */
  | 'CUSTOMER'
  /** A buyer before login. */
  | 'GUEST'
  /** A person of the support team. */
  | 'OPERATOR'
  /** A bot or a partner’s system. */
  | 'SERVICE'
  /** Sees and moves every ticket. */
  | 'SUPERVISOR';

/** Makes a team, or renames the one with this key. */
export type TeamUpsertInput = {
  /** A short stable key: small Latin letters, digits and hyphens, up to 50. */
  key: string;
  /** The name people see; up to 200 characters. */
  name: string;
};

/** What can be asked of a ticket. */
export type TicketAction =
  /** Give it to somebody: `ticketAssign`. */
  | 'ASSIGN'
  /** Take it: `ticketClaim`. */
  | 'CLAIM'
  /** End it for good: `ticketClose`. */
  | 'CLOSE'
  /** End it in another ticket: `ticketMerge`. */
  | 'MERGE'
  /** Take it up again: `ticketReopen`. */
  | 'REOPEN'
  /** Send a public message: `messageSend`. */
  | 'REPLY'
  /** Say that it is settled: `ticketResolve`. */
  | 'RESOLVE'
  /** Let it sleep: `ticketSnooze`. */
  | 'SNOOZE'
  /** Mark it as not a customer’s request: `ticketMarkSpam`. */
  | 'SPAM'
  /** Change subject, priority, topic, language or tags, or add a note: `ticketUpdate`, `noteAdd`. */
  | 'UPDATE'
  /** Hand it to the customer: `ticketWait`. */
  | 'WAIT_CUSTOMER'
  /** Wait for a courier, a seller or a bank: `ticketWait`. */
  | 'WAIT_THIRD_PARTY';

/** Gives a ticket to somebody. Fields left out stay. */
export type TicketAssignInput = {
  /** To whom; null for nobody. */
  assigneeId?: string | null | undefined;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** To which team; null for the common queue. */
  teamId?: string | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Takes a ticket. */
export type TicketClaimInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Ends a resolved ticket. */
export type TicketCloseInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Which tickets. What is left out does not narrow; everything given must hold. */
export type TicketFilter = {
  /** Of this operator; null for tickets nobody has. */
  assigneeId?: string | null | undefined;
  /** Begun on one of these channels. */
  channels?: Array<Channel> | null | undefined;
  /** Of this customer. */
  customerId?: string | null | undefined;
  /** In this language. */
  language?: Language | null | undefined;
  /** One of these priorities. */
  priorities?: Array<Priority> | null | undefined;
  /** Words of the subject or messages, Russian or English, in any form; up to 200 characters. Considers the 1000 matches written to last. */
  search?: string | null | undefined;
  /** One of these states. */
  statuses?: Array<TicketStatus> | null | undefined;
  /** With this label, to the letter. For the desk. */
  tag?: string | null | undefined;
  /** Of this team; null for the common queue. */
  teamId?: string | null | undefined;
  /** One of these topics. */
  topics?: Array<Topic> | null | undefined;
};

/** One conversation of the past. */
export type TicketImportInput = {
  /** Where it took place. */
  channel?: Channel;
  /** The customer’s key inside the source. */
  customerExternalId: string;
  /** The customer’s name, for a customer not known yet. */
  customerName?: string | null | undefined;
  /** Its key inside the source; 1–200 characters. The two together are imported once. */
  externalId: string;
  /** The language of the conversation. */
  language: Language;
  /** The messages in order, at most 1000. */
  messages: Array<TicketImportMessageInput>;
  /** When it was opened; now when left out. */
  occurredAt?: string | null | undefined;
  /** Where it comes from, such as a file’s name; 1–200 characters. */
  source: string;
  /** Where it stands. */
  status?: ImportStatus;
  /** What it is about; 1–200 characters. */
  subject: string;
  /** Labels; at most 20 of 1–50 characters. */
  tags?: Array<string>;
  /** The area of the matter. */
  topic?: Topic;
};

/** One message of the past. */
export type TicketImportMessageInput = {
  /** Who wrote it. */
  author: ImportAuthor;
  /** The name shown beside it; up to 200 characters. */
  authorName?: string | null | undefined;
  /** When; the ticket’s time when left out. */
  occurredAt?: string | null | undefined;
  /** What it says; 1–10,000 characters. */
  text: string;
};

/** Marks a ticket as not a customer’s request. */
export type TicketMarkSpamInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Ends a ticket in another one of the same customer. */
export type TicketMergeInput = {
  /** The version of the ending one that the client has seen. */
  expectedVersion?: number | null | undefined;
  /** The one that goes on. */
  intoTicketId: string;
  /** The one that ends. */
  ticketId: string;
};

/** Opens a ticket with its first message. */
export type TicketOpenInput = {
  /** Where the conversation begins. */
  channel?: Channel;
  /** A UUID chosen by the sender: any number of retries with it give the one message. */
  clientMessageId?: string | null | undefined;
  /** For whom; the desk and bots must say it, a buyer is it. */
  customerId?: string | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it open one ticket. */
  idempotencyKey?: string | null | undefined;
  /** The viewer’s when left out. */
  language?: Language | null | undefined;
  /** For the desk and bots only. */
  priority?: Priority | null | undefined;
  /** 1–200 characters; the first words of the text when left out. */
  subject?: string | null | undefined;
  /** The first message: 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. */
  text: string;
  /** The area of the matter. */
  topic?: Topic;
};

/** How tickets are sorted; ties are broken by id. */
export type TicketOrder = {
  /** In which direction. */
  direction: OrderDirection;
  /** By what. */
  field: TicketOrderField;
};

/** What tickets are sorted by. */
export type TicketOrderField =
  /** When the ticket was opened. */
  | 'CREATED_AT'
  /** When the last public message was written. */
  | 'LAST_ACTIVITY_AT';

/** Takes a ticket up again. */
export type TicketReopenInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** How a ticket was resolved. */
export type TicketResolution =
  /** The question was answered. */
  | 'ANSWERED'
  /** It cannot or will not be done. */
  | 'DECLINED'
  /** The matter is dealt with elsewhere. */
  | 'DUPLICATE'
  /** The matter was put right. */
  | 'FIXED'
  /** The customer did not answer. */
  | 'NO_RESPONSE';

/** Says that the matter is settled. */
export type TicketResolveInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** How. */
  resolution: TicketResolution;
  /** Which ticket. */
  ticketId: string;
};

/** Lets a ticket sleep. */
export type TicketSnoozeInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
  /** Until when: in the future, at most 365 days ahead. */
  until: string;
};

/** Where a ticket stands. */
export type TicketStatus =
  /** Ended for good; a message of the customer opens a successor. */
  | 'CLOSED'
  /** Goes on in another ticket, which gets its messages. */
  | 'MERGED'
  /** Nobody has worked on it yet. */
  | 'NEW'
  /** The desk has to act. */
  | 'OPEN'
  /** Answered; a message of the customer reopens it until the reopen window ends. */
  | 'RESOLVED'
  /** Sleeps until a set time, or until the customer writes. */
  | 'SNOOZED'
  /** Not a customer’s request. */
  | 'SPAM'
  /** The customer has to answer. */
  | 'WAITING_CUSTOMER'
  /** A courier, a seller or a bank has to act. */
  | 'WAITING_THIRD_PARTY';

/** Changes what a ticket is about. Fields left out stay. */
export type TicketUpdateInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** The language of the conversation. */
  language?: Language | null | undefined;
  /** How urgent it is. */
  priority?: Priority | null | undefined;
  /** What it is about; 1–200 characters. */
  subject?: string | null | undefined;
  /** All labels from now on; at most 20 of 1–50 characters. */
  tags?: Array<string> | null | undefined;
  /** Which ticket. */
  ticketId: string;
  /** The area of the matter. */
  topic?: Topic | null | undefined;
};

/** Whom a ticket waits for. */
export type TicketWaitFor =
  /** The customer has to answer. */
  | 'CUSTOMER'
  /** A courier, a seller or a bank has to act. */
  | 'THIRD_PARTY';

/** Hands a ticket to somebody outside the desk. */
export type TicketWaitInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
  /** For whom. */
  waitFor: TicketWaitFor;
};

/** Conversations of the past. */
export type TicketsImportInput = {
  /** At most 100. */
  tickets: Array<TicketImportInput>;
};

/** The area of a matter. */
export type Topic =
  /** Registration, login, profile. */
  | 'ACCOUNT'
  /** A complaint. */
  | 'COMPLAINT'
  /** Parcels, couriers, pickup points. */
  | 'DELIVERY'
  /** Choosing goods, ordering, discounts. */
  | 'ORDER'
  /** Anything else. */
  | 'OTHER'
  /** Failed or refused payments. */
  | 'PAYMENT'
  /** Returns, exchanges, refunds. */
  | 'RETURN'
  /** A suggestion. */
  | 'SUGGESTION'
  /** The site or the app does not work. */
  | 'TECHNICAL';

/** What set a status change off. */
export type TransitionCause =
  /** Somebody took or was given the ticket. */
  | 'CLAIM'
  /** `ticketClose`. */
  | 'CLOSE'
  /** A public message. */
  | 'MESSAGE'
  /** `ticketReopen`. */
  | 'REOPEN'
  /** The reopen window had ended. */
  | 'REOPEN_WINDOW'
  /** `ticketResolve`. */
  | 'RESOLVE'
  /** `ticketSnooze`. */
  | 'SNOOZE'
  /** `ticketMarkSpam`. */
  | 'SPAM'
  /** `ticketWait`. */
  | 'WAIT'
  /** A snoozed ticket’s time had come. */
  | 'WAKE';

/** Says that the viewer writes, or stopped. */
export type TypingSetInput = {
  /** True while writing: send it again within 6 seconds. */
  isTyping: boolean;
  /** In which ticket. */
  ticketId: string;
};

export type CustomerQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
}>;


export type CustomerQuery = { customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } | null };

export type CustomersQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { nodes: Array<{ id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CustomerStoryQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
  ticketsFirst?: number | null | undefined;
  ticketsAfter?: string | null | undefined;
  messagesLast?: number | null | undefined;
}>;


export type CustomerStoryQuery = { customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string, tickets: { nodes: Array<{ unreadCount: number, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, messages: { nodes: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

type ProblemParts_AlreadyClaimed_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null, current:
    | { __typename: 'Customer', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Operator', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
   | null };

type ProblemParts_AlreadyRedacted_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_Conflict_Fragment = { currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
    | { __typename: 'Customer', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Operator', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
   | null };

type ProblemParts_IdempotencyConflict_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_IllegalTransition_Fragment = { from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_InvalidInput_Fragment = { rule: string, code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_MissedMessages_Fragment = { lastSeq: number, code: ProblemCode, detail: string, path: Array<string> | null, messages: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }> };

type ProblemParts_NotFound_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_TooSoon_Fragment = { retryAfterSeconds: number, code: ProblemCode, detail: string, path: Array<string> | null };

export type ProblemPartsFragment =
  | ProblemParts_AlreadyClaimed_Fragment
  | ProblemParts_AlreadyRedacted_Fragment
  | ProblemParts_Conflict_Fragment
  | ProblemParts_IdempotencyConflict_Fragment
  | ProblemParts_IllegalTransition_Fragment
  | ProblemParts_InvalidInput_Fragment
  | ProblemParts_MissedMessages_Fragment
  | ProblemParts_NotFound_Fragment
  | ProblemParts_TooSoon_Fragment
;

type CurrentTicket_Customer_Fragment = { __typename: 'Customer', id: string };

type CurrentTicket_Message_Fragment = { __typename: 'Message', id: string };

type CurrentTicket_Operator_Fragment = { __typename: 'Operator', id: string };

type CurrentTicket_Team_Fragment = { __typename: 'Team', id: string };

type CurrentTicket_Ticket_Fragment = { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type CurrentTicketFragment =
  | CurrentTicket_Customer_Fragment
  | CurrentTicket_Message_Fragment
  | CurrentTicket_Operator_Fragment
  | CurrentTicket_Team_Fragment
  | CurrentTicket_Ticket_Fragment
;

export type CustomerPartsFragment = { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string };

export type MessagePartsFragment = { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } };

export type PagePartsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type TicketPartsFragment = { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type GuestStartMutationVariables = Exact<{
  input: GuestStartInput;
}>;


export type GuestStartMutation = { guestStart:
    | { __typename: 'GuestStartPayload', token: string, expiresAt: string, customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type GuestLinkMutationVariables = Exact<{
  input: GuestLinkInput;
}>;


export type GuestLinkMutation = { guestLink:
    | { __typename: 'GuestLinkPayload', cursor: string, customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type TicketsImportMutationVariables = Exact<{
  input: TicketsImportInput;
}>;


export type TicketsImportMutation = { ticketsImport:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketsImportPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'TicketImportPayload', isNew: boolean, ticket: { id: string, number: string } }
      > }
   };

export type TicketOpenMutationVariables = Exact<{
  input: TicketOpenInput;
}>;


export type TicketOpenMutation = { ticketOpen:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketOpenPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } }
   };

export type MessageSendMutationVariables = Exact<{
  input: MessageSendInput;
}>;


export type MessageSendMutation = { messageSend:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'MessageSendPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
    | { __typename: 'MissedMessages', lastSeq: number, code: ProblemCode, detail: string, path: Array<string> | null, messages: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }> }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type NoteAddMutationVariables = Exact<{
  input: NoteAddInput;
}>;


export type NoteAddMutation = { noteAdd:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NoteAddPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type MessageEditMutationVariables = Exact<{
  input: MessageEditInput;
}>;


export type MessageEditMutation = { messageEdit:
    | { __typename: 'AlreadyRedacted', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'MessageEditPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type MessageRedactMutationVariables = Exact<{
  input: MessageRedactInput;
}>;


export type MessageRedactMutation = { messageRedact:
    | { __typename: 'MessageRedactPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type MessagesMarkReadMutationVariables = Exact<{
  input: MessagesMarkReadInput;
}>;


export type MessagesMarkReadMutation = { messagesMarkRead:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'MessagesMarkReadPayload', cursor: string, ticket: { id: string, unreadCount: number, customerReadSeq: number, deskReadSeq: number } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type TypingSetMutationVariables = Exact<{
  input: TypingSetInput;
}>;


export type TypingSetMutation = { typingSet:
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TypingSetPayload', expiresAt: string }
   };

export type OperatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorsQuery = { operators: Array<{ id: string, name: string, role: OperatorRole | null, isDisabled: boolean | null, teams: Array<{ id: string, key: string, name: string }> }> };

export type TeamsQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamsQuery = { teams: Array<{ id: string, key: string, name: string }> };

export type OperatorUpdateMutationVariables = Exact<{
  input: OperatorUpdateInput;
}>;


export type OperatorUpdateMutation = { operatorUpdate:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'OperatorUpdatePayload', cursor: string, operator: { id: string, name: string, role: OperatorRole | null, isDisabled: boolean | null, teams: Array<{ id: string, key: string, name: string }> } }
   };

export type TeamUpsertMutationVariables = Exact<{
  input: TeamUpsertInput;
}>;


export type TeamUpsertMutation = { teamUpsert:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TeamUpsertPayload', team: { id: string, key: string, name: string } }
   };

export type OperatorPartsFragment = { id: string, name: string, role: OperatorRole | null, isDisabled: boolean | null, teams: Array<{ id: string, key: string, name: string }> };

export type MessageSentSubscriptionVariables = Exact<{
  ticketId: string;
  afterSeq?: number | null | undefined;
}>;


export type MessageSentSubscription = { messageSent: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } };

export type TicketEventsSubscriptionVariables = Exact<{
  ticketId: string;
  after?: string | null | undefined;
}>;


export type TicketEventsSubscription = { ticketEvents:
    | { __typename: 'CaughtUp', cursor: string }
    | { __typename: 'Lagged', cursor: string }
    | { __typename: 'MessageEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageSent', cursor: string, seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessagesRead', cursor: string, side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteAdded', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'Removed', cursor: string, subjectId: string }
    | { __typename: 'Reset', cursor: string, reason: ResetReason }
    | { __typename: 'TicketAssigned', cursor: string, id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketLinked', cursor: string, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketMerged', cursor: string, id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketOpened', cursor: string, topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketStatusChanged', cursor: string, from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketTagged', cursor: string, id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketUpdated', cursor: string, fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
   };

export type InboxEventsSubscriptionVariables = Exact<{
  filter?: InboxFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type InboxEventsSubscription = { inboxEvents:
    | { __typename: 'CaughtUp', cursor: string }
    | { __typename: 'Lagged', cursor: string }
    | { __typename: 'MessageEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageSent', cursor: string, seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessagesRead', cursor: string, side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteAdded', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'Removed', cursor: string, subjectId: string }
    | { __typename: 'Reset', cursor: string, reason: ResetReason }
    | { __typename: 'TicketAssigned', cursor: string, id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketLinked', cursor: string, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketMerged', cursor: string, id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketOpened', cursor: string, topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketStatusChanged', cursor: string, from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketTagged', cursor: string, id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketUpdated', cursor: string, fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
   };

export type TypingSubscriptionVariables = Exact<{
  ticketId: string;
}>;


export type TypingSubscription = { typing: { authorKind: AuthorKind, authorId: string | null, isTyping: boolean, expiresAt: string } };

type ControlParts_Removed_Fragment = { subjectId: string };

type ControlParts_Reset_Fragment = { reason: ResetReason };

export type ControlPartsFragment =
  | ControlParts_Removed_Fragment
  | ControlParts_Reset_Fragment
;

type FactParts_MessageEdited_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessageRedacted_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessageSent_Fragment = { seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessagesRead_Fragment = { side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_NoteAdded_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_NoteEdited_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_NoteRedacted_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketAssigned_Fragment = { id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketLinked_Fragment = { id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketMerged_Fragment = { id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketOpened_Fragment = { topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketStatusChanged_Fragment = { from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketTagged_Fragment = { id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketUpdated_Fragment = { fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

export type FactPartsFragment =
  | FactParts_MessageEdited_Fragment
  | FactParts_MessageRedacted_Fragment
  | FactParts_MessageSent_Fragment
  | FactParts_MessagesRead_Fragment
  | FactParts_NoteAdded_Fragment
  | FactParts_NoteEdited_Fragment
  | FactParts_NoteRedacted_Fragment
  | FactParts_TicketAssigned_Fragment
  | FactParts_TicketLinked_Fragment
  | FactParts_TicketMerged_Fragment
  | FactParts_TicketOpened_Fragment
  | FactParts_TicketStatusChanged_Fragment
  | FactParts_TicketTagged_Fragment
  | FactParts_TicketUpdated_Fragment
;

export type TicketClaimMutationVariables = Exact<{
  input: TicketClaimInput;
}>;


export type TicketClaimMutation = { ticketClaim:
    | { __typename: 'AlreadyClaimed', code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketClaimPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketAssignMutationVariables = Exact<{
  input: TicketAssignInput;
}>;


export type TicketAssignMutation = { ticketAssign:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketAssignPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketWaitMutationVariables = Exact<{
  input: TicketWaitInput;
}>;


export type TicketWaitMutation = { ticketWait:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketWaitPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketResolveMutationVariables = Exact<{
  input: TicketResolveInput;
}>;


export type TicketResolveMutation = { ticketResolve:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketResolvePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketReopenMutationVariables = Exact<{
  input: TicketReopenInput;
}>;


export type TicketReopenMutation = { ticketReopen:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketReopenPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketSnoozeMutationVariables = Exact<{
  input: TicketSnoozeInput;
}>;


export type TicketSnoozeMutation = { ticketSnooze:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketSnoozePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketCloseMutationVariables = Exact<{
  input: TicketCloseInput;
}>;


export type TicketCloseMutation = { ticketClose:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketClosePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketMarkSpamMutationVariables = Exact<{
  input: TicketMarkSpamInput;
}>;


export type TicketMarkSpamMutation = { ticketMarkSpam:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketMarkSpamPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketMergeMutationVariables = Exact<{
  input: TicketMergeInput;
}>;


export type TicketMergeMutation = { ticketMerge:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketMergePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketUpdateMutationVariables = Exact<{
  input: TicketUpdateInput;
}>;


export type TicketUpdateMutation = { ticketUpdate:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Customer', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketUpdatePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type TicketQuery = { ticket: { tags: Array<string> | null, unreadCount: number, customerReadSeq: number, deskReadSeq: number, resolvedAt: string | null, closedAt: string | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, mergedInto: { id: string, number: string } | null, predecessor: { id: string, number: string } | null, allowedActions: Array<{ action: TicketAction, isAllowed: boolean, blockedBy: ActionBlock | null }>, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

export type TicketsQueryVariables = Exact<{
  filter?: TicketFilter | null | undefined;
  orderBy?: TicketOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketsQuery = { tickets: { nodes: Array<{ unreadCount: number, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TicketMessagesQueryVariables = Exact<{
  ticketId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketMessagesQuery = { ticket: { id: string, lastSeq: number, messages: { nodes: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type TicketNotesQueryVariables = Exact<{
  ticketId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketNotesQuery = { ticket: { id: string, notes: { nodes: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: Role, scopes: Array<string>, locale: Language, customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } | null, operator: { id: string, name: string, role: OperatorRole | null, teams: Array<{ id: string, key: string, name: string }> } | null } };

export type ViewerScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerScopesQuery = { viewer: { role: Role, scopes: Array<string> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TicketPartsFragmentDoc = new TypedDocumentString(`
    fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
    `, {"fragmentName":"TicketParts"}) as unknown as TypedDocumentString<TicketPartsFragment, unknown>;
export const CurrentTicketFragmentDoc = new TypedDocumentString(`
    fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
    fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`, {"fragmentName":"CurrentTicket"}) as unknown as TypedDocumentString<CurrentTicketFragment, unknown>;
export const MessagePartsFragmentDoc = new TypedDocumentString(`
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
    `, {"fragmentName":"MessageParts"}) as unknown as TypedDocumentString<MessagePartsFragment, unknown>;
export const ProblemPartsFragmentDoc = new TypedDocumentString(`
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
    fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`, {"fragmentName":"ProblemParts"}) as unknown as TypedDocumentString<ProblemPartsFragment, unknown>;
export const CustomerPartsFragmentDoc = new TypedDocumentString(`
    fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}
    `, {"fragmentName":"CustomerParts"}) as unknown as TypedDocumentString<CustomerPartsFragment, unknown>;
export const PagePartsFragmentDoc = new TypedDocumentString(`
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageParts"}) as unknown as TypedDocumentString<PagePartsFragment, unknown>;
export const OperatorPartsFragmentDoc = new TypedDocumentString(`
    fragment OperatorParts on Operator {
  id
  name
  role
  isDisabled
  teams {
    id
    key
    name
  }
}
    `, {"fragmentName":"OperatorParts"}) as unknown as TypedDocumentString<OperatorPartsFragment, unknown>;
export const ControlPartsFragmentDoc = new TypedDocumentString(`
    fragment ControlParts on TicketEvent {
  ... on Reset {
    reason
  }
  ... on Removed {
    subjectId
  }
}
    `, {"fragmentName":"ControlParts"}) as unknown as TypedDocumentString<ControlPartsFragment, unknown>;
export const FactPartsFragmentDoc = new TypedDocumentString(`
    fragment FactParts on Event {
  id
  type
  occurredAt
  actor {
    kind
    id
  }
  ... on MessageSent {
    seq
    authorKind
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteAdded {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessagesRead {
    side
    readSeq
    ticket {
      ...TicketParts
    }
  }
  ... on TicketOpened {
    topic
    channel
    ticket {
      ...TicketParts
    }
  }
  ... on TicketStatusChanged {
    from
    to
    cause
    resolution
    ticket {
      ...TicketParts
    }
  }
  ... on TicketAssigned {
    assignee {
      id
      name
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketUpdated {
    fields
    priority
    topic
    ticket {
      ...TicketParts
    }
  }
  ... on TicketTagged {
    ticket {
      ...TicketParts
      tags
    }
  }
  ... on TicketMerged {
    into {
      ...TicketParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketLinked {
    ticket {
      ...TicketParts
    }
  }
}
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`, {"fragmentName":"FactParts"}) as unknown as TypedDocumentString<FactPartsFragment, unknown>;
export const CustomerDocument = new TypedDocumentString(`
    query Customer($id: ID, $externalId: String) {
  customer(id: $id, externalId: $externalId) {
    ...CustomerParts
  }
}
    fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}`) as unknown as TypedDocumentString<CustomerQuery, CustomerQueryVariables>;
export const CustomersDocument = new TypedDocumentString(`
    query Customers($search: String, $first: Int, $after: String, $last: Int, $before: String) {
  customers(
    search: $search
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...CustomerParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<CustomersQuery, CustomersQueryVariables>;
export const CustomerStoryDocument = new TypedDocumentString(`
    query CustomerStory($id: ID, $externalId: String, $ticketsFirst: Int = 10, $ticketsAfter: String, $messagesLast: Int = 20) {
  customer(id: $id, externalId: $externalId) {
    ...CustomerParts
    tickets(first: $ticketsFirst, after: $ticketsAfter) {
      nodes {
        ...TicketParts
        unreadCount
        messages(last: $messagesLast) {
          nodes {
            ...MessageParts
          }
          pageInfo {
            ...PageParts
          }
        }
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<CustomerStoryQuery, CustomerStoryQueryVariables>;
export const GuestStartDocument = new TypedDocumentString(`
    mutation GuestStart($input: GuestStartInput!) {
  guestStart(input: $input) {
    __typename
    ... on GuestStartPayload {
      token
      expiresAt
      customer {
        ...CustomerParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<GuestStartMutation, GuestStartMutationVariables>;
export const GuestLinkDocument = new TypedDocumentString(`
    mutation GuestLink($input: GuestLinkInput!) {
  guestLink(input: $input) {
    __typename
    ... on GuestLinkPayload {
      cursor
      customer {
        ...CustomerParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<GuestLinkMutation, GuestLinkMutationVariables>;
export const TicketsImportDocument = new TypedDocumentString(`
    mutation TicketsImport($input: TicketsImportInput!) {
  ticketsImport(input: $input) {
    __typename
    ... on TicketsImportPayload {
      results {
        __typename
        ... on TicketImportPayload {
          isNew
          ticket {
            id
            number
          }
        }
        ...ProblemParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketsImportMutation, TicketsImportMutationVariables>;
export const TicketOpenDocument = new TypedDocumentString(`
    mutation TicketOpen($input: TicketOpenInput!) {
  ticketOpen(input: $input) {
    __typename
    ... on TicketOpenPayload {
      cursor
      ticket {
        ...TicketParts
      }
      message {
        ...MessageParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketOpenMutation, TicketOpenMutationVariables>;
export const MessageSendDocument = new TypedDocumentString(`
    mutation MessageSend($input: MessageSendInput!) {
  messageSend(input: $input) {
    __typename
    ... on MessageSendPayload {
      cursor
      message {
        ...MessageParts
      }
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<MessageSendMutation, MessageSendMutationVariables>;
export const NoteAddDocument = new TypedDocumentString(`
    mutation NoteAdd($input: NoteAddInput!) {
  noteAdd(input: $input) {
    __typename
    ... on NoteAddPayload {
      cursor
      message {
        ...MessageParts
      }
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<NoteAddMutation, NoteAddMutationVariables>;
export const MessageEditDocument = new TypedDocumentString(`
    mutation MessageEdit($input: MessageEditInput!) {
  messageEdit(input: $input) {
    __typename
    ... on MessageEditPayload {
      cursor
      message {
        ...MessageParts
      }
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<MessageEditMutation, MessageEditMutationVariables>;
export const MessageRedactDocument = new TypedDocumentString(`
    mutation MessageRedact($input: MessageRedactInput!) {
  messageRedact(input: $input) {
    __typename
    ... on MessageRedactPayload {
      cursor
      message {
        ...MessageParts
      }
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<MessageRedactMutation, MessageRedactMutationVariables>;
export const MessagesMarkReadDocument = new TypedDocumentString(`
    mutation MessagesMarkRead($input: MessagesMarkReadInput!) {
  messagesMarkRead(input: $input) {
    __typename
    ... on MessagesMarkReadPayload {
      cursor
      ticket {
        id
        unreadCount
        customerReadSeq
        deskReadSeq
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<MessagesMarkReadMutation, MessagesMarkReadMutationVariables>;
export const TypingSetDocument = new TypedDocumentString(`
    mutation TypingSet($input: TypingSetInput!) {
  typingSet(input: $input) {
    __typename
    ... on TypingSetPayload {
      expiresAt
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TypingSetMutation, TypingSetMutationVariables>;
export const OperatorsDocument = new TypedDocumentString(`
    query Operators {
  operators {
    ...OperatorParts
  }
}
    fragment OperatorParts on Operator {
  id
  name
  role
  isDisabled
  teams {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<OperatorsQuery, OperatorsQueryVariables>;
export const TeamsDocument = new TypedDocumentString(`
    query Teams {
  teams {
    id
    key
    name
  }
}
    `) as unknown as TypedDocumentString<TeamsQuery, TeamsQueryVariables>;
export const OperatorUpdateDocument = new TypedDocumentString(`
    mutation OperatorUpdate($input: OperatorUpdateInput!) {
  operatorUpdate(input: $input) {
    __typename
    ... on OperatorUpdatePayload {
      cursor
      operator {
        ...OperatorParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
fragment OperatorParts on Operator {
  id
  name
  role
  isDisabled
  teams {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<OperatorUpdateMutation, OperatorUpdateMutationVariables>;
export const TeamUpsertDocument = new TypedDocumentString(`
    mutation TeamUpsert($input: TeamUpsertInput!) {
  teamUpsert(input: $input) {
    __typename
    ... on TeamUpsertPayload {
      team {
        id
        key
        name
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TeamUpsertMutation, TeamUpsertMutationVariables>;
export const MessageSentDocument = new TypedDocumentString(`
    subscription MessageSent($ticketId: ID!, $afterSeq: Int) {
  messageSent(ticketId: $ticketId, afterSeq: $afterSeq) {
    ...MessageParts
  }
}
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}`) as unknown as TypedDocumentString<MessageSentSubscription, MessageSentSubscriptionVariables>;
export const TicketEventsDocument = new TypedDocumentString(`
    subscription TicketEvents($ticketId: ID!, $after: String) {
  ticketEvents(ticketId: $ticketId, after: $after) {
    __typename
    cursor
    ...FactParts
    ...ControlParts
  }
}
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
fragment ControlParts on TicketEvent {
  ... on Reset {
    reason
  }
  ... on Removed {
    subjectId
  }
}
fragment FactParts on Event {
  id
  type
  occurredAt
  actor {
    kind
    id
  }
  ... on MessageSent {
    seq
    authorKind
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteAdded {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessagesRead {
    side
    readSeq
    ticket {
      ...TicketParts
    }
  }
  ... on TicketOpened {
    topic
    channel
    ticket {
      ...TicketParts
    }
  }
  ... on TicketStatusChanged {
    from
    to
    cause
    resolution
    ticket {
      ...TicketParts
    }
  }
  ... on TicketAssigned {
    assignee {
      id
      name
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketUpdated {
    fields
    priority
    topic
    ticket {
      ...TicketParts
    }
  }
  ... on TicketTagged {
    ticket {
      ...TicketParts
      tags
    }
  }
  ... on TicketMerged {
    into {
      ...TicketParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketLinked {
    ticket {
      ...TicketParts
    }
  }
}`) as unknown as TypedDocumentString<TicketEventsSubscription, TicketEventsSubscriptionVariables>;
export const InboxEventsDocument = new TypedDocumentString(`
    subscription InboxEvents($filter: InboxFilter, $after: String) {
  inboxEvents(filter: $filter, after: $after) {
    __typename
    cursor
    ...FactParts
    ...ControlParts
  }
}
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
fragment ControlParts on TicketEvent {
  ... on Reset {
    reason
  }
  ... on Removed {
    subjectId
  }
}
fragment FactParts on Event {
  id
  type
  occurredAt
  actor {
    kind
    id
  }
  ... on MessageSent {
    seq
    authorKind
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteAdded {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessagesRead {
    side
    readSeq
    ticket {
      ...TicketParts
    }
  }
  ... on TicketOpened {
    topic
    channel
    ticket {
      ...TicketParts
    }
  }
  ... on TicketStatusChanged {
    from
    to
    cause
    resolution
    ticket {
      ...TicketParts
    }
  }
  ... on TicketAssigned {
    assignee {
      id
      name
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketUpdated {
    fields
    priority
    topic
    ticket {
      ...TicketParts
    }
  }
  ... on TicketTagged {
    ticket {
      ...TicketParts
      tags
    }
  }
  ... on TicketMerged {
    into {
      ...TicketParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketLinked {
    ticket {
      ...TicketParts
    }
  }
}`) as unknown as TypedDocumentString<InboxEventsSubscription, InboxEventsSubscriptionVariables>;
export const TypingDocument = new TypedDocumentString(`
    subscription Typing($ticketId: ID!) {
  typing(ticketId: $ticketId) {
    authorKind
    authorId
    isTyping
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<TypingSubscription, TypingSubscriptionVariables>;
export const TicketClaimDocument = new TypedDocumentString(`
    mutation TicketClaim($input: TicketClaimInput!) {
  ticketClaim(input: $input) {
    __typename
    ... on TicketClaimPayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketClaimMutation, TicketClaimMutationVariables>;
export const TicketAssignDocument = new TypedDocumentString(`
    mutation TicketAssign($input: TicketAssignInput!) {
  ticketAssign(input: $input) {
    __typename
    ... on TicketAssignPayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketAssignMutation, TicketAssignMutationVariables>;
export const TicketWaitDocument = new TypedDocumentString(`
    mutation TicketWait($input: TicketWaitInput!) {
  ticketWait(input: $input) {
    __typename
    ... on TicketWaitPayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketWaitMutation, TicketWaitMutationVariables>;
export const TicketResolveDocument = new TypedDocumentString(`
    mutation TicketResolve($input: TicketResolveInput!) {
  ticketResolve(input: $input) {
    __typename
    ... on TicketResolvePayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketResolveMutation, TicketResolveMutationVariables>;
export const TicketReopenDocument = new TypedDocumentString(`
    mutation TicketReopen($input: TicketReopenInput!) {
  ticketReopen(input: $input) {
    __typename
    ... on TicketReopenPayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketReopenMutation, TicketReopenMutationVariables>;
export const TicketSnoozeDocument = new TypedDocumentString(`
    mutation TicketSnooze($input: TicketSnoozeInput!) {
  ticketSnooze(input: $input) {
    __typename
    ... on TicketSnoozePayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketSnoozeMutation, TicketSnoozeMutationVariables>;
export const TicketCloseDocument = new TypedDocumentString(`
    mutation TicketClose($input: TicketCloseInput!) {
  ticketClose(input: $input) {
    __typename
    ... on TicketClosePayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketCloseMutation, TicketCloseMutationVariables>;
export const TicketMarkSpamDocument = new TypedDocumentString(`
    mutation TicketMarkSpam($input: TicketMarkSpamInput!) {
  ticketMarkSpam(input: $input) {
    __typename
    ... on TicketMarkSpamPayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketMarkSpamMutation, TicketMarkSpamMutationVariables>;
export const TicketMergeDocument = new TypedDocumentString(`
    mutation TicketMerge($input: TicketMergeInput!) {
  ticketMerge(input: $input) {
    __typename
    ... on TicketMergePayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketMergeMutation, TicketMergeMutationVariables>;
export const TicketUpdateDocument = new TypedDocumentString(`
    mutation TicketUpdate($input: TicketUpdateInput!) {
  ticketUpdate(input: $input) {
    __typename
    ... on TicketUpdatePayload {
      cursor
      ticket {
        ...TicketParts
      }
    }
    ...ProblemParts
  }
}
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketUpdateMutation, TicketUpdateMutationVariables>;
export const TicketDocument = new TypedDocumentString(`
    query Ticket($id: ID, $number: String) {
  ticket(id: $id, number: $number) {
    ...TicketParts
    tags
    unreadCount
    customerReadSeq
    deskReadSeq
    resolvedAt
    closedAt
    mergedInto {
      id
      number
    }
    predecessor {
      id
      number
    }
    allowedActions {
      action
      isAllowed
      blockedBy
    }
  }
}
    fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketQuery, TicketQueryVariables>;
export const TicketsDocument = new TypedDocumentString(`
    query Tickets($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String, $last: Int, $before: String) {
  tickets(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...TicketParts
      unreadCount
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`) as unknown as TypedDocumentString<TicketsQuery, TicketsQueryVariables>;
export const TicketMessagesDocument = new TypedDocumentString(`
    query TicketMessages($ticketId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  ticket(id: $ticketId) {
    id
    lastSeq
    messages(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...MessageParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<TicketMessagesQuery, TicketMessagesQueryVariables>;
export const TicketNotesDocument = new TypedDocumentString(`
    query TicketNotes($ticketId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  ticket(id: $ticketId) {
    id
    notes(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...MessageParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<TicketNotesQuery, TicketNotesQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    role
    scopes
    locale
    customer {
      ...CustomerParts
    }
    operator {
      id
      name
      role
      teams {
        id
        key
        name
      }
    }
  }
}
    fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ViewerScopesDocument = new TypedDocumentString(`
    query ViewerScopes {
  viewer {
    role
    scopes
  }
}
    `) as unknown as TypedDocumentString<ViewerScopesQuery, ViewerScopesQueryVariables>;