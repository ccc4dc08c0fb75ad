import {
  buildSchema,
  execute,
  GraphQLError,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
  validate,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { IssuerUnavailable, TokenRefused } from '../../src/auth/tokens.ts'
import { topLevelError } from '../../src/graphql/errors.ts'
import { createErrorSeal } from '../../src/server/error-seal.ts'
import { collectLogs } from '../kit/logs.ts'

const requestId = '0190a5f0-0000-7000-8000-000000000000'

function open() {
  const { log, lines } = collectLogs()
  const seal = createErrorSeal(log)
  return { seal, lines, error: (error: unknown) => seal.error(error, requestId) }
}

const schema = buildSchema('type Query { double(of: Int!): Int! broken: Int! }')

function run(document: string, variableValues: Record<string, unknown> = {}, rootValue: object = {}) {
  return execute({ schema, document: parse(document), variableValues, rootValue })
}

describe('the error seal', () => {
  it('passes what was said on purpose, with its code and the request id', () => {
    const { error, lines } = open()
    const { message, extensions } = error(topLevelError('STREAM_LAGGED', 'Too slow.'))
    expect(message).toBe('Too slow.')
    expect(extensions).toMatchObject({ code: 'STREAM_LAGGED', requestId, retryable: true })
    expect(lines).toEqual([])
  })

  it('masks anything else and logs it once, with the id', async () => {
    const { seal, lines } = open()
    const cause = new Error('select secret from /etc/passwd')
    const result = await execute({
      schema,
      document: parse('{ a: broken b: broken }'),
      rootValue: {
        broken: () => {
          throw cause
        },
      },
    })
    const sealed = seal.result(result, requestId)
    expect(sealed.data).toBeNull()
    expect(sealed.errors?.map(({ message, extensions }) => ({ message, ...extensions }))).toEqual([
      {
        message: 'Something went wrong on our side.',
        code: 'INTERNAL_SERVER_ERROR',
        requestId,
        retryable: true,
        detail: 'На нашей стороне что-то пошло не так. Повторите, пожалуйста, позже.',
      },
    ])
    expect(JSON.stringify(sealed)).not.toContain('secret')
    expect(lines).toMatchObject([{ requestId, err: { message: cause.message } }])
  })

  it.each<[string, () => unknown]>([
    ['a plain error', () => new Error('x')],
    ['a GraphQLError without a code, thrown by a field', () => new GraphQLError('x', { path: ['a'] })],
    [
      'a code on something that is no GraphQLError',
      () => Object.assign(new Error('x'), { extensions: { code: 'FORBIDDEN' } }),
    ],
    [
      'a wrapped one',
      () =>
        new GraphQLError('x', {
          originalError: Object.assign(new Error('x'), { extensions: { code: 'FORBIDDEN' } }),
        }),
    ],
    ['no error at all', () => 'x'],
  ])('masks %s', (_name, make) => {
    const { error, lines } = open()
    expect(error(make())).toMatchObject({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    })
    expect(lines).toHaveLength(1)
  })

  it('masks a value of ours that cannot be serialised', async () => {
    const { seal, lines } = open()
    const result = seal.result(await run('{ broken }', {}, { broken: 'secret' }), requestId)
    expect(result.errors?.[0]?.message).toBe('Something went wrong on our side.')
    expect(lines).toHaveLength(1)
  })

  it.each<[string, () => unknown, string]>([
    [
      'a variable of a wrong type',
      () => run('query ($n: Int!) { double(of: $n) }', { n: 'x' }),
      'Variable "$n"',
    ],
    ['a missing variable', () => run('query ($n: Int!) { double(of: $n) }'), 'Variable "$n"'],
    [
      'an argument whose variable is missing',
      () => run('query ($n: Int) { double(of: $n) }'),
      'Argument "of"',
    ],
  ])('passes what graphql says of %s', async (_name, make, start) => {
    const { seal, lines } = open()
    const result = seal.result((await make()) as { errors: GraphQLError[] }, requestId)
    expect(result.errors[0]?.message).toContain(start)
    expect(result.errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      requestId,
      retryable: false,
    })
    expect(lines).toEqual([])
  })

  it('passes a scalar’s own complaint about a variable', async () => {
    const { seal } = open()
    const { DateTimeResolver } = await import('graphql-scalars')
    const dated = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { at: { type: GraphQLInt, args: { time: { type: DateTimeResolver } } } },
      }),
    })
    const document = parse('query ($t: DateTime) { at(time: $t) }')
    const result = await execute({ schema: dated, document, variableValues: { t: 'yesterday' } })
    expect(seal.result(result, requestId).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    const [invalid] = validate(dated, parse('{ at(time: "yesterday") }'))
    expect(seal.error(invalid, requestId).extensions['code']).toBe('BAD_USER_INPUT')
  })

  it.each<[unknown, string, boolean]>([
    [new TokenRefused('EXPIRED'), 'TOKEN_EXPIRED', true],
    [new TokenRefused('FORGED'), 'UNAUTHENTICATED', false],
    [new TokenRefused('MISSING'), 'UNAUTHENTICATED', false],
    [new IssuerUnavailable('down'), 'SERVICE_UNAVAILABLE', true],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'SERVICE_UNAVAILABLE', true],
    [Object.assign(new Error('terminating'), { code: '57P01' }), 'SERVICE_UNAVAILABLE', true],
    [Object.assign(new Error('pool'), { code: 'P2024' }), 'SERVICE_UNAVAILABLE', true],
    [new Error('outer', { cause: { kind: 'DatabaseNotReachable' } }), 'SERVICE_UNAVAILABLE', true],
    [new Error('timeout exceeded when trying to connect'), 'SERVICE_UNAVAILABLE', true],
  ])('%s becomes %s', (cause, code, retryable) => {
    const { error } = open()
    const located = new GraphQLError('x', { path: ['a'], originalError: cause as Error })
    expect(error(located).extensions).toMatchObject({ code, retryable, requestId })
    expect(error(cause).extensions).toMatchObject({ code, retryable, requestId })
  })

  it('leaves a sealed error as it is', () => {
    const { error, seal } = open()
    const sealed = error(new Error('x'))
    expect(seal.error(sealed, 'another')).toBe(sealed)
  })
})
