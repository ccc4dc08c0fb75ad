import type { ExecutionResult, GraphQLError } from 'graphql'

const known = new WeakMap<ExecutionResult, Buffer>()

/** A sealed result as JSON, made once however many followers share it. */
export function jsonOf(result: ExecutionResult): Buffer {
  const made = known.get(result)
  if (made !== undefined) return made
  const json = Buffer.from(JSON.stringify(formattedResult(result)))
  known.set(result, json)
  return json
}

export function formattedResult({ errors, ...rest }: ExecutionResult) {
  return errors === undefined ? rest : { ...rest, errors: errors.map(formatted) }
}

/** What is for HTTP only stays out of the message. */
export function formatted(error: GraphQLError) {
  const { http: _http, ...extensions } = error.extensions
  return { ...error.toJSON(), extensions }
}
