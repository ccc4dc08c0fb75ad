/** What followers ask for. A ticket's followers get its messages; an inbox's what happens on any of its tickets. */
export const followings = {
  ticket: `subscription Follow($ticketId: ID!) {
  messageSent(ticketId: $ticketId) { id seq text author { kind name } createdAt }
}`,
  inbox: `subscription Follow {
  inboxEvents {
    __typename cursor
    ... on MessageSent { seq message { id seq text author { kind name } createdAt } ticket { id status lastSeq } }
  }
}`,
} as const
export type Following = keyof typeof followings

/** The part of the schema that followers need, for contestants that are written from a schema. */
export const fanoutSchema = `
  type Query { none: Boolean }
  type Subscription { messageSent(ticketId: ID!): Message! inboxEvents: InboxEvent! }
  interface InboxEvent { cursor: String! }
  type MessageSent implements InboxEvent { cursor: String! seq: Int! message: Message! ticket: Ticket! }
  type Ticket { id: ID! status: String! lastSeq: Int! }
  type Message { id: ID! seq: Int! text: String! author: Author! createdAt: String! }
  type Author { kind: String! name: String }
`

/** What contestants without a database are told to publish: the rows that Opora would read. */
export interface Publication {
  readonly ticketId: string
  readonly text: string
}

/** A message as those contestants hold it in memory, with all its followers ask for. */
export function messageOf({ ticketId, text }: Publication, seq: number) {
  const id = `msg_00000000-0000-7000-8000-${seq.toString(16).padStart(12, '0')}`
  const author = { kind: 'OPERATOR', name: 'Operator 1' }
  const message = { id, seq, text, author, createdAt: new Date().toISOString() }
  return {
    messageSent: message,
    inboxEvents: {
      __typename: 'MessageSent',
      cursor: Buffer.from(id.slice(-21)).toString('base64url'),
      seq,
      message,
      ticket: { id: ticketId, status: 'OPEN', lastSeq: seq },
    },
  }
}
