import { queryFromInfo } from '@pothos/plugin-prisma'
import { encodeId } from '../../core/ids.ts'
import type { PolicyVersion as Row } from '../../core/prisma/client.ts'
import type { PolicyKind } from '../../core/prisma/enums.ts'
import { IdempotencyConflict, InvalidInput } from '../../core/problems.ts'
import { builder } from '../../graphql/builder.ts'
import { connectionOf, connectionType, nodePaths, pageArguments } from '../../graphql/connections.ts'
import { payloadType } from '../../graphql/cursor.ts'
import { describedEnum } from '../../graphql/enums.ts'
import type { Keyset } from '../../graphql/keyset.ts'
import { pageOf } from '../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../graphql/node.ts'
import { knownViewer } from '../../graphql/viewer-of.ts'
import { publishPolicy } from './actions.ts'
import { visiblePolicies } from './policy.ts'

const PolicyKindEnum = describedEnum<PolicyKind>('PolicyKind', 'Which rules a policy holds.', {
  RETURNS: 'Windows, reasons and documents of returns, by category.',
  COMPLAINTS: 'Until when a complaint must be answered, and how long the answer can be disputed.',
})

const PolicyVersion = builder.prismaObject('PolicyVersion', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('PolicyVersion', id) }),
    kind: t.expose('kind', { type: PolicyKindEnum }),
    version: t.exposeInt('version'),
    validFrom: t.expose('validFrom', { type: 'DateTime' }),
    source: t.exposeString('source'),
    data: t.field({
      description: 'The rules themselves, in the shape of their kind.',
      type: 'JSON',
      resolve: ({ data }) => data,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

const PolicyVersionConnection = connectionType('PolicyVersion', PolicyVersion)

findNodesBy(
  'PolicyVersion',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.policyVersion.findFirst({
      ...query,
      where: { AND: [{ id }, visiblePolicies(viewer)] },
    }),
)

const newestVersions: Keyset<Row> = {
  name: 'policies',
  keys: [{ field: 'version', direction: 'desc', type: 'int' }],
}

builder.queryFields((t) => ({
  policies: t.field({
    description: 'The versions of one kind of rules, newest first. For the desk.',
    type: PolicyVersionConnection,
    authScopes: { staff: true },
    args: { kind: t.arg({ type: PolicyKindEnum, description: 'Which rules.' }), ...pageArguments },
    resolve: async (_root, { kind, ...args }, context, info) => {
      const page = pageOf(newestVersions, args)
      const { prisma } = context.desk.database
      const where = { AND: [{ kind }, visiblePolicies(context.viewer)] }
      const query = queryFromInfo({ context, info, typeName: 'PolicyVersion', paths: nodePaths })
      const rows = await prisma.policyVersion.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(
        page,
        rows,
        async (limit) => await prisma.policyVersion.count({ where, take: limit }),
      )
    },
  }),
}))

const PolicyPublishInput = builder.inputType('PolicyPublishInput', {
  description: 'The next version of the shop’s rules on a matter.',
  fields: (t) => ({
    kind: t.field({ type: PolicyKindEnum, description: 'Which rules.' }),
    validFrom: t.field({
      type: 'DateTime',
      required: false,
      description: 'From when on they hold, not in the past; from now on when left out.',
    }),
    source: t.string({
      description: 'Where they come from: a law’s article, the shop’s own terms; 1–2,000 characters.',
    }),
    data: t.field({
      type: 'JSON',
      description:
        'The rules, all of them, in the shape of their kind: see `data` of the present version; at most 100,000 characters.',
    }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it publish one version.',
    }),
  }),
})

const PolicyPublishPayload = payloadType<{ policyVersionId: string; eventId: bigint }>(
  'PolicyPublishPayload',
  'The new version.',
)
builder.objectFields(PolicyPublishPayload, (t) => ({
  policyVersion: t.prismaField({
    description: 'The version as it was published.',
    type: 'PolicyVersion',
    resolve: async (query, { policyVersionId }, _args, { desk }) =>
      await desk.database.prisma.policyVersion.findUniqueOrThrow({
        ...query,
        where: { id: policyVersionId },
      }),
  }),
}))

builder.mutationFields((t) => ({
  policyPublish: t.field({
    description:
      'Publishes the next version of a policy. For admins. What was decided by an earlier version stays decided by it.',
    type: PolicyPublishPayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: PolicyPublishInput, description: 'The rules.' }) },
    errors: { types: [InvalidInput, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await publishPolicy(context.desk, knownViewer(context), {
        kind: input.kind,
        validFrom: input.validFrom ?? null,
        source: input.source,
        data: input.data,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
}))
