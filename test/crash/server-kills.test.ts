import { chmodSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MessageSentDocument, type OporaClient, TicketEventsDocument } from '../../src/client/index.ts'
import { ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { findPostmaster } from '../../src/core/postgres/postmaster.ts'
import { fixedPort } from '../kit/ports.ts'
import { postgresFolder, removePostgresFolder, until } from '../kit/postgres-process.ts'
import {
  type ChatMessage,
  collectEvents,
  collectMessages,
  openTicket,
  type Person,
  peopleOf,
  send,
  storedEvents,
  storedMessages,
} from './chat.ts'
import { endedEarly, type Program, startProgram } from './program.ts'

/** How many messages are acknowledged between two kills, so that each kill hits a server at work. */
const messagesPerLife = 60

let folder: string
beforeEach(() => {
  folder = postgresFolder()
})
afterEach(async () => {
  await removePostgresFolder(join(folder, 'postgres'))
  await rm(folder, { recursive: true })
})

interface User {
  readonly uid?: number
  readonly gid?: number
}

/** A server with its own PostgreSQL that is killed and started again at the same address. */
async function openMortalServer(user: User) {
  const options = { port: await fixedPort(), folder, env: { DATA_DIR: folder, DEMO: '0' }, ...user }
  const postmaster = () => findPostmaster(join(folder, 'postgres/data'))?.pid ?? 0
  let program: Program = await startProgram(options)
  const restartMs: number[] = []
  return {
    url: program.url,
    restartMs,
    postmaster,
    program: () => program,
    /** kill -9 in the middle of its work; then it is started again, over its PostgreSQL or over what that left. */
    async killAndRestart(whom: 'the server' | 'PostgreSQL too') {
      const before = postmaster()
      if (whom === 'PostgreSQL too') process.kill(before, 'SIGKILL')
      await program.kill()
      program = await startProgram(options)
      restartMs.push(program.startMs)
      const isAdopted = program.log().includes(`found PostgreSQL running (process ${before})`)
      expect(isAdopted).toBe(whom === 'the server')
      expect(postmaster() === before).toBe(whom === 'the server')
    },
  }
}

/** Says one message after the other, each until it is acknowledged, as long as it may. */
async function talk(
  by: OporaClient,
  name: string,
  ticketId: string,
  told: ChatMessage[],
  isOver: () => boolean,
) {
  for (let number = 1; !isOver(); number++) told.push(await send(by, ticketId, `${name} ${number}`))
}

async function surviveKills(killCount: number, user: User): Promise<void> {
  const server = await openMortalServer(user)
  const people = await peopleOf(folder)
  const clients: OporaClient[] = []
  const enter = async (person: Person) => {
    const client = await people.client(person, server.url)
    clients.push(client)
    return client
  }
  const buyer = await enter('anna')
  const { ticketId, cursor } = await openTicket(buyer, 'Где посылка?')
  let lastSeq = Number.POSITIVE_INFINITY
  const isLast = (seq: number) => seq === lastSeq
  const reader = (await enter('anna')).follow(MessageSentDocument, { ticketId, afterSeq: 0 })
  const watcher = (await enter('olga')).follow(TicketEventsDocument, { ticketId, after: cursor })
  const following = Promise.all([collectMessages(reader, isLast), collectEvents(watcher, isLast)])
  const told: ChatMessage[] = []
  let isOver = false
  const senders = (['anna', 'anna', 'olga', 'pavel', 'sergey'] as const).map(
    async (person, place) =>
      await talk(await enter(person), `${person} ${place}`, ticketId, told, () => isOver),
  )
  const talking = Promise.all(senders)
  const work = async () => {
    const enough = told.length + messagesPerLife
    let hasEnded = false
    const ended = server.program().ended.then((how) => {
      hasEnded = true
      throw endedEarly(how)
    })
    // Killed later, it ends too: then nobody waits for it here any more.
    ended.catch(() => {})
    await Promise.race([until(() => told.length >= enough || hasEnded), talking, ended])
  }
  for (let kill = 1; kill <= killCount; kill++) {
    await work()
    await server.killAndRestart(kill % 2 === 0 ? 'PostgreSQL too' : 'the server')
  }
  await work()
  isOver = true
  await talking
  lastSeq = told.length + 2
  told.push(await send(buyer, ticketId, 'Спасибо, всё пришло!'))
  const [messages, events] = await following
  const postgres = await ownPostgres({ dataDir: join(folder, 'postgres'), log: () => {} })
  const log = await storedMessages(postgres.url, ticketId)
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1))
  expect(told.toSorted((one, other) => one.seq - other.seq)).toEqual(log.slice(1))
  expect(messages).toEqual(log)
  const part = { afterOpening: ticketId, ticketId, withInternal: true }
  expect(events.map(({ id }) => id)).toEqual(await storedEvents(postgres.url, part))
  for (const client of clients) client.close()
  await postgres.stop()
  expect((await server.program().stop()).code).toBe(0)
  expect(server.postmaster()).toBe(0)
  console.info(`${killCount} kills, ${lastSeq} messages; ms until /healthz: ${server.restartMs.join(', ')}`)
}

test('killed five times at work: everything acknowledged is there once, and each restart succeeds', async () => {
  await surviveKills(5, {})
}, 300_000)

/** Only where that user can read this clone: not under a closed home folder. */
function nobodyHere(): Required<User> | undefined {
  if (process.geteuid?.() !== 0) return undefined
  const [, , uid, gid] = /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? []
  const above = (path: string): string[] =>
    dirname(path) === path ? [path] : [path, ...above(dirname(path))]
  const isOpen = above(fileURLToPath(new URL('../..', import.meta.url))).every(
    (path) => (statSync(path).mode & 0o5) === 0o5,
  )
  return isOpen && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
}

const nobody = nobodyHere()
describe.runIf(nobody !== undefined)('as an ordinary user, when the tests run as root', () => {
  test('the same', async () => {
    chmodSync(folder, 0o777)
    await surviveKills(2, nobody ?? {})
    expect(statSync(join(folder, 'postgres/data')).uid).toBe(nobody?.uid)
  }, 300_000)
})
