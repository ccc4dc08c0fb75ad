import type { KnownViewer, Role } from '../../auth/viewer.ts'
import { encodeId } from '../../core/ids.ts'
import { InvalidInput, NotFound } from '../../core/problems.ts'
import { builder } from '../../graphql/builder.ts'
import type { Context } from '../../graphql/context.ts'
import { payloadType } from '../../graphql/cursor.ts'
import { describedEnum, LanguageEnum, OperatorRoleEnum } from '../../graphql/enums.ts'
import { findTogether } from '../../graphql/find-together.ts'
import { idOf } from '../../graphql/input.ts'
import { findNodesBy, idDescription, Node } from '../../graphql/node.ts'
import { operatorViewer } from '../../graphql/viewer-of.ts'
import { updateOperator, upsertTeam } from './actions.ts'
import { visibleOperators, visibleTeams } from './policy.ts'

export const Operator = builder.prismaObject('Operator', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Operator', id) }),
    name: t.exposeString('name'),
    role: t.expose('role', { type: OperatorRoleEnum, nullable: true, authScopes: { staff: true } }),
    isDisabled: t.exposeBoolean('isDisabled', { nullable: true, authScopes: { staff: true } }),
    teams: t.field({
      description: 'The teams of the person, by key. For the desk only.',
      type: [Team],
      authScopes: { staff: true },
      select: (_args, _context, nested) => ({
        memberships: { orderBy: { team: { key: 'asc' } }, select: { team: nested(true) } },
      }),
      resolve: ({ memberships }) => memberships.map(({ team }) => team as never),
    }),
  }),
})

const Team = builder.prismaObject('Team', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Team', id) }),
    key: t.exposeString('key'),
    name: t.exposeString('name'),
  }),
})

findNodesBy(
  'Operator',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.operator.findFirst({
      ...query,
      where: { AND: [{ id }, visibleOperators(viewer)] },
    }),
)
findNodesBy(
  'Team',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.team.findFirst({ ...query, where: { AND: [{ id }, visibleTeams(viewer)] } }),
)

/** An operator by id, found together with the others of a page. */
export async function findOperator(context: Context, query: object, id: string | null) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Operator',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.operator.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleOperators(viewer)] },
      }),
  )
}

const RoleEnum = describedEnum<Uppercase<Role>>('Role', 'In which role somebody asks.', {
  GUEST: 'A buyer before login.',
  CUSTOMER: 'A buyer.',
  OPERATOR: 'A person of the support team.',
  SUPERVISOR: 'Sees and moves every ticket.',
  ADMIN: 'Administers people and teams too.',
  SERVICE: 'A bot or a partner’s system.',
})

const nobody = { id: { in: [] } }

/** A request of somebody with a token. */
interface KnownContext extends Context {
  readonly viewer: KnownViewer
}

const isKnown = (context: Context): context is KnownContext => context.viewer.kind !== 'anonymous'

const ViewerType = builder.objectRef<KnownContext>('Viewer').implement({
  description: 'Who is asking, as the desk understands the token.',
  fields: (t) => ({
    role: t.field({
      description: 'The role that counts: the lower of the token’s and the desk’s own.',
      type: RoleEnum,
      resolve: ({ viewer }) => viewer.role.toUpperCase() as Uppercase<Role>,
    }),
    scopes: t.stringList({
      description: 'What a service token may do; empty for people.',
      resolve: ({ viewer }) => (viewer.kind === 'service' ? [...viewer.scopes] : []),
    }),
    locale: t.field({
      description: 'The language of texts for people.',
      type: LanguageEnum,
      resolve: ({ locale }) => (locale === 'ru' ? 'RU' : 'EN'),
    }),
    customer: t.prismaField({
      description: 'The buyer’s own record; null for others.',
      type: 'Customer',
      nullable: true,
      resolve: async (query, { viewer, desk }) => {
        const where = viewer.kind === 'customer' ? { id: viewer.customerId } : nobody
        return await desk.database.prisma.customer.findFirst({ ...query, where })
      },
    }),
    operator: t.prismaField({
      description: 'The operator’s own record; null for others.',
      type: 'Operator',
      nullable: true,
      resolve: async (query, { viewer, desk }) => {
        const where = viewer.kind === 'operator' ? { id: viewer.operatorId } : nobody
        return await desk.database.prisma.operator.findFirst({ ...query, where })
      },
    }),
  }),
})

builder.queryFields((t) => ({
  viewer: t.field({
    description: 'Who is asking; null without a token. A token that is not valid is an error.',
    type: ViewerType,
    nullable: true,
    skipTypeScopes: true,
    resolve: (_root, _args, context) => (isKnown(context) ? context : null),
  }),
  teams: t.prismaField({
    description: 'All teams, by key. For the desk and for partners with `tickets:read`.',
    type: ['Team'],
    resolve: async (query, _root, _args, { desk, viewer }) =>
      await desk.database.prisma.team.findMany({
        ...query,
        where: visibleTeams(viewer),
        orderBy: { key: 'asc' },
      }),
  }),
  operators: t.prismaField({
    description: 'The people of the desk, by name. For the desk and for partners with `tickets:read`.',
    type: ['Operator'],
    // For the cost of an operation.
    extensions: { listSize: 100 },
    resolve: async (query, _root, _args, { desk, viewer }) =>
      await desk.database.prisma.operator.findMany({
        ...query,
        where: visibleOperators(viewer),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
}))

const OperatorUpdateInput = builder.inputType('OperatorUpdateInput', {
  description: 'Changes a person’s rights. Fields left out stay.',
  fields: (t) => ({
    operatorId: t.id({ description: 'Whom.' }),
    name: t.string({ required: false, description: 'The name that buyers see; up to 200 characters.' }),
    role: t.field({
      type: OperatorRoleEnum,
      required: false,
      description: 'The highest role the desk grants.',
    }),
    isDisabled: t.boolean({
      required: false,
      description: 'True ends every right at once, open streams included.',
    }),
    teamIds: t.idList({ required: false, description: 'The teams from now on.' }),
  }),
})

const OperatorUpdatePayload = payloadType<{ operatorId: string; eventId: bigint }>(
  'OperatorUpdatePayload',
  'The person as changed.',
)
builder.objectFields(OperatorUpdatePayload, (t) => ({
  operator: t.prismaField({
    description: 'The person.',
    type: 'Operator',
    resolve: async (query, { operatorId }, _args, { desk }) =>
      await desk.database.prisma.operator.findUniqueOrThrow({ ...query, where: { id: operatorId } }),
  }),
}))

const TeamUpsertInput = builder.inputType('TeamUpsertInput', {
  description: 'Makes a team, or renames the one with this key.',
  fields: (t) => ({
    key: t.string({ description: 'A short stable key: small Latin letters, digits and hyphens, up to 50.' }),
    name: t.string({ description: 'The name people see; up to 200 characters.' }),
  }),
})

const TeamUpsertPayload = builder.objectRef<{ teamId: string }>('TeamUpsertPayload').implement({
  description: 'The team.',
  fields: (t) => ({
    team: t.prismaField({
      description: 'The team.',
      type: 'Team',
      resolve: async (query, { teamId }, _args, { desk }) =>
        await desk.database.prisma.team.findUniqueOrThrow({ ...query, where: { id: teamId } }),
    }),
  }),
})

builder.mutationFields((t) => ({
  operatorUpdate: t.field({
    description: 'Changes a person’s name, role or teams, or disables them. Admins only; it counts at once.',
    type: OperatorUpdatePayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: OperatorUpdateInput, description: 'Whom and what.' }) },
    errors: { types: [NotFound, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await updateOperator(context.desk, operatorViewer(context), {
        operatorId: idOf('Operator', input.operatorId),
        name: input.name ?? null,
        role: input.role ?? null,
        isDisabled: input.isDisabled ?? null,
        teamIds: input.teamIds?.map((id) => idOf('Team', id)) ?? null,
      }),
  }),
  teamUpsert: t.field({
    description: 'Makes a team, or renames it. Admins only.',
    type: TeamUpsertPayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: TeamUpsertInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, { desk }) => await upsertTeam(desk, input),
  }),
}))
