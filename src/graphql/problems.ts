import { encodeId } from '../core/ids.ts'
import type { ProblemCode } from '../core/problems.ts'
import * as problems from '../core/problems.ts'
import { problemText } from '../core/texts/texts.ts'
import { builder } from './builder.ts'
import { describedEnum } from './enums.ts'
import { Money } from './money.ts'
import { Node, resolveNode } from './node.ts'

const ProblemCodeEnum = describedEnum<ProblemCode>(
  'ProblemCode',
  'What kind of refusal it is: branch on this.',
  {
    NOT_FOUND: 'No such object, or none that the viewer may see.',
    INVALID_INPUT: 'The input breaks a documented limit.',
    CONFLICT: 'The object has changed since the given version.',
    ILLEGAL_TRANSITION: 'The state machine has no such step from here.',
    ALREADY_CLAIMED: 'Somebody else has the ticket.',
    MISSED_MESSAGES: 'There are messages the operator has not seen.',
    IDEMPOTENCY_CONFLICT: 'The key was used before with another input.',
    TOO_SOON: 'A domain rule asks to wait.',
    ALREADY_REDACTED: 'The content was removed for good.',
    STALE_UPDATE: 'The source has said something newer before.',
    NOT_ELIGIBLE: 'The shop’s policy does not allow it.',
    QUANTITY_EXCEEDED: 'More than there is.',
    AMOUNT_EXCEEDED: 'More money than there is to give.',
    ATTACHMENT_REFUSED: 'The file cannot be taken, or not yet.',
    NOT_CONFIGURED: 'This server is not connected to the outside system that it needs for it.',
    CHANNEL_CLOSED: 'The channel is switched off.',
    REPLY_WINDOW_CLOSED: 'The platform allows no answer so long after the customer’s last message.',
    BOT_MUTED: 'The bot has handed the ticket to a person.',
    LEASE_HELD: 'The message may not be sent to the platform now: wait.',
    LEASE_LOST: 'Another worker has taken the message on since.',
    ALREADY_HANDLED: 'Nothing is left to send.',
    DELIVERY_UNCONFIRMED: 'The message may have been sent already, and nobody knows.',
  },
)

export const Problem = builder.interfaceRef<problems.Problem>('Problem').implement({
  description: 'An expected refusal. Nothing was written.',
  fields: (t) => ({
    code: t.field({ description: 'Which refusal.', type: ProblemCodeEnum, resolve: ({ code }) => code }),
    detail: t.string({
      description: 'For people, in the viewer’s language (Russian or English). May change at any time.',
      resolve: (problem, _args, { locale }) => problemText(problem, locale),
    }),
    path: t.stringList({
      description: 'Where in the input the trouble is; null when it concerns the whole.',
      nullable: true,
      resolve: ({ inputPath }) => (inputPath === null ? null : [...inputPath]),
    }),
  }),
})

builder.objectType(problems.NotFound, {
  name: 'NotFound',
  description: 'No such object, or none that the viewer may see: the two look the same.',
  interfaces: [Problem],
})

builder.objectType(problems.InvalidInput, {
  name: 'InvalidInput',
  description: 'The input breaks a documented limit.',
  interfaces: [Problem],
  fields: (t) => ({
    rule: t.exposeString('rule', {
      description: 'Which limit: `empty`, `tooLong`, `nul`, `surrogate`, `range`, …',
    }),
  }),
})

builder.objectType(problems.Conflict, {
  name: 'Conflict',
  description: 'The object has changed since `expectedVersion`.',
  interfaces: [Problem],
  fields: (t) => ({
    currentVersion: t.exposeInt('currentVersion', { description: 'The version now.' }),
    current: t.field({
      description: 'The object as it is now; null for what has no id of its own.',
      type: Node,
      nullable: true,
      resolve: async ({ current }, _args, context, info) =>
        current === null
          ? null
          : ((await resolveNode(encodeId(current.kind, current.id), context, info)) as { id: string } | null),
    }),
  }),
})

builder.objectType(problems.IllegalTransition, {
  name: 'IllegalTransition',
  description: 'The state machine has no such step from the present state.',
  interfaces: [Problem],
  fields: (t) => ({
    from: t.exposeString('from', { description: 'The present state.' }),
    action: t.exposeString('action', { description: 'What was asked for.' }),
    allowedActions: t.stringList({
      description: 'What is possible from the present state.',
      resolve: ({ allowedActions }) => [...allowedActions],
    }),
  }),
})

builder.objectType(problems.AlreadyClaimed, {
  name: 'AlreadyClaimed',
  description: 'Another operator was faster. Claims are atomic: of any number exactly one wins.',
  interfaces: [Problem],
  fields: (t) => ({
    current: t.field({
      description: 'The ticket as it is now.',
      type: Node,
      nullable: true,
      resolve: async ({ current }, _args, context, info) =>
        (await resolveNode(encodeId(current.kind, current.id), context, info)) as { id: string } | null,
    }),
  }),
})

builder.objectType(problems.IdempotencyConflict, {
  name: 'IdempotencyConflict',
  description: 'The key was used before with another input. Nothing was written.',
  interfaces: [Problem],
})

builder.objectType(problems.TooSoon, {
  name: 'TooSoon',
  description: 'A domain rule asks to wait.',
  interfaces: [Problem],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', { description: 'When it may be tried again.' }),
  }),
})

builder.objectType(problems.AlreadyRedacted, {
  name: 'AlreadyRedacted',
  description: 'The content of the message was removed for good.',
  interfaces: [Problem],
})

builder.objectType(problems.StaleUpdate, {
  name: 'StaleUpdate',
  description: 'The source has said something newer before: nothing moves backwards.',
  interfaces: [Problem],
  fields: (t) => ({
    currentSourceUpdatedAt: t.expose('currentSourceUpdatedAt', {
      description: 'The `sourceUpdatedAt` of what is stored.',
      type: 'DateTime',
    }),
  }),
})

builder.objectType(problems.NotEligible, {
  name: 'NotEligible',
  description: 'The shop’s policy does not allow it.',
  interfaces: [Problem],
  fields: (t) => ({
    reasons: t.stringList({
      description: 'Why: keys of the policy, such as `windowPassed`.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
})

builder.objectType(problems.QuantityExceeded, {
  name: 'QuantityExceeded',
  description: 'More than there is.',
  interfaces: [Problem],
  fields: (t) => ({ available: t.exposeInt('available', { description: 'How many there are.' }) }),
})

builder.objectType(problems.AmountExceeded, {
  name: 'AmountExceeded',
  description: 'More money than there is to give.',
  interfaces: [Problem],
  fields: (t) => ({
    availableAmount: t.field({
      description: 'How much there is.',
      type: Money,
      resolve: ({ available }) => available,
    }),
  }),
})

builder.objectType(problems.AttachmentRefused, {
  name: 'AttachmentRefused',
  description: 'The file cannot be taken, or not yet.',
  interfaces: [Problem],
  fields: (t) => ({
    rule: t.exposeString('rule', {
      description: 'Why: `tooLarge`, `tooMany`, `type`, `notUploaded`, `infected`, `taken`, …',
    }),
  }),
})

builder.objectType(problems.NotConfigured, {
  name: 'NotConfigured',
  description: 'This server is not connected to the outside system that it needs for it.',
  interfaces: [Problem],
  fields: (t) => ({
    setting: t.exposeString('setting', {
      description: 'The setting that is missing, such as `PAYMENT_GATEWAY_URL`.',
    }),
  }),
})
