/** The inbox page every contestant answers: what an operator's screen shows first. */
export const pageQuery = `query Inbox($filter: TicketFilter!, $first: Int!) {
  tickets(filter: $filter, first: $first) {
    nodes {
      id number subject topic channel status priority language tags version lastSeq lastActivityAt createdAt
      customer { id name email locale isGuest }
      assignee { id name }
      team { id key name }
      messages(last: 5) { nodes { id seq kind text author { kind id name } createdAt } }
    }
    pageInfo { hasNextPage }
  }
}`

export const pageVariables = {
  filter: { statuses: ['NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY'] },
  first: 20,
}

/** The part of the schema that the page needs, for contestants that are written from a schema. */
export const pageSchema = `
  scalar DateTime
  enum TicketStatus { NEW OPEN WAITING_CUSTOMER WAITING_THIRD_PARTY SNOOZED RESOLVED CLOSED MERGED SPAM }
  input TicketFilter { statuses: [TicketStatus!] }
  type Query { tickets(filter: TicketFilter, first: Int): TicketConnection! }
  type TicketConnection { nodes: [Ticket!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Ticket {
    id: ID! number: String! subject: String! topic: String! channel: String! status: TicketStatus! priority: String!
    language: String! tags: [String!]! version: Int! lastSeq: Int! lastActivityAt: DateTime! createdAt: DateTime!
    customer: Customer! assignee: Operator team: Team messages(last: Int!): MessageConnection!
  }
  type Customer { id: ID! name: String email: String locale: String! isGuest: Boolean! }
  type Operator { id: ID! name: String! }
  type Team { id: ID! key: String! name: String! }
  type MessageConnection { nodes: [Message!]! }
  type Message { id: ID! seq: Int kind: String! text: String! author: Author! createdAt: DateTime! }
  type Author { kind: String! id: ID name: String }
`

/** The same page of PostGraphile, by its own names; the answer is the same to the letter. */
export const postgraphileQuery = `query Inbox($statuses: [TicketStatus!]!, $first: Int!) {
  tickets: inbox(statuses: $statuses, first: $first) {
    nodes {
      id: publicId number subject topic channel status priority language tags version lastSeq
      lastActivityAt: lastActivityIso createdAt: createdIso
      customer: customerByCustomerId { id: publicId name email locale isGuest }
      assignee: operatorByAssigneeId { id: publicId name }
      team: teamByTeamId { id: publicId key name }
      messages: publicMessages(last: 5) {
        nodes { id: publicId seq kind text author { kind id name } createdAt: createdIso }
      }
    }
    pageInfo { hasNextPage }
  }
}`

export const postgraphileVariables = { statuses: pageVariables.filter.statuses, first: pageVariables.first }
