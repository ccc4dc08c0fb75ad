import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import { createClient, type OporaClient } from '../../src/client/index.ts'

/** Comes back at once and never gives up: how long a client waits is not what is asked here. */
export const retry = { attempts: Number.POSITIVE_INFINITY, firstPauseMs: 20, longestPauseMs: 250 }

export interface People {
  buyer(index: number): Promise<string>
  operator(index: number): Promise<string>
  supervisor(): Promise<string>
}

/** The tokens of those who take part; the nodes share the folder and so the issuer. */
export async function peopleOf(dataDir: string): Promise<People> {
  const issuer = await openDevelopmentIssuer(dataDir)
  return {
    buyer: async (index) =>
      await issuer.sign({ sub: `buyer-${index}`, role: 'customer', name: `Покупатель ${index}` }),
    operator: async (index) =>
      await issuer.sign({ sub: `operator-${index}`, role: 'operator', name: `Оператор ${index}` }),
    supervisor: async () => await issuer.sign({ sub: 'sergey', role: 'supervisor', name: 'Сергей' }),
  }
}

export function clientOf(url: string, token: string): OporaClient {
  return createClient({ url, token, retry, timeoutSeconds: 10 })
}
