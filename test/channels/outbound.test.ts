import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '../kit/world.ts'
import { answered, openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const query = 'query ($id: ID!) { outbound(messageId: $id) { messageId text language externalIds } }'

test('a bot reads a message as it is now, of its own channels only', async () => {
  const { messageId } = await answered(scene, 'Уже в пути')
  const text = 'Завтра'
  const edit =
    'mutation ($id: ID!, $text: String!) { messageEdit(input: { messageId: $id, text: $text }) { __typename } }'
  await scene.cast.supervisor.ask(edit, { id: messageId, text })
  expect(await scene.bot.ask(query, { id: messageId })).toEqual({
    outbound: { messageId, text, language: 'RU', externalIds: [] },
  })
  expect(await scene.vkBot.ask(query, { id: messageId })).toEqual({ outbound: null })
  expect(await scene.bot.ask(query, { id: 'msg_no' })).toEqual({ outbound: null })
})

test('nobody else may ask', async () => {
  const { messageId } = await answered(scene)
  const { anonymous, ownBuyer, operator, supervisor, service, readingService } = scene.cast
  for (const person of [anonymous, ownBuyer, operator, supervisor, service, readingService]) {
    await expect(person.ask(query, { id: messageId })).rejects.toThrow(Refused)
  }
})
