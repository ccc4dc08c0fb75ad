import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { temporaryPostgres } from '../../src/core/postgres/temporary.ts'
import { projectPath } from '../../src/core/project-path.ts'
import { NodeProcess } from '../torture/node-process.ts'
import { type Finding, fuzz, type Score, type Target } from './fuzz.ts'
import { closeConnections } from './http-requests.ts'
import { faults, judgeNode } from './judge.ts'
import { type Options, readOptions } from './options.ts'
import { gatherPeople } from './people.ts'
import { Pool } from './pool.ts'

/**
 * `npm run fuzz`: a node of its own, with a database of its own, is asked documents that the schema allows and almost
 * allows, as everybody, with values that programs trip over, and told bytes that are no requests, over HTTP and
 * WebSocket. Progress goes to standard error; ends with 1 when anything came back that a client should never see.
 */

const tell = (line: string) => process.stderr.write(`${line}\n`)
const shownFindings = 12
const shownCharacters = 1_500

/** Nothing is refused for its cost alone: what stands behind the limits is to be met. */
const unlimited = Object.fromEntries(
  ['ANONYMOUS', 'GUEST', 'CUSTOMER', 'OPERATOR', 'SUPERVISOR', 'ADMIN', 'SERVICE'].map((who) => [
    `COST_LIMIT_${who}`,
    '0',
  ]),
)

async function main(options: Options): Promise<boolean> {
  tell(`starting PostgreSQL and a node (seed ${options.seed})`)
  const closers: (() => unknown)[] = []
  const remove = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  const stop = () => void remove().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    const postgres = await temporaryPostgres()
    closers.push(async () => await postgres.remove())
    const dataDir = mkdtempSync(join(tmpdir(), 'opora-fuzz-'))
    closers.push(() => rmSync(dataDir, { recursive: true }))
    const node = await startNode({ DATABASE_URL: postgres.url, DATA_DIR: dataDir })
    closers.push(async () => await node.stop(), closeConnections)
    return await run(node, dataDir, options)
  } finally {
    await remove()
  }
}

const startSeconds = 90

async function startNode(settings: Record<string, string>): Promise<NodeProcess> {
  const more = { DEMO: '1', LOG_LEVEL: 'error', STOP_SECONDS: '2', DRAIN_SECONDS: '0', ...unlimited }
  const node = await NodeProcess.make({ ...more, ...settings }, 'test/fuzz/node-program.ts')
  const deadline = performance.now() + startSeconds * 1_000
  await node.start(() => performance.now() > deadline)
  if (!node.isReady) throw new Error(`the node does not start:\n${node.said.join('')}`)
  return node
}

async function run(node: NodeProcess, dataDir: string, options: Options): Promise<boolean> {
  const url = `http://127.0.0.1:${node.port}/graphql`
  const pool = new Pool()
  const tokens = await gatherPeople(url, dataDir, pool)
  const schema = buildSchema(readFileSync(projectPath('schema', 'schema.graphql'), 'utf8'))
  const target: Target = { url, schema, tokens, pool }
  const score: Score = { requests: 0, sockets: 0, answers: new Map(), findings: [] }
  const end = performance.now() + options.seconds * 1_000
  const progress = setInterval(() => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1_000))
    tell(
      `${left} s left: ${score.requests} requests, ${score.sockets} sockets, ${score.findings.length} findings`,
    )
  }, 5_000)
  try {
    // A node that has died answers nothing more.
    await fuzz(target, options, () => performance.now() >= end || !node.isReady, score)
  } finally {
    clearInterval(progress)
  }
  return report(node, score, options)
}

function report(node: NodeProcess, score: Score, { seed, json }: Options): boolean {
  const said = node.said.join('')
  const counts = Object.fromEntries(
    faults.map((fault) => [fault, score.findings.filter((finding) => finding.fault === fault).length]),
  )
  const own = judgeNode(said, !node.isReady)
  for (const finding of distinct(score.findings).slice(0, shownFindings)) show(finding)
  if (Object.values(own).some((count) => count > 0)) tell(`the node said:\n${said.slice(-20_000)}`)
  const answers = [...score.answers].sort(([one], [other]) => one - other)
  tell(`answers by status or close code: ${answers.map(([code, count]) => `${code}: ${count}`).join(', ')}`)
  const { requests, sockets } = score
  const outcome = { requests, sockets, ...counts, ...own, seed }
  if (json) process.stdout.write(`${JSON.stringify(outcome)}\n`)
  else for (const [name, value] of Object.entries(outcome)) process.stdout.write(`${name}: ${value}\n`)
  return score.findings.length === 0 && Object.values(own).every((count) => count === 0)
}

/** One of each answer; a mistake is met many times. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ fault, reply }) => {
    const key = `${fault} ${reply.text.replaceAll(/[0-9a-f-]{36}/g, '').slice(0, 300)}`
    return !seen.has(key) && seen.add(key)
  })
}

function show({ fault, number, sent, reply }: Finding): void {
  const { status, closeCode, text, ms } = reply
  tell(
    `\n${fault} in case ${number}: status ${status}, close code ${closeCode ?? '-'}, after ${Math.round(ms)} ms`,
  )
  tell(`sent: ${sent.slice(0, shownCharacters)}\nanswer: ${text.slice(0, shownCharacters)}`)
}

try {
  const isRight = await main(readOptions(process.argv.slice(2)))
  process.exit(isRight ? 0 : 1)
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
}
