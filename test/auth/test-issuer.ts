import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CompactSign, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { createLogger } from '../../src/core/logger.ts'
import { type Env, readEnv } from '../../src/env.ts'

/** A token issuer of the tests' own: real keys, served as a key set over real HTTP. */

export const silent = createLogger({ LOG_LEVEL: 'silent' })
export const issuerName = 'https://login.shop.test/'

export interface TestKey {
  readonly keyId: string
  readonly algorithm: string
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

export async function makeKey(keyId: string, algorithm = 'ES256'): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
  return { keyId, algorithm, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid: keyId } }
}

/** A token with exactly these claims, also when no decent issuer would write them. */
export async function signClaims(key: TestKey, claims: Record<string, unknown>): Promise<string> {
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: key.algorithm, kid: key.keyId })
    .sign(key.privateKey)
}

export async function signText(key: TestKey, payload: string): Promise<string> {
  return await new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: key.algorithm, kid: key.keyId })
    .sign(key.privateKey)
}

export interface TestIssuer {
  readonly url: string
  readonly fetchCount: () => number
  publish(...keys: TestKey[]): void
  /** What is answered instead of the key set. */
  answer(status: number, body: string): void
  goDown(): Promise<void>
  comeBack(): Promise<void>
}

export async function openTestIssuer(...keys: TestKey[]): Promise<TestIssuer> {
  let status = 200
  let body = ''
  let fetches = 0
  const server = createServer((_request, response) => {
    fetches += 1
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' }).end(body)
  })
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  const issuer: TestIssuer = {
    url: `http://127.0.0.1:${port}/keys`,
    fetchCount: () => fetches,
    publish: (...published) =>
      issuer.answer(200, JSON.stringify({ keys: published.map((key) => key.publicJwk) })),
    answer: (newStatus, newBody) => {
      status = newStatus
      body = newBody
    },
    goDown: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
    comeBack: async () => await listen(server, port),
  }
  issuer.publish(...keys)
  return issuer
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

export function jwksEnv(issuer: TestIssuer, more: Record<string, string> = {}): Env {
  return readEnv({ AUTH_JWKS_URL: issuer.url, AUTH_ISSUER: issuerName, ...more })
}

/** Keeps secrets as the database does: the first one made stays. */
export function secretKeeper() {
  const kept = new Map<string, string>()
  return async (name: string, make: () => string | Promise<string>) => {
    const made = await make()
    const value = kept.get(name) ?? made
    kept.set(name, value)
    return value
  }
}

export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
