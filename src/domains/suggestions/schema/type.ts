import { encodeId } from '../../../core/ids.ts'
import type { Suggestion as Row } from '../../../core/prisma/client.ts'
import type { SuggestionStatus } from '../../../core/prisma/enums.ts'
import { offeredActions } from '../../../core/transitions.ts'
import { allowedActionType } from '../../../graphql/allowed-actions.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { describedEnum, LanguageEnum } from '../../../graphql/enums.ts'
import { findTogether, isById } from '../../../graphql/find-together.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { Customer } from '../../customers/schema/type.ts'
import { votes } from '../loaders.ts'
import { maySeeAuthor, visibleSuggestions } from '../policy.ts'
import type { SuggestionAction } from '../rules.ts'
import { blocksOf, roleOf, suggestionNumber, transitions } from '../rules.ts'

export const SuggestionStatusEnum = describedEnum<SuggestionStatus>(
  'SuggestionStatus',
  'What became of a suggestion.',
  {
    OPEN: 'Made; nothing is decided.',
    PLANNED: 'It will be done.',
    STARTED: 'It is being done.',
    COMPLETED: 'Done.',
    DECLINED: 'It will not be done.',
    DUPLICATE: 'Somebody had suggested it before: see `duplicateOf`.',
  },
)

const SuggestionActionEnum = describedEnum<SuggestionAction>(
  'SuggestionAction',
  'What can be asked of a suggestion.',
  {
    VOTE: 'Vote for it: `suggestionVote`. Not for one’s own, and not as a guest.',
    UNVOTE: 'Take the vote back: `suggestionUnvote`.',
    PLAN: 'Say that it will be done: `suggestionUpdate`.',
    START: 'Say that it is being done: `suggestionUpdate`.',
    COMPLETE: 'Say that it is done: `suggestionUpdate`.',
    DECLINE: 'Say that it will not be done: `suggestionUpdate`.',
    MARK_DUPLICATE: 'Point to another one that says the same: `suggestionUpdate`.',
  },
)
const AllowedAction = allowedActionType('SuggestionAllowedAction', SuggestionActionEnum)

export const Suggestion = builder.prismaObject('Suggestion', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Suggestion', id) }),
    number: t.string({
      description: 'What people read out, such as `S-000123`.',
      resolve: ({ serial }) => suggestionNumber(serial),
    }),
    title: t.exposeString('title'),
    text: t.exposeString('text'),
    language: t.expose('language', { type: LanguageEnum }),
    status: t.expose('status', { type: SuggestionStatusEnum }),
    version: t.exposeInt('version'),
    voteCount: t.exposeInt('voteCount'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    author: t.field({
      description: 'Whose it is. Only the author and the desk learn it: null for others.',
      type: Customer,
      nullable: true,
      extensions: { isPerViewer: true },
      select: (_args, _context, nested) => ({ customerId: true, customer: nested(true) }),
      resolve: (suggestion, _args, { viewer }) =>
        maySeeAuthor(viewer, suggestion) ? suggestion.customer : null,
    }),
    hasVoted: t.boolean({
      description: 'True if the viewer has voted for it; false for everybody but buyers.',
      extensions: { isPerViewer: true },
      resolve: async ({ id }, _args, context) => await votes(context).load(id),
    }),
    duplicateOf: t.relation('duplicateOf', {
      description: 'The suggestion that says the same; null unless this one is a DUPLICATE.',
      nullable: true,
    }),
    allowedActions: t.field({
      description:
        'What the viewer’s side can ask of it, and what it can ask now: from the one rule table. Empty for partners’ systems.',
      type: [AllowedAction],
      extensions: { isPerViewer: true },
      resolve: (suggestion, _args, { viewer }) => {
        const role = roleOf(viewer)
        if (role === null) return []
        return offeredActions(transitions, suggestion.status, role, () => blocksOf(viewer, suggestion))
      },
    }),
  }),
})

export const SuggestionConnection = connectionType<Row>('Suggestion', Suggestion)

/** One suggestion by policy. */
export async function findSuggestion(
  context: Context,
  query: object,
  key: { readonly id: string } | { readonly serial: number } | null,
) {
  const { desk, viewer } = context
  if (key === null || isById(key)) {
    return await findTogether(
      context,
      'Suggestion',
      { query, id: key?.id ?? null },
      async (selection, ids) =>
        await desk.database.prisma.suggestion.findMany({
          ...selection,
          where: { AND: [{ id: { in: ids } }, visibleSuggestions(viewer)] },
        }),
    )
  }
  return await desk.database.prisma.suggestion.findFirst({
    ...query,
    where: { AND: [key, visibleSuggestions(viewer)] },
  })
}

findNodesBy('Suggestion', async (query, context, id) => await findSuggestion(context, query, { id }))
