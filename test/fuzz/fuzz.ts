import type { GraphQLSchema } from 'graphql'
import { Chance } from './chance.ts'
import { closeCodeIn } from './frames.ts'
import { hostileTexts, strangers } from './hostile.ts'
import { spoiltRequest } from './http-bytes.ts'
import { type Asked, ask, asRequest } from './http-requests.ts'
import { type Fault, judge, type Reply } from './judge.ts'
import { speak, statusesOf } from './lines.ts'
import { type Kind, makeOperation, misspell, type Operation } from './operations.ts'
import type { Tokens } from './people.ts'
import type { Pool } from './pool.ts'
import { spoiltConversation } from './socket-bytes.ts'

export interface Target {
  readonly url: string
  readonly schema: GraphQLSchema
  readonly tokens: Tokens
  readonly pool: Pool
}

export interface Finding {
  readonly fault: Fault
  /** Of the case; the seed and this number make it again. */
  readonly number: number
  readonly sent: string
  readonly reply: Reply
}

export interface Score {
  requests: number
  sockets: number
  /** Answers by HTTP status, or by close code; `0` for none. */
  readonly answers: Map<number, number>
  readonly findings: Finding[]
}

/** Tries cases, some at a time, until it is over. */
export async function fuzz(
  target: Target,
  { seed, workers }: { seed: number; workers: number },
  isOver: () => boolean,
  score: Score = { requests: 0, sockets: 0, answers: new Map(), findings: [] },
): Promise<Score> {
  const texts = hostileTexts(seed)
  let number = 0
  const work = async () => {
    while (!isOver()) {
      number += 1
      await tryCase(target, { number, texts, chance: new Chance(seed + number * 7_919) }, score)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return score
}

interface Case {
  readonly number: number
  readonly texts: readonly string[]
  readonly chance: Chance
}

async function tryCase(target: Target, one: Case, score: Score): Promise<void> {
  const { chance } = one
  const way = chance.below(100)
  if (way < 15) return await trySocket(target, one, score)
  const asked = makeRequest(target, one)
  if (way < 30) return await tryBytes(asked, one, score)
  const reply = await ask(asked)
  score.requests += 1
  target.pool.take(reply.text)
  record(score, one, `${asked.headers['authorization'] ?? 'nobody'}\n${String(asked.body)}`, reply)
}

function makeOne({ schema, pool }: Target, { chance, texts }: Case): Operation {
  const kind: Kind = chance.pick([
    'query',
    'query',
    'query',
    'mutation',
    'mutation',
    'mutation',
    'subscription',
  ])
  return makeOperation(schema, kind, { chance, pool, texts, hostility: chance.pick([0, 5, 15, 50]) })
}

function makeRequest(target: Target, one: Case): Asked {
  const { chance, texts } = one
  const token = chance.pick(target.tokens)
  const { query, variables } = makeOne(target, one)
  const headers = { 'accept-language': chance.pick(['ru', 'en', 'de', '*;q=x']) }
  const body = { query: chance.is(12) ? misspell(query, chance) : query, variables }
  if (chance.is(8)) {
    const name = chance.pick([
      'query',
      'variables',
      'operationName',
      'extensions',
      'documentId',
      'id',
      '__proto__',
    ])
    const value = chance.is(50) ? chance.pick(texts) : chance.pick(strangers)
    return asRequest(target.url, token, Object.fromEntries([...Object.entries(body), [name, value]]), headers)
  }
  const asked = asRequest(target.url, token, body, headers)
  if (!chance.is(8)) return asked
  const search = new URLSearchParams({
    query: body.query.slice(0, 4_000),
    variables: JSON.stringify(variables).slice(0, 4_000),
  })
  return {
    ...asked,
    method: 'GET',
    url: `${target.url}?${search}`,
    headers: { ...asked.headers, 'x-opora-csrf': '1' },
    body: null,
  }
}

async function tryBytes(asked: Asked, one: Case, score: Score): Promise<void> {
  const pieces = spoiltRequest(asked, one.chance, one.texts)
  const { text, ms } = await speak(Number(new URL(asked.url).port), pieces)
  score.requests += 1
  const statuses = statusesOf(text)
  record(score, one, Buffer.concat(pieces).toString(), { status: Math.max(0, ...statuses), text, ms })
}

async function trySocket(target: Target, one: Case, score: Score): Promise<void> {
  const { chance, texts } = one
  const port = Number(new URL(target.url).port)
  const operations = Array.from({ length: chance.between(0, 3) }, () => makeOne(target, one))
  const pieces = spoiltConversation({ port, token: chance.pick(target.tokens), operations, texts }, chance)
  const { bytes, text, ms } = await speak(port, pieces)
  score.sockets += 1
  target.pool.take(text)
  const [status = 0] = statusesOf(text)
  // What is shown of a finding is what was to be said: frames are masked.
  const sent = operations.map(({ query, variables }) => `${query}\n${JSON.stringify(variables)}`).join('\n')
  record(score, one, sent, { status, closeCode: closeCodeIn(bytes), text, ms })
}

function record(score: Score, { number }: Case, sent: string, reply: Reply): void {
  const answer = reply.closeCode ?? reply.status ?? 0
  score.answers.set(answer, (score.answers.get(answer) ?? 0) + 1)
  for (const fault of judge(reply)) score.findings.push({ fault, number, sent, reply })
}
