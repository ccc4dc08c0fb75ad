import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { type Load, type LoadReport, serveTasks } from './load.ts'

/** Sends requests as fast as they are answered, in a process of its own, so that its time is not a contestant's. */
serveTasks(run)

async function run(load: Load): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const latencies: number[] = []
  const started = performance.now()
  const deadline = started + load.seconds * 1_000
  async function keepSending(connection: number): Promise<void> {
    for (let turn = connection; performance.now() < deadline; turn += load.connections) {
      const sent = performance.now()
      await send(agent, load, turn)
      latencies.push(performance.now() - sent)
    }
  }
  try {
    await Promise.all(Array.from({ length: load.connections }, (_, connection) => keepSending(connection)))
  } finally {
    agent.destroy()
  }
  const seconds = (performance.now() - started) / 1_000
  latencies.sort((one, other) => one - other)
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0
  return { requests: latencies.length, seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** Every answer is looked at: one that is refused or lacks what it must hold ends the measurement. */
function send(agent: Agent, load: Load, turn: number): Promise<void> {
  const next = load.requests[turn % load.requests.length]
  if (next === undefined) throw new Error('nothing to send')
  const body = load.hasKeys ? next.body.replaceAll('$UUID', randomUUID()) : next.body
  const headers = { ...next.headers, 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sending = request(load.url, { agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const answer = Buffer.concat(chunks)
        if (response.statusCode === 200 && answer.includes(load.expected)) resolve()
        else
          reject(new Error(`${load.url} answered ${response.statusCode}: ${answer.toString().slice(0, 300)}`))
      })
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
