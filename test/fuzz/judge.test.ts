import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { Chance } from './chance.ts'
import { closeCodeIn, frame } from './frames.ts'
import { fuzz } from './fuzz.ts'
import { hostileTexts } from './hostile.ts'
import { judge, judgeNode } from './judge.ts'
import { makeOperation } from './operations.ts'
import { Pool } from './pool.ts'

const good = { status: 200, text: '{"data":null}', ms: 3 }

describe('the judge of an answer', () => {
  it.each([
    ['a good one', good, []],
    [
      'a refusal',
      { ...good, status: 400, text: '{"errors":[{"extensions":{"code":"BAD_USER_INPUT"}}]}' },
      [],
    ],
    ['none', { ...good, status: 0, text: '' }, []],
    ['500', { ...good, status: 500 }, ['serverErrors']],
    ['503', { ...good, status: 503 }, ['serverErrors']],
    [
      'a mistake of ours in a good status',
      { ...good, text: '{"errors":[{"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}' },
      ['serverErrors'],
    ],
    ['a socket closed for a mistake', { ...good, closeCode: 4500 }, ['serverErrors']],
    ['a socket closed by a crash', { ...good, closeCode: 1011 }, ['serverErrors']],
    ['a socket closed for the client', { ...good, closeCode: 4400 }, []],
    ['a stack', { ...good, text: 'Error: x\n    at run (file.js:1:2)' }, ['leaks']],
    ['a stack in JSON', { ...good, text: '{"e":"x\\n    at run (file.js:1:2)"}' }, ['leaks']],
    ['a path', { ...good, text: `cannot read ${process.cwd()}/src/main.ts` }, ['leaks']],
    ['SQL', { ...good, text: 'select "id" from "tickets" where "id" = $1' }, ['leaks']],
    ['what PostgreSQL says', { ...good, text: 'invalid input syntax for type uuid: \\"x\\"' }, ['leaks']],
    ['what Prisma says', { ...good, text: 'Invalid `prisma.ticket.findMany()` invocation' }, ['leaks']],
    ['a late one', { ...good, ms: 5_001 }, ['slow']],
    ['all at once', { status: 500, text: 'SQLSTATE 22P02', ms: 6_000 }, ['serverErrors', 'leaks', 'slow']],
  ])('%s', (_what, reply, found) => {
    expect(judge(reply)).toEqual(found)
  })

  it('takes nothing that is sent for a leak', () => {
    for (const text of hostileTexts(7)) expect(judge({ ...good, text: JSON.stringify(text) })).toEqual([])
  })

  it.each([
    ['nothing', '', false, { unhandled: 0, crashes: 0, loggedErrors: 0 }],
    ['a line of an error', '{"level":50,"msg":"x"}\n', false, { unhandled: 0, crashes: 0, loggedErrors: 1 }],
    ['a warning', '{"level":40,"msg":"x"}\n', false, { unhandled: 0, crashes: 0, loggedErrors: 0 }],
    [
      'a rejection nobody heard',
      '{"level":50,"msg":"a promise failed unheard"}\n',
      false,
      { unhandled: 1, crashes: 0, loggedErrors: 0 },
    ],
    ['the end', '', true, { unhandled: 0, crashes: 1, loggedErrors: 0 }],
  ])('a node that says %s', (_what, said, hasCrashed, verdict) => {
    expect(judgeNode(said, hasCrashed)).toEqual(verdict)
  })

  it('reads a close code behind other frames', () => {
    const text = frame(Buffer.alloc(70_000), { isMasked: false })
    const close = frame(Buffer.from([0x11, 0x30]), { opcode: 8, isMasked: false })
    expect(closeCodeIn(Buffer.concat([Buffer.from('HTTP/1.1 101 x\r\n\r\n'), text, close]))).toBe(4400)
    expect(closeCodeIn(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))).toBeNull()
  })
})

const texts = hostileTexts(1)
const from = (seed: number) => ({ chance: new Chance(seed), pool: new Pool(), texts })

describe('the documents', () => {
  it('are what the schema allows, and the same for the same seed', () => {
    let valid = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const kind = (['query', 'mutation', 'subscription'] as const)[seed % 3] ?? 'query'
      const made = makeOperation(schema, kind, { ...from(seed), hostility: 0 })
      expect(makeOperation(schema, kind, { ...from(seed), hostility: 0 })).toEqual(made)
      try {
        if (validate(schema, parse(made.query)).length === 0) valid += 1
      } catch {
        // Half a surrogate pair as an id: the pool is empty here.
      }
    }
    expect(valid).toBeGreaterThan(55)
  })

  it('find what is planted: a status, a mistake, a leak', async () => {
    const small = buildSchema(
      'type Query { fine: Int mistake: Int leak: Int } type Mutation { crash: Int } type Subscription { x: Int }',
    )
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += String(chunk)
      })
      request.on('end', () => {
        const status = body.includes('crash') ? 500 : 200
        const code = body.includes('mistake') ? 'INTERNAL_SERVER_ERROR' : 'NONE'
        const leak = body.includes('leak') ? 'relation "tickets" does not exist' : ''
        response.writeHead(status).end(JSON.stringify({ code, leak }))
      })
    })
    onTestFinished(() => {
      server.close()
      server.closeAllConnections()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
    const score = { requests: 0, sockets: 0, answers: new Map<number, number>(), findings: [] }
    const target = { url, schema: small, tokens: [null], pool: new Pool() }
    const { findings } = await fuzz(target, { seed: 5, workers: 4 }, () => score.requests > 60, score)
    const found = (fault: string, what: string) =>
      findings.some((finding) => finding.fault === fault && finding.sent.includes(what))
    expect(found('serverErrors', 'crash')).toBe(true)
    expect(found('serverErrors', 'mistake')).toBe(true)
    expect(found('leaks', 'leak')).toBe(true)
    expect(findings.some(({ sent }) => !/crash|mistake|leak/.test(sent))).toBe(false)
  })
})
