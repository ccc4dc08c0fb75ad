/** The screen of one ticket: all that an operator needs to know to answer. */
export const ticketQuery = `query Ticket($id: ID!) {
  ticket(id: $id) {
    id number subject topic channel status priority language tags version lastSeq lastActivityAt createdAt
    resolution resolvedAt closedAt
    customer { id name email phone locale isGuest }
    assignee { id name }
    team { id key name }
    order {
      id number status placedAt promisedTo deliveredAt
      itemsTotal { amount currencyCode } shippingTotal { amount currencyCode } total { amount currencyCode }
      items {
        id name sku category quantity isCancelled unitPrice { amount currencyCode } total { amount currencyCode }
      }
      payments {
        id method status amount { amount currencyCode } capturedAmount { amount currencyCode } startedAt
      }
      deliveries {
        id carrier trackingNumber status statusAt promisedTo deliveredAt isLate
        events(last: 20) { nodes { id code rawText location occurredAt } }
      }
    }
    returns(first: 10) {
      nodes { id number status reason wish decision createdAt items { orderItemId quantity receivedQuantity } }
    }
    complaint { id number about status resolution answerDueAt createdAt closedAt }
    messages(last: 50) { nodes { id seq kind text author { kind id name } createdAt } }
  }
}`

/** The same screen of PostGraphile, by its own names; the answer is the same to the letter. */
export const postgraphileTicketQuery = `query Ticket($id: String!) {
  ticket: inboxTicket(id: $id) {
    id: publicId number subject topic channel status priority language tags version lastSeq
    lastActivityAt: lastActivityIso createdAt: createdIso resolution resolvedAt: resolvedIso closedAt: closedIso
    customer: customerByCustomerId { id: publicId name email phone locale isGuest }
    assignee: operatorByAssigneeId { id: publicId name }
    team: teamByTeamId { id: publicId key name }
    order: orderByOrderId {
      id: publicId number status placedAt: placedIso promisedTo: promisedIso deliveredAt: deliveredIso
      itemsTotal: itemsTotalMoney { amount currencyCode } shippingTotal: shippingTotalMoney { amount currencyCode }
      total: totalMoney { amount currencyCode }
      items: publicItems {
        id: publicId name sku category quantity isCancelled
        unitPrice: unitPriceMoney { amount currencyCode } total: totalMoney { amount currencyCode }
      }
      payments: publicPayments {
        id: publicId method status amount: amountMoney { amount currencyCode }
        capturedAmount: capturedAmountMoney { amount currencyCode } startedAt: startedIso
      }
      deliveries: publicDeliveries {
        id: publicId carrier trackingNumber status statusAt: statusIso promisedTo: promisedIso
        deliveredAt: deliveredIso isLate
        events: publicEvents(last: 20) { nodes { id: publicId code rawText location occurredAt: occurredIso } }
      }
    }
    returns: publicReturns(first: 10) {
      nodes {
        id: publicId number status reason wish decision createdAt: createdIso
        items: publicItems { orderItemId: publicOrderItemId quantity receivedQuantity }
      }
    }
    complaint: publicComplaint {
      id: publicId number about status resolution answerDueAt: answerDueIso createdAt: createdIso closedAt: closedIso
    }
    messages: publicMessages(last: 50) {
      nodes { id: publicId seq kind text author { kind id name } createdAt: createdIso }
    }
  }
}`
