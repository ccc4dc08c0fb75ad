import { graphql } from 'relay-runtime'

/**
 * What Relay's compiler reads; what it made of it is in `__generated__`, and the texts by their ids, as the server reads
 * them, in `persisted`. Relay's plugin of Babel puts the artifacts in place of each `graphql`; here they are imported
 * instead, and nobody calls this.
 */
export const documents = () => [
  graphql`
    query ticketQuery($id: ID!, $count: Int!) {
      ticket(id: $id) {
        lastSeq
        ...ticketMessages @arguments(count: $count)
      }
    }
  `,
  graphql`
    fragment ticketMessages on Ticket
    @refetchable(queryName: "ticketMessagesPageQuery")
    @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
      messages(first: $count, after: $cursor) @connection(key: "ticket_messages") {
        edges {
          node {
            text
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  graphql`
    mutation ticketMessageSendMutation($input: MessageSendInput!) {
      messageSend(input: $input) {
        __typename
        ... on MessageSendPayload {
          message {
            seq
          }
          ticket {
            lastSeq
          }
        }
        ... on Problem {
          code
          detail
        }
      }
    }
  `,
  graphql`
    subscription ticketEventsSubscription($ticketId: ID!, $after: String) {
      ticketEvents(ticketId: $ticketId, after: $after) {
        __typename
        cursor
        ... on MessageSent {
          seq
        }
      }
    }
  `,
]
