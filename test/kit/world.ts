import { type GraphQLObjectType, isObjectType, isUnionType } from 'graphql'
import { schema } from '../../src/graphql/schema.ts'
import type { Answer, TestServer, TokenOptions } from './server.ts'

/** People and tickets, made through the API as any client makes them. */

export interface Person {
  /** The public id of the person's record; empty for services and for nobody. */
  readonly id: string
  /** Null: nobody. */
  readonly token: string | null
  /** The data of an operation. Top-level errors are thrown as `Refused`. */
  ask<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Data>
  /** All of the answer, errors and status included. */
  answer<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>
}

/** A top-level error; its message is the code. */
export class Refused extends Error {
  readonly code: string
  constructor(code: string, reason: string) {
    super(`${code}: ${reason}`)
    this.code = code
  }
}

export function person(server: TestServer, token: string | null, id: string): Person {
  const answer = async <Data>(query: string, variables: Record<string, unknown> = {}) =>
    await server.request<Data>(query, variables, token)
  return {
    id,
    token,
    answer,
    async ask<Data>(query: string, variables: Record<string, unknown> = {}) {
      const { data, errors } = await answer<Data>(query, variables)
      const [error] = errors ?? []
      if (error !== undefined) throw new Refused(String(error.extensions?.['code']), error.message)
      return data
    },
  }
}

/** Somebody without a token. */
export function nobody(server: TestServer): Person {
  return person(server, null, '')
}

/** A logged-in buyer, whose record is there already. */
export async function buyer(server: TestServer, name: string, options: TokenOptions = {}): Promise<Person> {
  const token = await server.token('customer', { sub: name, name, ...options })
  return await known(server, token, 'customer')
}

/** A visitor who is not logged in. */
export async function guest(server: TestServer, name: string | null = null): Promise<Person> {
  const started = await mutate<{ token: string; customer: { id: string } }>(
    nobody(server),
    'guestStart',
    { name },
    'token customer { id }',
  )
  return person(server, started.token, started.customer.id)
}

export interface OperatorOptions extends TokenOptions {
  readonly role?: 'operator' | 'supervisor' | 'admin'
  /** The public ids of the teams. */
  readonly teams?: readonly string[]
}

/** Somebody of the desk, whose record is there already. */
export async function operator(
  server: TestServer,
  name: string,
  { role = 'operator', teams = [], ...options }: OperatorOptions = {},
): Promise<Person> {
  const token = await server.token(role, { sub: name, name, ...options })
  const made = await known(server, token, 'operator')
  if (teams.length > 0) {
    await mutate(await admin(server), 'operatorUpdate', { operatorId: made.id, teamIds: teams })
  }
  return made
}

export async function supervisor(server: TestServer, name = 'sergey'): Promise<Person> {
  return await operator(server, name, { role: 'supervisor' })
}

export async function admin(server: TestServer, name = 'alla'): Promise<Person> {
  return await operator(server, name, { role: 'admin' })
}

/** A bot or a partner's system with these scopes, such as `tickets:read tickets:write`. */
export async function service(server: TestServer, scope = ''): Promise<Person> {
  return person(server, await server.token('service', { sub: `service ${scope}`, scope }), '')
}

async function known(server: TestServer, token: string, record: 'customer' | 'operator'): Promise<Person> {
  const { viewer } = await person(server, token, '').ask<{ viewer: Record<string, { id: string }> }>(
    `{ viewer { ${record} { id } } }`,
  )
  return person(server, token, viewer[record]?.id ?? '')
}

/** The public id of a team, made if there is none with this key. */
export async function team(server: TestServer, key: string): Promise<string> {
  const made = await mutate<{ team: { id: string } }>(
    await admin(server),
    'teamUpsert',
    { key, name: key },
    'team { id }',
  )
  return made.team.id
}

export interface Ticket {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly version: number
  readonly lastSeq: number
}
export const ticketFields = 'id number status version lastSeq'

/** The `input` of `ticketOpen`; the text alone is enough. */
export async function openTicket(
  by: Person,
  input: { text?: string; [field: string]: unknown } = {},
): Promise<Ticket> {
  const { ticket } = await done<{ ticket: Ticket }>(by, 'ticketOpen', { text: 'Где посылка?', ...input })
  return ticket
}

/** A ticket as somebody sees it now; null when they do not. */
export async function readTicket<Data = Ticket>(
  by: Person,
  id: string,
  fields = ticketFields,
): Promise<Data | null> {
  const { ticket } = await by.ask<{ ticket: Data | null }>(
    `query ($id: ID!) { ticket(id: $id) { ${fields} } }`,
    {
      id,
    },
  )
  return ticket
}

/** Calls a mutation that must not be refused; what it answers has the ticket when there is one. */
export async function done<Payload = { ticket: Ticket }>(
  by: Person,
  name: string,
  input: object,
  selection?: string,
): Promise<Payload> {
  const result = await mutate<Payload>(by, name, input, selection)
  if (result.__typename !== payloadOf(name).name) throw new Error(`${name}: ${JSON.stringify(result)}`)
  return result
}

/**
 * Calls a mutation and gives its result, of whatever member of the union. A payload has what `selection` asks for,
 * its ticket if left out; a Problem has all its own fields. Top-level errors are thrown as `Refused`.
 */
export async function mutate<Payload = Record<string, unknown>>(
  by: Person,
  name: string,
  input: object,
  selection?: string,
): Promise<Payload & { __typename: string }> {
  const operation = `mutation ($input: ${upperFirst(name)}Input!) { result: ${name}(input: $input) { ${selectResult(name, selection)} } }`
  const { result } = await by.ask<{ result: Payload & { __typename: string } }>(operation, { input })
  return result
}

/** The name of the result's type, or the code of the top-level error: how a call ended, in a word. */
export async function outcome(by: Person, name: string, input: object): Promise<string> {
  try {
    return (await mutate(by, name, input)).__typename
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** The types a mutation can answer with. */
export function resultsOf(name: string): readonly GraphQLObjectType[] {
  const result = schema.getType(`${upperFirst(name)}Result`)
  if (!isUnionType(result)) throw new Error(`there is no mutation ${name}`)
  return result.getTypes()
}

function payloadOf(name: string): GraphQLObjectType {
  const payload = resultsOf(name).find((type) => type.name === `${upperFirst(name)}Payload`)
  if (payload === undefined) throw new Error(`${name} has no payload`)
  return payload
}

function selectResult(name: string, selection?: string): string {
  const parts = resultsOf(name).map((type) => {
    if (type.getInterfaces().some((face) => face.name === 'Problem')) return selectProblem(type)
    const fields = selection ?? ('ticket' in type.getFields() ? `ticket { ${ticketFields} }` : '__typename')
    return `... on ${type.name} { ${fields} }`
  })
  return `__typename ${parts.join(' ')}`
}

/** All fields of a Problem; of objects the id, of money all. */
function selectProblem(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const named = schema.getType(String(field.type).replaceAll(/[[\]!]/g, ''))
    if (named?.name === 'Money') return `${field.name} { amount currencyCode }`
    const isObject = isObjectType(named) || named?.name === 'Node'
    return isObject ? `${field.name} { id }` : field.name
  })
  return `... on ${type.name} { ${fields.join(' ')} }`
}
