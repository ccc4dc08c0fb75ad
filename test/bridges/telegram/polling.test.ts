import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../../kit/postgres-process.ts'
import { service } from '../../kit/world.ts'
import { bridgeFolder, spawnBridge } from './bridge-process.ts'
import { editOf, messageOf, messagesOf, newPerson, openTelegram, type TelegramScene } from './scene.ts'

let scene: TelegramScene
beforeAll(async () => {
  scene = await openTelegram()
})
afterAll(async () => await scene.server.close())

const texts = async (person: number) => (await messagesOf(scene, person)).map(({ text }) => text)

test('without a public address updates are asked for: in order, nothing lost by a kill, nothing twice', async () => {
  const person = newPerson()
  const first = messageOf(person, { text: '1' }, 1)
  const held = scene.gate.hold('ChannelMessageReceive', 'answer')
  const bridge = await scene.start({ isPolling: true })
  scene.api.push(first, messageOf(person, { text: '2' }, 2), editOf(first, { text: '1!' }))
  await held
  // The server has it, Telegram does not know.
  await bridge.kill()
  expect(await texts(person)).toEqual(['1'])
  const next = await scene.start({ isPolling: true })
  await until(() => scene.api.waiting.length === 0)
  expect(await texts(person)).toEqual(['1!', '2'])
  expect(next.lines.filter(({ msg }) => msg === 'update accepted').map(({ isNew }) => isNew)).toEqual([
    false,
    true,
    true,
  ])
  expect(await next.stop()).toBe(0)
})

test('what the server cannot take now is kept with Telegram until it can', async () => {
  const person = newPerson()
  const bridge = await scene.start({ isPolling: true })
  scene.api.fault(
    'getUpdates',
    { code: 409, description: 'Conflict: terminated by other getUpdates request' },
    'page',
  )
  scene.gate.refuse('ChannelMessageReceive', 7)
  scene.api.push(messageOf(person, { text: 'Терпение' }))
  await until(() => scene.api.waiting.length === 0)
  expect(await texts(person)).toEqual(['Терпение'])
  expect(await bridge.stop()).toBe(0)
})

test.each([
  ['no token of the bot', { TELEGRAM_TOKEN: '' }, 2, /^TELEGRAM_TOKEN: /],
  [
    'a public address without a secret',
    { TELEGRAM_WEBHOOK_URL: 'https://a.example' },
    2,
    /^TELEGRAM_SECRET: is required/,
  ],
  [
    'a token that Telegram does not know',
    { TELEGRAM_TOKEN: '1:unknown' },
    1,
    /^TELEGRAM_TOKEN is refused by Telegram\.$/m,
  ],
])('%s ends the start with one line', async (_name, more, code, line) => {
  const child = spawnBridge({ ...scene.settings, folder: bridgeFolder(), isPolling: true, more })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [ended] = await new Promise<[number | null]>((resolve) =>
    child.on('close', (...end) => resolve([end[0]])),
  )
  expect([ended, said.trim().split('\n').length]).toEqual([code, 1])
  expect(said).toMatch(line)
})

test('a token of a service without the scope ends the start with one line', async () => {
  const { token } = await service(scene.server, 'channels:vk')
  const child = spawnBridge({ ...scene.settings, oporaToken: token ?? '', isPolling: true })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, said]).toEqual([
    1,
    'OPORA_TOKEN is refused: it must be of a service with channels:telegram.\n',
  ])
})
