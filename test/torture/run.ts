import { setTimeout as pause } from 'node:timers/promises'
import { randomNumbers } from '../crash/random.ts'
import { endLeftovers } from '../kit/leftovers.ts'
import { type Damage, wreak } from './chaos.ts'
import { type Company, gather } from './company.ts'
import { type Installation, openInstallation } from './installation.ts'
import { judge, sum, type Verdict } from './judge.ts'
import { type Options, readOptions } from './options.ts'
import { readTruth, type Truth } from './truth.ts'
import { type Acknowledged, write } from './writers.ts'

/**
 * `npm run torture`: people write and follow while sockets are cut and nodes, PostgreSQL and Redis are killed at random;
 * then every follower's history is held against the log. Progress goes to standard error; ends with 1 when anything was
 * lost, doubled or out of order.
 */

const tell = (line: string) => process.stderr.write(`${line}\n`)
/** How long followers may take to get what is left once all is well again. */
const settleSeconds = 60

async function main(options: Options): Promise<boolean> {
  tell(`starting PostgreSQL, Redis and ${options.nodes} nodes (seed ${options.seed})`)
  const installation = await openInstallation(options.nodes)
  if (installation.redis === null)
    tell('NO REDIS on this machine: that part is SKIPPED, the bell is PostgreSQL')
  const stop = () => void installation.remove().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  process.once('exit', endLeftovers)
  try {
    return await torture(installation, options)
  } finally {
    await installation.remove()
  }
}

async function torture(installation: Installation, options: Options): Promise<boolean> {
  const company = await gather(installation, options)
  const random = randomNumbers(options.seed)
  const acknowledged: Acknowledged = new Set()
  const end = performance.now() + options.seconds * 1_000
  const isOver = () => performance.now() >= end
  const progress = setInterval(() => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1_000))
    tell(`${left} s left: ${acknowledged.size} messages, ${installation.balancer.lineCount} connections`)
  }, 5_000)
  const writing = company.writers.map(async (writer) => await write(writer, acknowledged, random, isOver))
  try {
    const damage = await wreak(installation, random, isOver)
    await installation.heal()
    // The last message of each is acknowledged once all is well again.
    await Promise.all(writing)
    const truth = await readTruth(installation.cluster.url, company.lastTicketId)
    await settle(company, truth)
    const isRight = report(company, truth, acknowledged, damage, options)
    await Promise.all(company.followers.map(async (follower) => await follower.stop()))
    return isRight
  } finally {
    clearInterval(progress)
  }
}

async function settle({ followers, writers }: Company, truth: Truth): Promise<void> {
  for (const { client } of writers) client.close()
  const deadline = performance.now() + settleSeconds * 1_000
  for (const { told, topic, surprises } of followers) {
    const { length } = truth.expected(topic)
    while (told.length < length && surprises.length === 0 && performance.now() < deadline) await pause(50)
  }
  // Whoever is told something twice, or too much, is told so in this time.
  await pause(1_000)
}

function report(
  { followers }: Company,
  truth: Truth,
  acknowledged: Acknowledged,
  damage: Damage,
  { json, seed }: Options,
): boolean {
  const verdicts = followers.map(({ name, told, topic, surprises, state }): Verdict => {
    const verdict = judge(told, truth.expected(topic))
    const isRight = Object.values(verdict).every((count) => count === 0) && surprises.length === 0
    if (!isRight)
      tell(`${name}: ${JSON.stringify({ ...verdict, state: state(), surprises: surprises.slice(0, 3) })}`)
    return { ...verdict, foreign: verdict.foreign + surprises.length }
  })
  const stored = new Set(truth.messageIds)
  const missing = [...acknowledged].filter((key) => !stored.has(key)).length
  const followed = sum(verdicts)
  const outcome = {
    messages: acknowledged.size,
    followers: followers.length,
    ...damage,
    lost: followed.lost + missing,
    duplicated: followed.duplicated + truth.messageIds.length - stored.size,
    outOfOrder: followed.outOfOrder,
    unexpected: followed.foreign,
    deliveries: followers.reduce((count, { told }) => count + told.length, 0),
    seed,
  }
  const isRight = outcome.lost + outcome.duplicated + outcome.outOfOrder + outcome.unexpected === 0
  tell(isRight ? 'every follower has exactly the log' : 'HISTORIES DIFFER FROM THE LOG')
  if (json) process.stdout.write(`${JSON.stringify(outcome)}\n`)
  else for (const [name, value] of Object.entries(outcome)) process.stdout.write(`${name}: ${value}\n`)
  return isRight
}

try {
  const isRight = await main(readOptions(process.argv.slice(2)))
  process.exit(isRight ? 0 : 1)
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
}
