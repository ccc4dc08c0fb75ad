/** The part of the schema that the questions need, for contestants that are written from a schema. */
export const deskSchema = `
  scalar DateTime
  enum TicketStatus { NEW OPEN WAITING_CUSTOMER WAITING_THIRD_PARTY SNOOZED RESOLVED CLOSED MERGED SPAM }
  input TicketFilter { statuses: [TicketStatus!] }
  type Query {
    tickets(filter: TicketFilter, first: Int): TicketConnection!
    ticket(id: ID): Ticket
  }
  type TicketConnection { nodes: [Ticket!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Ticket {
    id: ID! number: String! subject: String! topic: String! channel: String! status: TicketStatus! priority: String!
    language: String! tags: [String!]! version: Int! lastSeq: Int! lastActivityAt: DateTime! createdAt: DateTime!
    resolution: String resolvedAt: DateTime closedAt: DateTime
    customer: Customer! assignee: Operator team: Team order: Order delivery: Delivery complaint: Complaint
    returns(first: Int!): ReturnConnection! messages(last: Int!): MessageConnection!
  }
  type Customer { id: ID! name: String email: String phone: String locale: String! isGuest: Boolean! }
  type Operator { id: ID! name: String! }
  type Team { id: ID! key: String! name: String! }
  type Money { amount: String! currencyCode: String! }
  type Order {
    id: ID! number: String! status: String! placedAt: DateTime! promisedTo: DateTime deliveredAt: DateTime
    itemsTotal: Money! shippingTotal: Money! total: Money!
    items: [OrderItem!]! payments: [Payment!]! deliveries: [Delivery!]!
  }
  type OrderItem {
    id: ID! name: String! sku: String category: String quantity: Int! isCancelled: Boolean! unitPrice: Money! total: Money!
  }
  type Payment { id: ID! method: String! status: String! amount: Money! capturedAmount: Money! startedAt: DateTime! }
  type Delivery {
    id: ID! carrier: String! trackingNumber: String status: String! statusAt: DateTime promisedTo: DateTime
    deliveredAt: DateTime isLate: Boolean! events(last: Int!): TrackingEventConnection!
  }
  type TrackingEventConnection { nodes: [TrackingEvent!]! }
  type TrackingEvent { id: ID! code: String rawText: String location: String occurredAt: DateTime! }
  type ReturnConnection { nodes: [Return!]! }
  type Return {
    id: ID! number: String! status: String! reason: String! wish: String! decision: String createdAt: DateTime!
    items: [ReturnItem!]!
  }
  type ReturnItem { orderItemId: ID! quantity: Int! receivedQuantity: Int! }
  type Complaint {
    id: ID! number: String! about: String! status: String! resolution: String answerDueAt: DateTime createdAt: DateTime!
    closedAt: DateTime
  }
  type MessageConnection { nodes: [Message!]! }
  type Message { id: ID! seq: Int kind: String! text: String! author: Author! createdAt: DateTime! }
  type Author { kind: String! id: ID name: String }
`
