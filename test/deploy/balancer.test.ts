import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { twoNodes } from '../events/nodes.ts'
import { call, openStream, reserve, tokenHeader } from '../kit/event-stream.ts'
import { fixedPort } from '../kit/ports.ts'
import { until } from '../kit/postgres-process.ts'
import type { TestServer } from '../kit/server.ts'
import { followMessages } from '../kit/stream.ts'
import { buyer, openTicket } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { project } from './dockerfile.ts'

const hasBalancer = answersVersion()

function answersVersion(): boolean {
  try {
    execFileSync('haproxy', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** HAProxy as compose.yaml runs it, in front of two nodes. Answers a server whose streams go through it. */
async function balance(first: TestServer, second: TestServer): Promise<TestServer> {
  const port = await fixedPort()
  const nodeOf = ({ opora }: TestServer) => `127.0.0.1:${opora.server.port}`
  const child = spawn('haproxy', ['-db', '-f', join(project, '.config', 'haproxy.cfg')], {
    env: { PATH: process.env['PATH'], PORT: `${port}`, NODE_1: nodeOf(first), NODE_2: nodeOf(second) },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const url = `http://127.0.0.1:${port}/graphql`
  await until(async () => {
    const answer = await fetch(new URL('/readyz', url)).catch(() => null)
    return answer?.ok === true
  })
  return { ...first, url, wsUrl: url.replace('http', 'ws') }
}

it.skipIf(!hasBalancer)(
  'through the load balancer of compose.yaml streams live, and a deploy loses no request (skipped without haproxy)',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'opora-test-balancer-'))
    onTestFinished(async () => await rm(dataDir, { recursive: true }))
    // Both have the development issuer's key, as nodes with one volume do; the drain is longer than two checks.
    const { first, second } = await twoNodes({ DATA_DIR: dataDir, DRAIN_SECONDS: '3', STOP_SECONDS: '5' })
    const through = await balance(first, second)
    const [anna, boris, vera] = [
      await buyer(first, 'anna'),
      await buyer(first, 'boris'),
      await buyer(first, 'vera'),
    ]
    const { id } = await openTicket(anna)

    // Sockets go where there are fewest; both transports tell what is written on one node.
    const sockets = [1, 2, 3, 4].map(() => followMessages(through, anna, { ticketId: id, afterSeq: 0 }))
    const events = followMessages(through, anna, { ticketId: id, afterSeq: 0 }, { transport: 'SSE' })
    for (const stream of [...sockets, events]) expect(await stream.next()).toMatchObject({ seq: 1 })
    const counts = () => [first, second].map(({ opora }) => opora.server.socketCount())
    expect(counts()).toEqual([2, 2])
    await send(anna, id, 'Через оба')
    for (const stream of [...sockets, events]) expect(await stream.next()).toMatchObject({ seq: 2 })

    // One event stream for many operations: all its requests come to the node that has it.
    for (const person of [anna, boris, vera]) {
      const token = await reserve(through, person)
      const stream = await openStream(through, person, { token })
      const body = { query: '{ viewer { role } }', extensions: { operationId: 'a' } }
      const started = await call(through, 'POST', person, { headers: { [tokenHeader]: token }, body })
      expect(started.status).toBe(202)
      await stream.upTo('"CUSTOMER"')
      stream.leave()
    }

    const ask = async (headers: Record<string, string> = {}) =>
      await call(through, 'POST', anna, { headers, body: { query: '{ viewer { role } }' } })
    expect((await ask({ 'x-request-id': 'given-1' })).headers.get('x-request-id')).toBe('given-1')
    expect((await ask()).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)

    let isClosed = false
    const closing = first.close().finally(() => {
      isClosed = true
    })
    const statuses = new Set<number>()
    for (let after = 0; after < 20; after += isClosed ? 1 : 0) statuses.add((await ask()).status)
    await closing
    expect([...statuses]).toEqual([200])
    const again = followMessages(through, anna, { ticketId: id, afterSeq: 1 })
    expect(await again.next()).toMatchObject({ seq: 2 })
  },
)
