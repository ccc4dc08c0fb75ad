import { encodeId, type IdKind } from '../../../core/ids.ts'
import type { AuthorKind } from '../../../core/prisma/enums.ts'
import type { LogEvent } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { AuthorKindEnum } from '../../../graphql/enums.ts'
import { publicEventId } from '../../../graphql/events.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import { visibleCustomers } from '../../customers/policy.ts'
import { findOperator } from '../../operators/schema.ts'
import { findServiceToken, ServiceToken } from '../../service-tokens/schema/type.ts'
import { findTicket } from '../../tickets/schema/type.ts'
import { type Fact, factsOf } from '../rules.ts'

const actorKinds: Readonly<Record<AuthorKind, IdKind | null>> = {
  CUSTOMER: 'Customer',
  OPERATOR: 'Operator',
  SERVICE: 'ServiceToken',
  SYSTEM: null,
}

/** The kind of actor behind an id; null when nobody with such an id does anything. */
export function actorKindOf(kind: IdKind): AuthorKind | null {
  const [found] = Object.entries(actorKinds).find(([, actor]) => actor === kind) ?? []
  return (found as AuthorKind | undefined) ?? null
}

/** Who did it, if it was somebody of a kind. */
const actorIf = ({ actorKind, actorId }: LogEvent, kind: AuthorKind) => (actorKind === kind ? actorId : null)

const AuditActor = builder.objectRef<LogEvent>('AuditActor').implement({
  description: 'Who did something, as admins may know it.',
  fields: (t) => ({
    kind: t.expose('actorKind', { description: 'Which side.', type: AuthorKindEnum }),
    id: t.id({
      description:
        'The id of the customer, the operator or the service token; null for Opora itself, and for services with a token of an issuer outside.',
      nullable: true,
      resolve: ({ actorKind, actorId }) => {
        const kind = actorKinds[actorKind]
        return actorId === null || kind === null ? null : encodeId(kind, actorId)
      },
    }),
    customer: t.prismaField({
      description: 'The customer as they are now; null if it was somebody else.',
      type: 'Customer',
      nullable: true,
      resolve: async (query, event, _args, context) =>
        await findCustomer(context, query, actorIf(event, 'CUSTOMER')),
    }),
    operator: t.prismaField({
      description: 'The operator as they are now; null if it was somebody else.',
      type: 'Operator',
      nullable: true,
      resolve: async (query, event, _args, context) =>
        await findOperator(context, query, actorIf(event, 'OPERATOR')),
    }),
    serviceToken: t.prismaField({
      description: 'The service token as it is now; null if it was somebody else.',
      type: ServiceToken,
      nullable: true,
      resolve: async (query, event, _args, context) =>
        await findServiceToken(context, query, actorIf(event, 'SERVICE')),
    }),
  }),
})

const AuditFact = builder.objectRef<Fact>('AuditFact').implement({
  description: 'One thing that an event tells.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'What: `from`, `messageId`, … A part of something is `before.teamId`.',
    }),
    value: t.exposeString('value', {
      description: 'An id, a value of an enum, a number, `true` or `false`; null for nothing.',
      nullable: true,
    }),
  }),
})

export const AuditEvent = builder.objectRef<LogEvent>('AuditEvent').implement({
  description:
    'Who did what when: one event of the log, as it was written. It holds no text, name or address; whom and what it is about is shown as it is now. For admins only.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the event, as in streams and the feed.', resolve: publicEventId }),
    type: t.exposeString('type', { description: 'What happened, such as `operator.updated`.' }),
    occurredAt: t.expose('occurredAt', { description: 'When.', type: 'DateTime' }),
    isInternal: t.exposeBoolean('isInternal', { description: 'True if no buyer is told.' }),
    actor: t.field({ description: 'Who did it.', type: AuditActor, resolve: (event) => event }),
    ticket: t.prismaField({
      description: 'The ticket it is about; null if it is about none.',
      type: 'Ticket',
      nullable: true,
      resolve: async (query, { ticketId }, _args, context) => await findTicket(context, query, ticketId),
    }),
    customer: t.prismaField({
      description: 'The customer it concerns; null if it concerns none.',
      type: 'Customer',
      nullable: true,
      resolve: async (query, { customerId }, _args, context) =>
        await findCustomer(context, query, customerId),
    }),
    operator: t.prismaField({
      description: 'The operator whose rights it is about; null if it is about none.',
      type: 'Operator',
      nullable: true,
      resolve: async (query, { operatorId }, _args, context) =>
        await findOperator(context, query, operatorId),
    }),
    facts: t.field({
      description: 'What else it tells.',
      type: [AuditFact],
      resolve: ({ type, data }) => factsOf(type, data),
    }),
  }),
})

export const AuditEventConnection = connectionType('AuditEvent', AuditEvent)

async function findCustomer(context: Context, query: object, id: string | null) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Customer',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.customer.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleCustomers(viewer)] },
      }),
  )
}
