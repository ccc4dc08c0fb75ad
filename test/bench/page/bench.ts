import { assertSameAnswers } from '../answers.ts'
import { asked } from '../asked.ts'
import { askerConnections, askerCount, deskGoals, deskPrograms } from '../desk-programs.ts'
import type { Outcome } from '../harness.ts'
import type { LoadRequest } from '../load.ts'
import type { Stage } from '../stage.ts'
import { requestsBy } from '../tokens.ts'
import { pageQuery, pageVariables, postgraphilePageQuery, postgraphilePageVariables } from './question.ts'

export const pagePrograms = deskPrograms('test/bench/page/limit-program.ts')

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
    goals: deskGoals,
    contestants: contestants.map((contestant) =>
      asked(stage, contestant, {
        connections: askerConnections,
        requests: requests(contestant.name),
        expected: pageExpected,
      }),
    ),
  })
  await stage.clear()
  return [outcome]
}

export const pageExpected = '"hasNextPage":'

/** The page as a contestant is asked for it, once for each token. */
export function pageRequests(name: string, tokens: readonly string[]): LoadRequest[] {
  const body =
    name === 'postgraphile'
      ? { query: postgraphilePageQuery, variables: postgraphilePageVariables }
      : { query: pageQuery, variables: pageVariables }
  return requestsBy(tokens, () => body)
}
