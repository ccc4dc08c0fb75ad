import type {
  GoodsStatus,
  InspectionResult,
  RefundStatus,
  ReturnDecision,
  ReturnStatus,
} from '../../../core/prisma/enums.ts'
import { allowedActionType } from '../../../graphql/allowed-actions.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import type { RefundAction, ReturnAction } from '../rules.ts'

export const ReturnStatusEnum = describedEnum<ReturnStatus>(
  'ReturnStatus',
  'Where the decision about a return stands. The goods and the money have machines of their own.',
  {
    REQUESTED: 'The desk has to look at it.',
    INFO_REQUIRED: 'The customer has to say or show more: see `infoRequest`.',
    UNDER_REVIEW: 'Somebody of the desk looks at it.',
    APPROVED: 'Granted as `decision` says.',
    DECLINED: 'Refused; the customer may ask for another look: `returnReconsider`.',
    CANCELLED: 'Taken back. The end.',
  },
)

export const ReturnDecisionEnum = describedEnum<ReturnDecision>(
  'ReturnDecision',
  'How a return is settled, and what its customer wishes.',
  {
    RETURN_AND_REFUND: 'The goods come back, then the money is given back.',
    REFUND_WITHOUT_RETURN: 'The money is given back, the goods are kept.',
    EXCHANGE: 'Other goods for these; the difference in price is paid or given back.',
    REPAIR: 'The goods are put right.',
    INSPECTION: 'The goods are looked at; money is given back when they pass.',
  },
)

export const GoodsStatusEnum = describedEnum<GoodsStatus>('GoodsStatus', 'Where the goods of a return are.', {
  AWAITING: 'The customer is to send them.',
  IN_TRANSIT: 'On their way back.',
  PARTIALLY_RECEIVED: 'Some have arrived.',
  RECEIVED: 'All have arrived.',
  INSPECTED: 'Looked at: see `inspection`.',
})

export const InspectionResultEnum = describedEnum<InspectionResult>(
  'InspectionResult',
  'What an inspection of goods found.',
  {
    PASS: 'They are as the customer says: money may be granted.',
    FAIL: 'They are not: no money is granted because of this return.',
  },
)

export const RefundStatusEnum = describedEnum<RefundStatus>('RefundStatus', 'Where a refund’s money is.', {
  GRANTED: 'Decided; the payment provider has not been asked yet.',
  PENDING: 'The provider was asked and is asked again until it answers.',
  SUCCEEDED: 'Given back. The end.',
  FAILED: 'The provider refused; it can be tried again, under the same key.',
})

export const ReturnActionEnum = describedEnum<ReturnAction>(
  'ReturnAction',
  'What can be asked of a return.',
  {
    ASK_INFO: 'Ask the customer for more: `returnAskInfo`.',
    PROVIDE_INFO: 'Say or show what was asked for: `returnProvideInfo`.',
    REVIEW: 'Take it to be decided: `returnReview`.',
    APPROVE: 'Grant it: `returnApprove`.',
    DECLINE: 'Refuse it: `returnDecline`.',
    RECONSIDER: 'Ask for another look: `returnReconsider`.',
    CANCEL: 'Take it back before the goods are sent: `returnCancel`.',
    GRANT_REFUND: 'Grant money because of it: `refundGrant`.',
    SEND_GOODS: 'Say that the goods are on their way: `returnGoodsSend`.',
    RECEIVE_GOODS: 'Say which goods have arrived: `returnGoodsReceive`.',
    INSPECT_GOODS: 'Say what an inspection found: `returnGoodsInspect`.',
  },
)
const RefundActionEnum = describedEnum<RefundAction>('RefundAction', 'What can be asked of a refund.', {
  EXECUTE: 'Have the payment provider give it back: `refundExecute`.',
})

export const ReturnAllowedAction = allowedActionType('ReturnAllowedAction', ReturnActionEnum)
export const RefundAllowedAction = allowedActionType('RefundAllowedAction', RefundActionEnum)
