import { decodeId } from '../../../core/ids.ts'
import { catalog, type EventType } from '../../../events/catalog.ts'
import type { Desk } from '../../../events/desk.ts'
import type { AuditFilter } from '../../../events/newest.ts'
import { builder } from '../../../graphql/builder.ts'
import { AuthorKindEnum } from '../../../graphql/enums.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { cursorAt } from '../../../graphql/events.ts'
import { maxPageSize, pageSize } from '../../../graphql/keyset.ts'
import { recordsOf } from '../../streams/reads.ts'
import { readAudit } from '../reads.ts'
import { AuditEventConnection, actorKindOf } from './type.ts'

const AuditEventFilter = builder.inputType('AuditEventFilter', {
  description: 'Which events. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    types: t.stringList({
      required: false,
      description: 'Of one of these types, such as `operator.updated`; one that does not exist is an error.',
    }),
    actorId: t.id({
      required: false,
      description:
        'Done by this operator, service token or customer; an id of something else is an error. What a customer did is found sooner with the same `subjectId`.',
    }),
    actorKinds: t.field({
      type: [AuthorKindEnum],
      required: false,
      description: 'Done by one of these sides.',
    }),
    subjectId: t.id({
      required: false,
      description:
        'About this ticket, customer (and the guests that they were before they logged in) or operator; an id of something else is an error.',
    }),
    occurredFrom: t.field({ type: 'DateTime', required: false, description: 'Occurred then or later.' }),
    occurredTo: t.field({ type: 'DateTime', required: false, description: 'Occurred before then.' }),
  }),
})
type Given = typeof AuditEventFilter.$inferInput

const wrong = (message: string) => topLevelError('BAD_USER_INPUT', message, { isField: true })
/** What has no shape of an id is nobody and nothing: no row has this UUID. */
const nobody = '00000000-0000-0000-0000-000000000000'

function typesOf({ types }: Given): AuditFilter['types'] {
  const unknown = types?.find((type) => !Object.hasOwn(catalog, type))
  if (unknown !== undefined) throw wrong(`filter.types: there are no events of the type ${unknown}.`)
  return (types as EventType[] | null | undefined) ?? null
}

function actorOf({ actorId }: Given): AuditFilter['actor'] {
  if (actorId == null) return null
  const decoded = decodeId(actorId)
  if (decoded === null) return { kind: 'SYSTEM', id: nobody }
  const kind = actorKindOf(decoded.kind)
  if (kind === null) throw wrong('filter.actorId: nobody with such an id does anything.')
  return { kind, id: decoded.id }
}

async function subjectOf({ subjectId }: Given, desk: Desk): Promise<AuditFilter['subject']> {
  if (subjectId == null) return null
  const { kind, id } = decodeId(subjectId) ?? { kind: 'Ticket', id: nobody }
  if (kind === 'Ticket') return { column: 'ticket_id', ids: [id] }
  if (kind === 'Customer') return { column: 'customer_id', ids: await recordsOf(desk, id) }
  if (kind === 'Operator') return { column: 'operator_id', ids: [id] }
  throw wrong('filter.subjectId: events are about tickets, customers and operators.')
}

builder.queryField('auditEvents', (t) =>
  t.field({
    description:
      'Who did what when, newest first: every event of the log, internal ones and those of the archive included. Admins only. What was written in the last moments, about a second, may be missing still. Reads are not in the log, of personal data neither. While `hasNextPage` is true there is more of the log to look at from `endCursor`, also when this page is empty: a page looks at 100,000 events at most where no index finds those asked for (without `subjectId` of a ticket or customer, and without `actorId` of an operator or service token).',
    type: AuditEventConnection,
    authScopes: { admin: true },
    args: {
      filter: t.arg({ type: AuditEventFilter, required: false, description: 'Which events.' }),
      first: t.arg.int({
        required: false,
        description: `How many, 1–${maxPageSize}; 20 when left out.`,
      }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of this list, the feed, a stream or a write: only what was before it.',
      }),
    },
    resolve: async (_root, { filter, first, after }, { desk, viewer }) => {
      const size = pageSize(first, 'first')
      const given = filter ?? {}
      const wanted: AuditFilter = {
        types: typesOf(given),
        actor: actorOf(given),
        actorKinds: given.actorKinds ?? null,
        subject: await subjectOf(given, desk),
        from: given.occurredFrom ?? null,
        to: given.occurredTo ?? null,
      }
      const page = await readAudit(desk, viewer, wanted, { after: after ?? null, size })
      if (page === null) throw wrong('after: the cursor was not made by this log.')
      return {
        edges: page.events.map((node) => ({ cursor: cursorAt(desk, node.position), node })),
        hasNextPage: page.hasMore,
        hasPreviousPage: after != null,
        endCursor: cursorAt(desk, page.end),
        count: null,
      }
    },
  }),
)
