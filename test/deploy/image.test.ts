import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readEnv } from '../../src/env.ts'
import { project, readDockerfile } from './dockerfile.ts'

const instructions = readDockerfile(join(project, 'Dockerfile'))
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ value }) => value)
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'))

interface Service {
  readonly image: string
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: object
  readonly [name: string]: unknown
}
const compose = parse(readFileSync(join(project, 'compose.yaml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const nodes = ['node-1', 'node-2'].map((name) => compose.services[name] as Service)

/** What is said in the shell or in `.env`, with the defaults that stand in the file. */
function filledIn(value: string, said: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, more: string) => {
    const given = said[name]
    if (given !== undefined && given !== '') return given
    if (kind === '-') return more
    throw new Error(`${name} ${more}`)
  })
}
const settingsOf = ({ environment = {} }: Service, said: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filledIn(value, said)]))

/** Versions that are known: a tag with at least a number, and never what is newest today. */
const pinned = /^[a-z/]+:\d[\w.-]*$/

describe('the image', () => {
  it('is of instructions that there are, from versions that are known', () => {
    for (const { name, value } of instructions) {
      expect('FROM WORKDIR COPY RUN ENV VOLUME USER EXPOSE HEALTHCHECK CMD'.split(' ')).toContain(name)
      expect(value).not.toBe('')
    }
    for (const from of all('FROM')) expect(from.split(' ')[0]).toMatch(pinned)
  })

  it('runs as nobody special, by number, and is asked whether it lives', () => {
    expect(all('USER')).toEqual(['1000:1000'])
    const after = lastStage.slice(lastStage.findIndex(({ name }) => name === 'USER') + 1)
    expect(after.map(({ name }) => name)).toEqual(['EXPOSE', 'HEALTHCHECK', 'CMD'])
    expect(all('HEALTHCHECK')[0]).toContain('/healthz')
    expect(all('CMD')).toEqual(['["node", "--enable-source-maps", "dist/main.js"]'])
  })

  it('copies what there is, and nothing that is not let in', () => {
    const letIn = readFileSync(join(project, '.dockerignore'), 'utf8').split('\n')
    const sources = all('COPY')
      .filter((value) => !value.startsWith('--from='))
      .flatMap((value) => value.split(' ').slice(0, -1))
    expect(sources.length).toBeGreaterThan(5)
    for (const source of sources) {
      expect(existsSync(join(project, source)), source).toBe(true)
      expect(letIn).toContain(`!${source}`)
    }
    expect(letIn[0]).toBe('*')
  })

  it('sets only what a node reads, to values it takes', () => {
    const [settings = ''] = lastStage.filter(({ name }) => name === 'ENV').map(({ value }) => value)
    const given = Object.fromEntries(settings.split(' ').map((pair) => pair.split('=') as [string, string]))
    const { NODE_ENV, ...ours } = given
    expect(NODE_ENV).toBe('production')
    const env = readEnv(given)
    for (const name of Object.keys(ours)) expect(Object.keys(env)).toContain(name)
    expect(env).toMatchObject({ HOST: '0.0.0.0', PORT: 4000, DATA_DIR: '/data', DEMO: false })
    expect(all('VOLUME')).toEqual(['/data'])
  })
})

describe('the installation of compose.yaml', () => {
  const said = {
    POSTGRES_PASSWORD: 'secret',
    AUTH_JWKS_URL: 'https://id.test/keys',
    AUTH_ISSUER: 'https://id.test',
  }
  /** The names of all settings, those without a default too. */
  const known = [
    ...readFileSync(join(project, 'src', 'env.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm),
  ].map(([, name]) => name)

  it('gives each node only settings that there are, with values it takes', () => {
    for (const node of nodes) {
      const settings = settingsOf(node, said)
      for (const name of Object.keys(settings)) expect(known).toContain(name)
      expect(readEnv(settings)).toMatchObject({
        AUTH_ISSUER: 'https://id.test',
        AUTH_DEV: false,
        METRICS_PORT: 9464,
      })
    }
  })

  it('wants a password, and starts nothing without a source of tokens', () => {
    expect(() => settingsOf(nodes[0] as Service, {})).toThrow(
      'POSTGRES_PASSWORD is the password of the database',
    )
    const { AUTH_JWKS_URL, AUTH_DEV } = readEnv(
      settingsOf(nodes[0] as Service, { POSTGRES_PASSWORD: 'secret' }),
    )
    expect([AUTH_JWKS_URL, AUTH_DEV]).toEqual([undefined, false])
  })

  it('is of versions that are known, and publishes the load balancer only', () => {
    for (const [name, { image, ports, environment = {} }] of Object.entries(compose.services)) {
      expect(image).toMatch(pinned)
      expect(ports !== undefined, name).toBe(name === 'balancer')
      for (const [setting, value] of Object.entries(environment)) {
        if (/PASSWORD|KEY|SECRET|TOKEN/.test(setting)) expect(value).toMatch(/^\$\{/)
      }
    }
    expect(compose.services['balancer']?.ports).toEqual([expect.stringMatching(/^\$\{BIND:-127\.0\.0\.1\}:/)])
  })

  it('lets nodes write to their data only, and gives them the time to stop', () => {
    for (const node of nodes) {
      expect(node).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        volumes: ['files:/data'],
        tmpfs: ['/tmp'],
      })
      const { DRAIN_SECONDS, STOP_SECONDS } = readEnv(settingsOf(node, said))
      expect(Number.parseInt(String(node['stop_grace_period']), 10)).toBeGreaterThan(
        DRAIN_SECONDS + 2 * STOP_SECONDS,
      )
    }
  })

  it('starts each part when what it needs is healthy, and names nothing that is not there', () => {
    for (const { depends_on: needs = {}, volumes = [] } of Object.values(compose.services)) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(condition).toBe('service_healthy')
        const needed = compose.services[name]
        // Nodes have the check of their image.
        expect(needed?.healthcheck !== undefined || nodes.includes(needed as Service)).toBe(true)
      }
      for (const volume of volumes) {
        const [source = ''] = volume.split(':')
        if (source.startsWith('.')) expect(existsSync(join(project, source))).toBe(true)
        else expect(Object.keys(compose.volumes)).toContain(source)
      }
    }
  })

  it('is one that Compose itself understands', ({ skip }) => {
    try {
      execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' })
    } catch {
      skip('there is no docker compose here')
    }
    execFileSync('docker', ['compose', '--file', join(project, 'compose.yaml'), 'config', '--quiet'], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...said },
    })
  })
})
