import {
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  NotFound,
  TooSoon,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { idOf } from '../../../graphql/input.ts'
import { operatorViewer } from '../../../graphql/viewer-of.ts'
import {
  createServiceToken,
  revokeServiceToken,
  rotateServiceToken,
  type ServiceTokenWritten,
} from '../actions.ts'
import { allScopes, defaultOverlapSeconds, maxOverlapSeconds, maxWorkingSecrets } from '../rules.ts'
import { ServiceToken } from './type.ts'

const keyDescription =
  'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it make one secret. A retry is answered without it, for it is stored nowhere: rotate with `overlapSeconds` 0 if the first answer was lost.'

const ServiceTokenCreateInput = builder.inputType('ServiceTokenCreateInput', {
  description: 'A service token for a partner’s system or a bot.',
  fields: (t) => ({
    name: t.string({ description: 'What it is for, in people’s words; 1–200 characters.' }),
    service: t.string({
      description:
        'The service that acts with it: 1–100 Latin letters, digits, dots, hyphens and underscores, the first a letter or a digit. Tokens of one service share its idempotency keys.',
    }),
    scopes: t.stringList({
      description: `What the service may do, one at least: ${allScopes.map((scope) => `\`${scope}\``).join(', ')}. One that does not exist is refused.`,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'Until when it counts, not in the past; for ever when left out.',
    }),
    idempotencyKey: t.string({ required: false, description: keyDescription }),
  }),
})

const ServiceTokenRotateInput = builder.inputType('ServiceTokenRotateInput', {
  description: 'Another secret for a service token.',
  fields: (t) => ({
    serviceTokenId: t.id({ description: 'Which token.' }),
    overlapSeconds: t.int({
      defaultValue: defaultOverlapSeconds,
      description: `For how long the secrets of before work on beside the new one, 0–${maxOverlapSeconds}: a day when left out, 0 ends them at once. None works longer than it would have.`,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'Until when the token counts from now on, not in the past; left out, it keeps its end.',
    }),
    idempotencyKey: t.string({ required: false, description: keyDescription }),
  }),
})

const ServiceTokenRevokeInput = builder.inputType('ServiceTokenRevokeInput', {
  description: 'The end of a service token.',
  fields: (t) => ({ serviceTokenId: t.id({ description: 'Which token.' }) }),
})

const secretDescription =
  'The secret, `opora_` and 49 letters and digits. It is shown in this answer only: null in the answer to a retry with the same `idempotencyKey`.'

const ServiceTokenCreatePayload = writtenPayload('ServiceTokenCreatePayload', 'The new token.')
const ServiceTokenRotatePayload = writtenPayload('ServiceTokenRotatePayload', 'The token and its new secret.')
for (const payload of [ServiceTokenCreatePayload, ServiceTokenRotatePayload]) {
  builder.objectField(payload, 'secret', (t) =>
    t.exposeString('secret', { description: secretDescription, nullable: true }),
  )
}
const ServiceTokenRevokePayload = writtenPayload('ServiceTokenRevokePayload', 'The token, revoked.')

function writtenPayload(name: string, description: string) {
  const payload = payloadType<Omit<ServiceTokenWritten, 'secret'> & { secret?: string | null }>(
    name,
    description,
  )
  builder.objectField(payload, 'serviceToken', (t) =>
    t.prismaField({
      description: 'The token.',
      type: ServiceToken,
      resolve: async (query, { serviceTokenId }, _args, { desk }) =>
        await desk.database.prisma.serviceToken.findUniqueOrThrow({
          ...query,
          where: { id: serviceTokenId },
        }),
    }),
  )
  return payload
}

builder.mutationFields((t) => ({
  serviceTokenCreate: t.field({
    description:
      'Makes a service token. Admins only: no service can make one. Its scopes stay as they are; for others make another token.',
    type: ServiceTokenCreatePayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: ServiceTokenCreateInput, description: 'What for.' }) },
    errors: { types: [InvalidInput, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await createServiceToken(context.desk, operatorViewer(context), {
        ...input,
        expiresAt: input.expiresAt ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  serviceTokenRotate: t.field({
    description: `Gives a service token another secret; those of before work on for a while. Admins only. An expired token needs another \`expiresAt\` (\`InvalidInput\`, rule \`past\`), a revoked one stays so (\`IllegalTransition\`), and of more than ${maxWorkingSecrets} secrets at a time one has to end first (\`TooSoon\`).`,
    type: ServiceTokenRotatePayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: ServiceTokenRotateInput, description: 'Which, and how.' }) },
    errors: { types: [NotFound, InvalidInput, IllegalTransition, TooSoon, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await rotateServiceToken(context.desk, operatorViewer(context), {
        serviceTokenId: idOf('ServiceToken', input.serviceTokenId),
        overlapSeconds: input.overlapSeconds,
        expiresAt: input.expiresAt ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  serviceTokenRevoke: t.field({
    description:
      'Ends a service token with all its secrets for good. Admins only. Requests with it are refused at once; its sockets are closed (4403) and its event streams end (TOKEN_EXPIRED) within a second, on every node. Done again, it changes nothing.',
    type: ServiceTokenRevokePayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: ServiceTokenRevokeInput, description: 'Which.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await revokeServiceToken(
        context.desk,
        operatorViewer(context),
        idOf('ServiceToken', input.serviceTokenId),
      ),
  }),
}))
