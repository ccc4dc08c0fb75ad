/** The inbox page every contestant answers: what an operator's screen shows first. */
export const pageQuery = `query Inbox($filter: TicketFilter!, $first: Int!) {
  tickets(filter: $filter, first: $first) {
    nodes {
      id number subject topic channel status priority language tags version lastSeq lastActivityAt createdAt
      customer { id name email locale isGuest }
      assignee { id name }
      team { id key name }
      order { id number status placedAt total { amount currencyCode } items { id name quantity } }
      delivery { id carrier trackingNumber status statusAt promisedTo isLate }
      messages(last: 5) { nodes { id seq kind text author { kind id name } createdAt } }
    }
    pageInfo { hasNextPage }
  }
}`

export const pageVariables = {
  filter: { statuses: ['NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY'] },
  first: 20,
}

/** The same page of PostGraphile, by its own names; the answer is the same to the letter. */
export const postgraphilePageQuery = `query Inbox($statuses: [TicketStatus!]!, $first: Int!) {
  tickets: inbox(statuses: $statuses, first: $first) {
    nodes {
      id: publicId number subject topic channel status priority language tags version lastSeq
      lastActivityAt: lastActivityIso createdAt: createdIso
      customer: customerByCustomerId { id: publicId name email locale isGuest }
      assignee: operatorByAssigneeId { id: publicId name }
      team: teamByTeamId { id: publicId key name }
      order: orderByOrderId {
        id: publicId number status placedAt: placedIso total: totalMoney { amount currencyCode }
        items: publicItems { id: publicId name quantity }
      }
      delivery: deliveryByDeliveryId {
        id: publicId carrier trackingNumber status statusAt: statusIso promisedTo: promisedIso isLate
      }
      messages: publicMessages(last: 5) {
        nodes { id: publicId seq kind text author { kind id name } createdAt: createdIso }
      }
    }
    pageInfo { hasNextPage }
  }
}`

export const postgraphilePageVariables = {
  statuses: pageVariables.filter.statuses,
  first: pageVariables.first,
}
