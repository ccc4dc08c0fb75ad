import { isDeepStrictEqual } from 'node:util'
import type { Contestant, ContestantProgram } from '../contestant.ts'
import { newerNode } from '../foreign.ts'
import type { Outcome } from '../harness.ts'
import type { LoadRequest } from '../load.ts'
import type { Stage } from '../stage.ts'
import { requestsBy } from '../tokens.ts'
import { pageQuery, pageVariables, postgraphileQuery, postgraphileVariables } from './question.ts'

export const pagePrograms: readonly ContestantProgram[] = [
  { name: 'opora', program: 'test/bench/opora-program.ts' },
  { name: 'limit', program: 'test/bench/page/limit-program.ts' },
  { name: 'postgraphile', program: 'test/bench/contestants/postgraphile.mjs', node: newerNode },
  { name: 'mercurius', program: 'test/bench/contestants/mercurius-page.mjs' },
  { name: 'apollo', program: 'test/bench/contestants/apollo.mjs' },
  { name: 'plain', program: 'test/bench/page/plain-program.ts' },
]

const askerCount = 32
const connections = 16

/** The inbox page, for 32 operators of different teams. */
export async function benchPage(stage: Stage): Promise<Outcome[]> {
  const contestants = await stage.start(pagePrograms)
  const tokens = await stage.tokens(askerCount)
  const requests = (name: string) => pageRequests(name, tokens)
  await assertSameAnswers(contestants, requests)
  const outcome = await stage.compare({
    key: '',
    title: 'page',
    unit: 'page',
    units: 'pages',
    measure: 'throughput',
    goals: { limit: 0.5, postgraphile: 1.5, mercurius: 2, apollo: 2 },
    contestants: contestants.map(({ name, url, processId }) => ({
      name,
      processId,
      async run(seconds) {
        const load = { url, connections, seconds, requests: requests(name), expected: '"hasNextPage":' }
        const { requests: units, ...report } = await stage.load.run(load)
        return { units, ...report }
      },
    })),
  })
  await stage.clear()
  return [outcome]
}

/** The page as a contestant is asked for it, once for each token. */
export function pageRequests(name: string, tokens: readonly string[]): LoadRequest[] {
  const body =
    name === 'postgraphile'
      ? { query: postgraphileQuery, variables: postgraphileVariables }
      : { query: pageQuery, variables: pageVariables }
  return requestsBy(tokens, () => body)
}

/**
 * No contestant is faster by answering less: every asker gets the same page from each of them. That one of them says
 * what it cost as well is no difference.
 * @returns each asker's page
 * @throws naming the contestant that differs
 */
export async function assertSameAnswers(
  contestants: readonly Contestant[],
  requestsOf: (name: string) => readonly LoadRequest[],
): Promise<readonly unknown[]> {
  const pages = await Promise.all(contestants.map(({ name, url }) => answersOf(url, requestsOf(name))))
  for (const [index, answers] of pages.entries()) {
    for (const [asker, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, pages[0]?.[asker])) continue
      const said = JSON.stringify(answer).slice(0, 500)
      throw new Error(`${contestants[index]?.name} answers asker ${asker + 1} differently: ${said}`)
    }
  }
  return pages[0] ?? []
}

async function answersOf(url: string, requests: readonly LoadRequest[]): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const { headers, body } of requests) {
    const response = await fetch(url, { method: 'POST', headers, body })
    const { extensions: _cost, ...answer } = (await response.json()) as { extensions?: unknown }
    answers.push(answer)
  }
  return answers
}
