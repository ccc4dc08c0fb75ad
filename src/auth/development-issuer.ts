import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CryptoKey } from 'jose'
import { now as presentTime } from '../core/clock.ts'
import { StartRefused } from '../core/start-refused.ts'
import { makeSigningKey, readSigningKey, type SigningKey, signToken } from './signing-key.ts'
import { developmentIssuer } from './start-rules.ts'
import type { Role } from './viewer.ts'

const weekSeconds = 7 * 24 * 60 * 60

export interface DevelopmentClaims {
  sub: string
  /** Guests have an issuer of their own. */
  role: Exclude<Role, 'guest'>
  /** Separated by spaces. */
  scope?: string | undefined
  locale?: string | null | undefined
  name?: string | null | undefined
  /** Default: 7 days. Zero or less gives a token that has expired already. */
  expiresInSeconds?: number | undefined
}

/** Signs tokens for anybody who can read the data folder; on only where `chooseTokenSource` says so. */
export interface DevelopmentIssuer {
  readonly publicKey: CryptoKey
  readonly sign: (claims: DevelopmentClaims) => Promise<string>
}

/**
 * Opens the issuer whose key is `dev-issuer.json` in the data folder, and makes folder and key when missing.
 * Processes that do so at once get the same key.
 * @throws StartRefused when the file holds no usable key
 */
export async function openDevelopmentIssuer(
  dataDir: string,
  options: { audience?: string; now?: () => Date } = {},
): Promise<DevelopmentIssuer> {
  const { audience = 'opora', now = presentTime } = options
  const key = await openKey(dataDir)
  return {
    publicKey: key.publicKey,
    sign: async ({ sub, role, scope, locale, name, expiresInSeconds = weekSeconds }) => {
      const issuedAt = Math.floor(now().getTime() / 1000)
      const expiresAt = issuedAt + expiresInSeconds
      const content = { issuer: developmentIssuer, audience, subject: sub, role, scope, locale, name }
      return await signToken(key, { ...content, issuedAt, expiresAt })
    },
  }
}

async function openKey(dataDir: string): Promise<SigningKey> {
  const path = join(dataDir, 'dev-issuer.json')
  const text = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    await makeFile(dataDir, path)
    return await readFile(path, 'utf8')
  })
  const key = await readSigningKey(text)
  if (key === null) throw new StartRefused(`${path} holds no usable key: delete it and a new one is made`)
  return key
}

/** The file appears whole or not at all: `link` fails when another process was first, and then its key counts. */
async function makeFile(dataDir: string, path: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, await makeSigningKey(), { flag: 'wx', mode: 0o600, flush: true })
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}
