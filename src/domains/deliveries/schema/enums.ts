import type { DeliveryProblemKind, DeliveryStatus } from '../../../core/prisma/enums.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import type { CodeSystem } from '../carriers/carriers.ts'

export const DeliveryStatusEnum = describedEnum<DeliveryStatus>(
  'DeliveryStatus',
  'Where a parcel is. The carrier’s own code is kept beside it.',
  {
    CREATED: 'Announced to the carrier; nothing more is known.',
    HANDED_TO_CARRIER: 'The carrier has it.',
    IN_TRANSIT: 'On its way.',
    OUT_FOR_DELIVERY: 'With the courier or postman.',
    READY_FOR_PICKUP: 'Waits at the pickup point.',
    DELIVERY_ATTEMPTED: 'An attempt to deliver it failed.',
    DELAYED: 'The carrier says that it takes longer.',
    DELIVERED: 'Handed over.',
    PICKED_UP: 'Fetched by the customer.',
    EXCEPTION: 'Something went wrong; the carrier’s words say what.',
    LOST: 'The carrier has lost it.',
    RETURNING: 'Goes back to the sender.',
    RETURNED_TO_SENDER: 'The sender has it again.',
    CANCELLED: 'Will not be sent.',
  },
)

export const DeliveryProblemKindEnum = describedEnum<DeliveryProblemKind>(
  'DeliveryProblemKind',
  'What is wrong with a parcel.',
  {
    LATE: 'It did not come within the promised time.',
    LOST: 'Nobody knows where it is.',
    DAMAGED: 'It came damaged.',
    NOT_RECEIVED: 'It is told as delivered, but did not come.',
    COURIER: 'Trouble with the courier.',
    PICKUP_POINT: 'Trouble at the pickup point.',
  },
)

export const CodeSystemEnum = describedEnum<CodeSystem>('CarrierCodeSystem', 'Whose codes they are.', {
  CDEK: 'CDEK: statuses of its API 2.0, or numbers of its API 1.5.',
  RUSSIAN_POST: 'The Russian Post: `<type>/<attribute>` of the operation, such as `8/2`.',
  AFTERSHIP: 'AfterShip: tags and subtags, such as `InTransit_003`.',
  SEVENTEEN_TRACK: '17TRACK: statuses and sub statuses, such as `Exception_Returning`, or its older numbers.',
  EASYPOST: 'EasyPost: statuses such as `out_for_delivery`.',
})
