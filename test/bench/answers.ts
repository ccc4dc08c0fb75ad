import { isDeepStrictEqual } from 'node:util'
import type { Contestant } from './contestant.ts'
import type { LoadRequest } from './load.ts'

/**
 * No contestant is faster by answering less: every request gets the same answer from each of them. That one of them says
 * what it cost as well is no difference.
 * @returns the answers
 * @throws naming the contestant that differs
 */
export async function assertSameAnswers(
  contestants: readonly Contestant[],
  requestsOf: (name: string) => readonly LoadRequest[],
): Promise<readonly unknown[]> {
  const all = await Promise.all(contestants.map(({ name, url }) => answersOf(url, requestsOf(name))))
  for (const [index, answers] of all.entries()) {
    for (const [place, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, all[0]?.[place])) continue
      const said = JSON.stringify(answer).slice(0, 500)
      throw new Error(`${contestants[index]?.name} answers request ${place + 1} differently: ${said}`)
    }
  }
  return all[0] ?? []
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
