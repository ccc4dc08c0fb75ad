import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { jsonOf } from '../../src/server/result-json.ts'

describe('a result as JSON', () => {
  it('is made once for all who share it', () => {
    let count = 0
    const toJSON = () => (count += 1)
    const result = { data: { text: 'Привет', counted: { toJSON } } }
    expect(jsonOf(result).toString()).toBe('{"data":{"text":"Привет","counted":1}}')
    expect(jsonOf(result)).toBe(jsonOf(result))
    expect(count).toBe(1)
    expect(jsonOf({ ...result }).toString()).toBe('{"data":{"text":"Привет","counted":2}}')
  })

  it('has its errors without what is for HTTP only', () => {
    const extensions = { code: 'NOT_VISIBLE', http: { status: 403 } }
    const result = { data: null, errors: [new GraphQLError('gone', { extensions })] }
    expect(JSON.parse(jsonOf(result).toString())).toEqual({
      data: null,
      errors: [{ message: 'gone', extensions: { code: 'NOT_VISIBLE' } }],
    })
  })
})
