import SchemaBuilder from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { isBot } from '../auth/scopes.ts'
import type PrismaTypes from '../core/prisma/pothos-types.ts'
import { getDatamodel } from '../core/prisma/pothos-types.ts'
import { isTest } from '../env.ts'
import type { Context } from './context.ts'
import { refusal } from './errors.ts'
import LoadedColumnsPlugin from './loaded-columns.ts'

/** Who may use a field. Root fields ask for `known` unless they say otherwise: closed by default. */
interface AuthScopes {
  /** Anybody with a valid token. */
  known: boolean
  /** A buyer, logged in or guest. */
  buyer: boolean
  /** A logged-in buyer. */
  customer: boolean
  /** Operator, supervisor or admin. */
  staff: boolean
  /** Supervisor or admin. */
  supervisor: boolean
  /** Admin. */
  admin: boolean
  /** A service token with this scope. */
  service: string
  /** A service token that carries some channel. */
  bot: boolean
}

export interface SchemaTypes {
  Context: Context
  PrismaTypes: PrismaTypes
  AuthScopes: AuthScopes
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: true
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    EmailAddress: { Input: string; Output: string }
    URL: { Input: URL; Output: URL | string }
    JSON: { Input: unknown; Output: unknown }
    Decimal: { Input: string; Output: string }
    CurrencyCode: { Input: string; Output: string }
  }
}

const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

export const builder = new SchemaBuilder<SchemaTypes>({
  // Errors before auth: what the auth plugin throws is no Problem and passes through.
  plugins: [ErrorsPlugin, ScopeAuthPlugin, LoadedColumnsPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  prisma: {
    client: ({ desk }) => desk.database.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    onUnusedQuery: isTest ? 'error' : null,
  },
  scopeAuth: {
    treatErrorsAsUnauthorized: false,
    // Before anything is followed, not at its first event.
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, context) => refusal(context.viewer),
    authScopes: ({ viewer }) => ({
      known: viewer.kind !== 'anonymous',
      buyer: viewer.kind === 'customer',
      customer: viewer.kind === 'customer' && viewer.role === 'customer',
      staff: viewer.kind === 'operator',
      supervisor: viewer.kind === 'operator' && viewer.role !== 'operator',
      admin: viewer.kind === 'operator' && viewer.role === 'admin',
      bot: isBot(viewer),
      service: (scope) => viewer.kind === 'service' && viewer.scopes.has(scope),
    }),
  },
  errors: {
    directResult: true,
    defaultTypes: [],
    defaultUnionOptions: {
      name: ({ fieldName }) => `${upperFirst(fieldName)}Result`,
      description: 'The payload, or the Problem for which nothing was written. New members may appear.',
    },
  },
})

builder.queryType({
  description: 'What can be read. What may not be seen is null or absent, as if it were not there.',
  authScopes: { known: true },
})
builder.mutationType({
  description:
    'What can be done. Each answer is a payload or a Problem; new members of the unions may appear.',
  authScopes: { known: true },
})
builder.subscriptionType({
  description: 'What can be followed, over WebSocket (graphql-transport-ws) and SSE on the same path.',
  authScopes: { known: true },
})
