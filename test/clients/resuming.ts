import {
  type Client,
  createClient,
  type FormattedExecutionResult,
  type Sink,
  type SubscribePayload,
} from 'graphql-ws'
import { WebSocket } from 'ws'
import { type Shop, socketUrl } from './partner.ts'

/**
 * Random, so that not all who lost the same server come back at the same moment. An app waits longer than a test, and
 * longer each time.
 */
export const shortPause = async (): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, 20 + 30 * Math.random()))

/** A socket that comes back for ever, after random pauses, with what `connectionParams` says then. */
export function openSocket(shop: Shop): Client {
  return createClient({
    url: socketUrl(shop),
    // Browsers and Node 22 have their own.
    webSocketImpl: WebSocket,
    connectionParams: () => ({ authorization: `Bearer ${shop.token}` }),
    retryAttempts: Infinity,
    retryWait: shortPause,
    // Also while the server cannot be reached at all. Close codes that are final (4401) end it all the same.
    shouldRetry: () => true,
  })
}

/**
 * Subscribes and resumes: the stock client says the payload again on each reconnect, as it then is, so it is enough to
 * keep the place in it: `after` is the last `cursor`, `afterSeq` the last `seq`.
 */
export function subscribeResuming<Data = Record<string, unknown>>(
  client: Client,
  payload: SubscribePayload,
  sink: Sink<FormattedExecutionResult<Data>>,
): () => void {
  const variables: Record<string, unknown> = { ...payload.variables }
  return client.subscribe<Data, Record<string, unknown>>(
    { ...payload, variables },
    {
      next(result) {
        const [item] = Object.values(result.data ?? {}) as { cursor?: string; seq?: number }[]
        if (item?.cursor !== undefined) variables['after'] = item.cursor
        else if (item?.seq !== undefined) variables['afterSeq'] = item.seq
        sink.next(result)
      },
      error: (error) => sink.error(error),
      complete: () => sink.complete(),
    },
  )
}
