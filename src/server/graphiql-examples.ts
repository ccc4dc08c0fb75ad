import type { DemoPerson } from './demo-people.ts'

interface Example {
  /** Whose token the tab carries. */
  readonly person: DemoPerson
  readonly query: string
  readonly variables: { readonly [name: string]: unknown }
}

const me = `# Who am I? As the buyer Anna: her token is below,
# in “Headers”. Run with Ctrl-Enter.
query Me {
  viewer {
    role
    locale
    customer {
      id
      name
    }
  }
  tickets(first: 5) {
    totalCount { value isCapped }
    nodes { id number subject status unreadCount }
  }
}
`

const ticketOpen = `# Anna writes to the shop. An expected refusal
# (try an empty text) is a Problem, not an error.
mutation TicketOpen($input: TicketOpenInput!) {
  ticketOpen(input: $input) {
    __typename
    ... on TicketOpenPayload {
      cursor
      ticket { id number status }
      message { id seq text }
    }
    ... on Problem {
      code
      detail
      path
    }
  }
}
`

const inboxEvents = `# Live, as the supervisor. Run it, then “TicketOpen”
# in a second browser window, and see it come in.
subscription InboxEvents($after: String) {
  inboxEvents(after: $after) {
    __typename
    cursor
    ... on TicketOpened {
      ticket { id number subject customer { name } }
    }
    ... on MessageSent {
      ticket { number }
      message { seq author { kind name } text }
    }
    ... on TicketStatusChanged {
      ticket { number }
      from
      to
      cause
    }
  }
}
`

const inbox = `# What waits for the desk, as the operator Olga.
query Inbox($filter: TicketFilter, $first: Int!) {
  tickets(filter: $filter, first: $first) {
    totalCount { value isCapped }
    nodes {
      id
      number
      subject
      status
      priority
      lastActivityAt
      customer { name }
      assignee { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`

const ticket = `# One conversation, as the supervisor.
# Its “id” is what messageSend takes as ticketId.
query Ticket($number: String!) {
  ticket(number: $number) {
    id
    number
    subject
    status
    topic
    messages(last: 20) {
      nodes { seq author { kind name } text createdAt }
    }
    allowedActions { action isAllowed }
  }
}
`

/** The tabs a newcomer finds in GraphiQL. A test runs each of them against the demo data. */
export const examples: readonly Example[] = [
  { person: 'buyer', query: me, variables: {} },
  {
    person: 'buyer',
    query: ticketOpen,
    variables: {
      input: { subject: 'Где мой заказ?', text: 'Здравствуйте! Заказ не пришёл в срок.', topic: 'DELIVERY' },
    },
  },
  { person: 'supervisor', query: inboxEvents, variables: { after: null } },
  { person: 'operator', query: inbox, variables: { filter: { statuses: ['NEW', 'OPEN'] }, first: 10 } },
  { person: 'supervisor', query: ticket, variables: { number: 'T-000001' } },
]
