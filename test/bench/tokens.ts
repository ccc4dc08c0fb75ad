import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import type { LoadRequest } from './load.ts'

/** Tokens of generated operators, as every contestant with this data folder takes them: `operator-1` and on. */
export async function operatorTokens(dataDir: string, count: number): Promise<string[]> {
  const issuer = await openDevelopmentIssuer(dataDir)
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return await Promise.all(
    numbers.map(async (number) => await issuer.sign({ sub: `operator-${number}`, role: 'operator' })),
  )
}

/** A token of a partner's system. */
export async function serviceToken(dataDir: string, scope: string): Promise<string> {
  const issuer = await openDevelopmentIssuer(dataDir)
  return await issuer.sign({ sub: 'bench', role: 'service', scope })
}

/** One request for each token. */
export function requestsBy(tokens: readonly string[], bodyOf: (index: number) => unknown): LoadRequest[] {
  return tokens.map((token, index) => ({
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(bodyOf(index)),
  }))
}
