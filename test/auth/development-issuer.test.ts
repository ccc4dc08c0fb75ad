import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import { openIssuers } from '../../src/auth/tokens.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import { readEnv } from '../../src/env.ts'
import { secondsOf, secretKeeper, silent } from './test-issuer.ts'

const present = new Date('2030-05-01T12:00:00.400Z')
const now = () => present
let folder: string
let dataDir: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-dev-issuer-'))
  dataDir = join(folder, 'made', 'when-missing')
})
afterEach(async () => await rm(folder, { recursive: true }))

function open(settings: Record<string, string> = {}) {
  const env = readEnv({ DATA_DIR: dataDir, ...settings })
  return openIssuers({ env, secret: secretKeeper(), log: silent, now })
}

describe('the development issuer', () => {
  it('signs what its own server takes, for 7 days unless told', async () => {
    const { development, verify, mode } = await open({ AUTH_AUDIENCE: 'desk' })
    if (development === null) throw new Error('no development issuer')
    const token = await development.sign({
      sub: 'bot',
      role: 'service',
      scope: 'tickets:read',
      locale: 'en',
      name: 'Bot',
    })
    expect(mode).toBe('development')
    expect(await verify(token)).toStrictEqual({
      issuer: 'opora:dev',
      subject: 'bot',
      role: 'service',
      scopes: ['tickets:read'],
      locale: 'en',
      name: 'Bot',
      expiresAt: secondsOf(present) + 604_800,
    })
    const short = await development.sign({ sub: 'anna', role: 'operator', expiresInSeconds: 60 })
    expect((await verify(short)).expiresAt).toBe(secondsOf(present) + 60)
    const expired = await development.sign({ sub: 'anna', role: 'operator', expiresInSeconds: -60 })
    await expect(verify(expired)).rejects.toMatchObject({ fault: 'EXPIRED' })
  })

  it('makes no guests', async () => {
    const { development, verify } = await open()
    const token = await development?.sign({ sub: 'anna', role: 'guest' as 'customer' })
    await expect(verify(token ?? '')).rejects.toMatchObject({ fault: 'FORGED' })
  })

  it('of another folder is not taken', async () => {
    const stranger = await openDevelopmentIssuer(join(folder, 'other'), { now })
    const { verify } = await open()
    const token = await stranger.sign({ sub: 'anna', role: 'admin' })
    await expect(verify(token)).rejects.toMatchObject({ fault: 'FORGED' })
  })

  it('keeps its key in a file only its owner may read, and leaves nothing else behind', async () => {
    const first = await openDevelopmentIssuer(dataDir)
    const path = join(dataDir, 'dev-issuer.json')
    const text = await readFile(path, 'utf8')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const second = await openDevelopmentIssuer(dataDir)
    expect(await exportJWK(second.publicKey)).toStrictEqual(await exportJWK(first.publicKey))
    expect(await readFile(path, 'utf8')).toBe(text)
    expect(await readdir(dataDir)).toStrictEqual(['dev-issuer.json'])
  })

  it('opened 20 times at once has one key', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => openDevelopmentIssuer(dataDir)))
    const keys = await Promise.all(opened.map(async ({ publicKey }) => (await exportJWK(publicKey)).x))
    expect(new Set(keys).size).toBe(1)
    expect(await readdir(dataDir)).toStrictEqual(['dev-issuer.json'])
  })

  it('refuses the start when its file holds no key, and leaves the file alone', async () => {
    await openDevelopmentIssuer(dataDir)
    const path = join(dataDir, 'dev-issuer.json')
    await writeFile(path, '{"kty":"EC"')
    await expect(open()).rejects.toThrowError(
      new StartRefused(`${path} holds no usable key: delete it and a new one is made`),
    )
    expect(await readFile(path, 'utf8')).toBe('{"kty":"EC"')
  })
})
