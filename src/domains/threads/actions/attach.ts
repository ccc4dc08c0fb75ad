import type { ServiceViewer } from '../../../auth/viewer.ts'
import type { Channel } from '../../../core/prisma/enums.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import type { Desk } from '../../../events/desk.ts'
import { transact } from '../../../events/transact.ts'
import type { Created } from '../../attachments/actions/create.ts'
import { createAttachment } from '../../attachments/actions/create.ts'
import { assertChannelOn } from '../../channels/actions.ts'
import { channelCustomer } from '../../customers/actions/channel-identities.ts'
import { keyLimits, onBehalfOf } from './receive.ts'

export interface AttachInput {
  readonly channel: Channel
  readonly senderId: string
  readonly senderName: string | null
  readonly fileName: string
  readonly byteSize: number
  readonly contentType: string
  readonly idempotencyKey: string | null
}

/** Announces a file that a customer sent on a platform, before the message it is of: as if the customer did it. */
export async function attachFromChannel(
  desk: Desk,
  viewer: ServiceViewer,
  { channel, senderId, senderName, ...file }: AttachInput,
): Promise<Created> {
  const externalId = checkText(senderId, ['senderId'], keyLimits.key)
  const name = checkOptionalText(senderName, ['senderName'], textLimits.name)
  const customerId = await transact(desk, async (tx) => {
    await assertChannelOn(tx, channel)
    return await channelCustomer(tx, { channel, externalId, name, language: 'RU' })
  })
  const input = { ...file, customerId: undefined, ticketId: undefined, documentKind: null }
  return await createAttachment(desk, onBehalfOf(customerId, viewer), input, async () => null)
}
