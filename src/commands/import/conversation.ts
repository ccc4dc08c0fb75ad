/** Who wrote a message of an imported conversation; `SYSTEM` is what a program did in between. */
export type ImportedAuthor = 'CUSTOMER' | 'OPERATOR' | 'SYSTEM'

export interface ImportedMessage {
  author: ImportedAuthor
  /** Trimmed and never empty. Length and characters are the server's to judge. */
  text: string
}

export type Topic =
  | 'ORDER'
  | 'DELIVERY'
  | 'RETURN'
  | 'PAYMENT'
  | 'ACCOUNT'
  | 'TECHNICAL'
  | 'COMPLAINT'
  | 'SUGGESTION'
  | 'OTHER'

/** One conversation of any source, in the shape that becomes one ticket. */
export interface ImportedConversation {
  /** The file's base name without its compression suffix: the first half of the key. */
  source: string
  /** The id in the file and which occurrence of it this is, from 1: the second half of the key. */
  externalId: string
  subject: string
  topic: Topic
  channel: 'SITE_CHAT'
  language: 'ru' | 'en'
  /** Unique within `source`. */
  customerExternalId: string
  /** Absent where the source does not say which operator answered. */
  operatorExternalId?: string
  /** In the order in which they were written; at least one. */
  messages: ImportedMessage[]
  tags: string[]
  /** Where it begins in the uncompressed file, from 1. */
  line: number
}

/** A row that gives no conversation, and why. */
export interface Unreadable {
  file: string
  line: number
  reason: string
}

export type Reading = ImportedConversation | Unreadable

export function isUnreadable(reading: Reading): reading is Unreadable {
  return 'reason' in reading
}

/**
 * Numbers the occurrences of each id of one file: the ids of a file are not unique, but its rows keep their
 * order, so `id:n` is the same on every run.
 */
export function createExternalIds(): (id: string) => string {
  const occurrences = new Map<string, number>()
  return (id) => {
    const occurrence = (occurrences.get(id) ?? 0) + 1
    occurrences.set(id, occurrence)
    return `${id}:${occurrence}`
  }
}
