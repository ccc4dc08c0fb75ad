import { randomUUID } from 'node:crypto'
import type {
  ChannelAttachmentCreateInput,
  ChannelAttachmentCreateMutation,
  ChannelDeliveryReportInput,
  ChannelDeliveryReportMutation,
  ChannelMessageReceiveInput,
  ChannelMessageReceiveMutation,
  DeliveryReportInput,
  OporaClient,
  OutboundMessageClaimMutation,
  OutboundMessagesSubscription,
  OutboundPartsFragment,
  OutboundPendingQuery,
} from '../../client/index.ts'
import {
  ChannelAttachmentCreateDocument,
  ChannelDeliveryReportDocument,
  ChannelMessageReceiveDocument,
  OutboundDocument,
  OutboundMessageClaimDocument,
  OutboundMessagesDocument,
  OutboundPendingDocument,
} from '../../client/index.ts'
import { isTokenRefused, lasting, oporaPause } from './retry.ts'

const channel = 'TELEGRAM'
type ReportResult = Extract<
  ChannelDeliveryReportMutation['channelDeliveryReport'],
  { readonly __typename: 'ChannelDeliveryReportPayload' }
>['results'][number]

/** What the bridge asks of Opora. What may pass is tried again: `receive` and `announce` a few times, the rest until it succeeds. */
export interface Desk {
  receive(
    input: Omit<ChannelMessageReceiveInput, 'channel' | 'account'>,
  ): Promise<ChannelMessageReceiveMutation['channelMessageReceive']>
  announce(
    input: Omit<ChannelAttachmentCreateInput, 'channel'>,
  ): Promise<ChannelAttachmentCreateMutation['channelAttachmentCreate']>
  claim(messageId: string): Promise<OutboundMessageClaimMutation['outboundMessageClaim']>
  report(report: DeliveryReportInput): Promise<ReportResult>
  outbound(messageId: string): Promise<OutboundPartsFragment | null>
  /** All that is still to be sent, oldest first. */
  pending(): AsyncGenerator<OutboundPartsFragment>
  follow(after: string | null): AsyncIterableIterator<OutboundMessagesSubscription>
}

interface Parts {
  readonly client: OporaClient
  readonly account: string
  readonly leaseSeconds: number
  /** From then on nothing new is begun. */
  readonly stopping: AbortSignal
  /** From then on nothing is finished either. */
  readonly ending: AbortSignal
  /** The token will not do. */
  readonly onRefused: () => void
}

const promptAttempts = 3

export function createDesk(parts: Parts): Desk {
  const { client, account, stopping } = parts
  return {
    ...incomingOf(parts),
    ...outgoingOf(parts),
    follow: (after) =>
      client.follow(OutboundMessagesDocument, { channel, account, after }, { signal: stopping }),
  }
}

/** Throws at once what no further try can change, and says so when that is the token. */
async function guarded<T>(
  { onRefused }: Parts,
  work: () => Promise<T>,
  signal: AbortSignal,
  attempts?: number,
): Promise<T> {
  try {
    return await lasting(work, { signal, leastPauseMs: oporaPause, ...(attempts && { attempts }) })
  } catch (error) {
    if (isTokenRefused(error)) onRefused()
    throw error
  }
}

function incomingOf(parts: Parts): Pick<Desk, 'receive' | 'announce'> {
  const { client, account, ending } = parts
  return {
    async receive(given) {
      const input: ChannelMessageReceiveInput = { ...given, channel, account }
      const send = async () => await client.mutate(ChannelMessageReceiveDocument, { input })
      return (await guarded(parts, send, ending, promptAttempts)).channelMessageReceive
    },
    async announce(given) {
      const input: ChannelAttachmentCreateInput = { ...given, channel }
      const send = async () => await client.mutate(ChannelAttachmentCreateDocument, { input })
      return (await guarded(parts, send, ending, promptAttempts)).channelAttachmentCreate
    },
  }
}

function outgoingOf(parts: Parts): Pick<Desk, 'claim' | 'report' | 'outbound' | 'pending'> {
  const { client, account, leaseSeconds, stopping, ending } = parts
  // New at each start: what another start has taken on is not ours.
  const worker = randomUUID()
  return {
    async claim(messageId) {
      const input = { messageId, account, worker, leaseSeconds }
      const send = async () => await client.mutate(OutboundMessageClaimDocument, { input })
      return (await guarded(parts, send, ending)).outboundMessageClaim
    },
    async report(report) {
      const input: ChannelDeliveryReportInput = { channel, account, reports: [report] }
      const send = async () => await client.mutate(ChannelDeliveryReportDocument, { input })
      return resultOf((await guarded(parts, send, ending)).channelDeliveryReport)
    },
    async outbound(messageId) {
      const send = async () => await client.query(OutboundDocument, { messageId })
      return (await guarded(parts, send, stopping)).outbound
    },
    async *pending() {
      let after: string | null = null
      do {
        const page: OutboundPendingQuery['outboundPending'] = await readPage(parts, after)
        yield* page.nodes
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (after !== null)
    },
  }
}

async function readPage(
  parts: Parts,
  after: string | null,
): Promise<OutboundPendingQuery['outboundPending']> {
  const { client, account, stopping } = parts
  const send = async () =>
    await client.query(OutboundPendingDocument, { channel, account, first: 100, after })
  return (await guarded(parts, send, stopping)).outboundPending
}

function resultOf(answer: ChannelDeliveryReportMutation['channelDeliveryReport']): ReportResult {
  const [result] = 'results' in answer ? answer.results : []
  if (result === undefined) throw new Error(`the report was not taken: ${answer.__typename}`)
  return result
}
