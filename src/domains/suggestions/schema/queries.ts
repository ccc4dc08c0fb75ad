import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Viewer } from '../../../auth/viewer.ts'
import { decodeIdOf } from '../../../core/ids.ts'
import type { Prisma, Suggestion as SuggestionRow } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments, relatedRows } from '../../../graphql/connections.ts'
import { describedEnum, LanguageEnum } from '../../../graphql/enums.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleSuggestions, visibleSuggestionsOfCustomers } from '../policy.ts'
import { serialOf } from '../rules.ts'
import { findSuggestion, SuggestionConnection, SuggestionStatusEnum } from './type.ts'

const SuggestionFilter = builder.inputType('SuggestionFilter', {
  description: 'Which suggestions. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [SuggestionStatusEnum], required: false, description: 'One of these states.' }),
    language: t.field({ type: LanguageEnum, required: false, description: 'In this language.' }),
    customerId: t.id({
      required: false,
      description: 'Made by this customer; nothing for those who may not learn whose they are.',
    }),
  }),
})

type Order = 'NEWEST' | 'MOST_VOTED'
const SuggestionOrder = describedEnum<Order>(
  'SuggestionOrder',
  'How suggestions are sorted; ties are broken by id.',
  { NEWEST: 'The newest first.', MOST_VOTED: 'Those with most votes first.' },
)

const keysets: { readonly [By in Order]: Keyset<SuggestionRow> } = {
  NEWEST: {
    name: 'suggestions',
    keys: [
      { field: 'createdAt', direction: 'desc', type: 'date' },
      { field: 'id', direction: 'desc', type: 'string' },
    ],
  },
  MOST_VOTED: {
    name: 'suggestions by votes',
    keys: [
      { field: 'voteCount', direction: 'desc', type: 'int' },
      { field: 'id', direction: 'desc', type: 'string' },
    ],
  },
}

/** The where clause of a filter. Asking by author tells whose they are, so that has its own policy. */
function filterSuggestions(
  filter: typeof SuggestionFilter.$inferInput,
  viewer: Viewer,
): Prisma.SuggestionWhereInput {
  const { statuses, language } = filter
  const customerId = optionalIdOf('Customer', filter.customerId)
  return {
    ...(statuses == null ? {} : { status: { in: statuses } }),
    ...(language == null ? {} : { language }),
    ...(customerId == null ? {} : { AND: [{ customerId }, visibleSuggestionsOfCustomers(viewer)] }),
  }
}

builder.queryFields((t) => ({
  suggestion: t.prismaField({
    description: 'One suggestion, by id or by the readable number. Null when there is none.',
    type: 'Suggestion',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      number: t.arg.string({ required: false, description: 'The readable number, such as `S-000123`.' }),
    },
    resolve: async (query, _root, { id, number }, context) => {
      if ((id == null) === (number == null)) {
        throw topLevelError('BAD_USER_INPUT', 'suggestion takes either id or number.')
      }
      const uuid = id == null ? null : decodeIdOf('Suggestion', id)
      const serial = number == null ? null : serialOf(number)
      const byNumber = serial === null ? null : { serial }
      return await findSuggestion(context, query, uuid === null ? byNumber : { id: uuid })
    },
  }),
  suggestions: t.field({
    description: 'The suggestions of all customers.',
    type: SuggestionConnection,
    args: {
      filter: t.arg({ type: SuggestionFilter, required: false, description: 'Which.' }),
      orderBy: t.arg({ type: SuggestionOrder, defaultValue: 'NEWEST', description: 'How sorted.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, orderBy, ...args }, context, info) => {
      const page = pageOf(keysets[orderBy], args)
      const { viewer, desk } = context
      const { prisma } = desk.database
      const where = { AND: [visibleSuggestions(viewer), filterSuggestions(filter ?? {}, viewer)] }
      const query = queryFromInfo({ context, info, typeName: 'Suggestion', paths: nodePaths })
      const rows = await prisma.suggestion.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.suggestion.count({ where, take: limit }))
    },
  }),
}))

builder.prismaObjectField('Customer', 'suggestions', (t) =>
  t.field({
    description:
      'The customer’s suggestions, newest first: for the customer and the desk. Empty for others, who may not learn whose they are.',
    type: SuggestionConnection,
    ...relatedRows({
      relation: 'suggestions',
      type: 'Suggestion',
      keyset: keysets.NEWEST,
      among: ({ viewer }) => visibleSuggestionsOfCustomers(viewer),
    }),
  }),
)
