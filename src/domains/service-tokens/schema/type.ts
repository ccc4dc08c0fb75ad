import { now } from '../../../core/clock.ts'
import { encodeId } from '../../../core/ids.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { findOperator } from '../../operators/schema.ts'
import { visibleServiceTokens } from '../policy.ts'
import { isWorking, maxWorkingSecrets, type ServiceTokenStatus, statusAt } from '../rules.ts'

export const ServiceTokenStatusEnum = describedEnum<ServiceTokenStatus>(
  'ServiceTokenStatus',
  'Whether a service token counts.',
  {
    ACTIVE: 'It counts, with each of its secrets that has not ended.',
    EXPIRED: 'Its time is over; a rotation with another `expiresAt` brings it back.',
    REVOKED: 'It was ended for good.',
  },
)

const ServiceTokenSecret = builder.prismaObject('ServiceTokenSecret', {
  description:
    'One secret of a service token. The secret itself was shown when it was made, and is not stored.',
  fields: (t) => ({
    hint: t.exposeString('hint'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
  }),
})

/** The same for all fields that need them, so that they are read once; there are few. */
const withSecrets = { secrets: { orderBy: { id: 'desc' } } } as const

export const ServiceToken = builder.prismaObject('ServiceToken', {
  description:
    'The right of a partner’s system or a bot to ask for something in its own name, as `Authorization: Bearer opora_…`. For admins only.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('ServiceToken', id) }),
    name: t.exposeString('name'),
    service: t.exposeString('service'),
    scopes: t.exposeStringList('scopes'),
    status: t.field({
      description: 'Whether it counts now.',
      type: ServiceTokenStatusEnum,
      resolve: (token) => statusAt(token, now()),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    createdBy: t.prismaField({
      description: 'The admin who made it.',
      type: 'Operator',
      nullable: true,
      resolve: async (query, { createdById }, _args, context) =>
        await findOperator(context, query, createdById),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    lastUsedAt: t.field({
      description:
        'When it was used last, with whichever secret, to about a minute; null before its first use.',
      type: 'DateTime',
      nullable: true,
      select: withSecrets,
      resolve: ({ secrets }) => latest(secrets.map(({ lastUsedAt }) => lastUsedAt)),
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    revokedBy: t.prismaField({
      description: 'The admin who revoked it; null while nobody did.',
      type: 'Operator',
      nullable: true,
      resolve: async (query, { revokedById }, _args, context) =>
        await findOperator(context, query, revokedById),
    }),
    secrets: t.field({
      description: `The secrets that work, newest first: one, and up to ${maxWorkingSecrets} while rotations overlap. None once the token is expired or revoked.`,
      type: [ServiceTokenSecret],
      select: withSecrets,
      resolve: (token) => token.secrets.filter((secret) => isWorking(token, secret, now())),
    }),
  }),
})

export const ServiceTokenConnection = connectionType('ServiceToken', ServiceToken)

findNodesBy(
  'ServiceToken',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.serviceToken.findFirst({
      ...query,
      where: { AND: [{ id }, visibleServiceTokens(viewer)] },
    }),
)

/** A service token by its id, found together with the others of a page. */
export async function findServiceToken(context: Context, query: object, id: string | null) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'ServiceToken',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.serviceToken.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleServiceTokens(viewer)] },
      }),
  )
}

function latest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]))
  return known.length === 0 ? null : new Date(Math.max(...known))
}
