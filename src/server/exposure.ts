import { chooseTokenSource } from '../auth/start-rules.ts'
import type { Env } from '../env.ts'

/** What a server shows of itself to those who do not work on it. */
export interface Exposure {
  /** A browser that opens the endpoint gets GraphiQL; never where only registered operations are run. */
  readonly hasGraphiql: boolean
  /** Whether everybody may ask for the schema; else people of the desk may. */
  readonly isIntrospectable: boolean
}

/**
 * A server that takes the tokens of a real issuer is in production and shows nothing that its settings do not allow;
 * with the development issuer everything is open to be tried.
 */
export function exposureOf(env: Env): Exposure {
  const isInDevelopment = chooseTokenSource(env).mode === 'development'
  return {
    hasGraphiql: env.OPERATIONS === 'any' && (env.GRAPHIQL ?? isInDevelopment),
    isIntrospectable: env.INTROSPECTION === undefined ? isInDevelopment : env.INTROSPECTION === 'everybody',
  }
}
