import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, unchanged } from '../kit/cast.ts'
import { done, mutate, outcome, type Person, readTicket } from '../kit/world.ts'
import { answer, openScene, receive, type Scene, telegram } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const handed = 'status botHandOff { isMuted reason context }'

describe('a bot', () => {
  it('answers in the tickets of its channel, and in no other', async () => {
    const { ticket } = await receive(scene.bot, telegram())
    const { message } = await done<{ message: { seq: number; author: { kind: string } } }>(
      scene.bot,
      'messageSend',
      { ticketId: ticket.id, text: 'Здравствуйте!' },
      'message { seq author { kind } }',
    )
    expect(message).toEqual({ seq: 2, author: { kind: 'SERVICE' } })
    const input = { ticketId: ticket.id, text: 'Чужое' }
    const foreign = async () => await outcome(scene.vkBot, 'messageSend', input)
    expect(await unchanged(scene.server.desk, foreign)).toBe('NotFound')
  })

  it('hands a ticket over with what it knows, and is mute there until it gets it back', async () => {
    const input = telegram()
    const { ticket } = await receive(scene.bot, input)
    const ticketId = ticket.id
    await done(scene.cast.supervisor, 'messageSend', { ticketId, text: 'Что случилось?' })
    const context = { intent: 'refund', order: 'A-1' }
    const after = await done(scene.bot, 'botHandOff', { ticketId, reason: 'Просит человека', context })
    expect(after.ticket.status).toBe('OPEN')
    expect(await readTicket(scene.cast.operator, ticketId, handed)).toEqual({
      status: 'OPEN',
      botHandOff: { isMuted: true, reason: 'Просит человека', context },
    })
    const write = async () => await mutate(scene.bot, 'messageSend', { ticketId, text: 'Я ещё тут' })
    expect(await unchanged(scene.server.desk, write)).toMatchObject({
      __typename: 'BotMuted',
      code: 'BOT_MUTED',
    })
    // The conversation goes on through it.
    const next = await receive(scene.bot, { ...input, externalId: `${input.externalId}2` })
    expect(next).toMatchObject({ isBotMuted: true, ticket: { id: ticketId } })
    await answer(scene.cast.supervisor, ticketId, 'Человек здесь')
    await done(scene.cast.operator, 'botResume', { ticketId })
    expect(await outcome(scene.bot, 'messageSend', { ticketId, text: 'Снова я' })).toBe('MessageSendPayload')
    expect(await readTicket(scene.cast.operator, ticketId, handed)).toMatchObject({
      botHandOff: { isMuted: false },
    })
    const types = (await eventsOf(scene.server.desk, ticketId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'ticket.handedOff' || type === 'ticket.botResumed')).toEqual([
      'ticket.handedOff',
      'ticket.botResumed',
    ])
    const again = async () => await done(scene.cast.operator, 'botResume', { ticketId })
    await unchanged(scene.server.desk, again)
  })
})

describe('what the bot knows', () => {
  it('is the desk’s own', async () => {
    const { ticket } = await receive(scene.bot, telegram())
    await done(scene.bot, 'botHandOff', { ticketId: ticket.id, context: 'Тайное' })
    const seen = await readTicket(scene.cast.readingService, ticket.id, 'botHandOff { context }')
    expect(seen).toEqual({ botHandOff: null })
  })
})

describe('what is refused', () => {
  it.each([
    ['a long reason', { reason: 'ж'.repeat(501) }, 'tooLong', ['reason']],
    ['a large context', { context: { text: 'x'.repeat(10_000) } }, 'tooLong', ['context']],
    ['NUL in the context', { context: ['\0'] }, 'nul', ['context']],
  ])('%s', async (_name, input, rule, path) => {
    const { ticket } = await receive(scene.bot, telegram())
    const call = async () => await mutate(scene.bot, 'botHandOff', { ticketId: ticket.id, ...input })
    expect(await unchanged(scene.server.desk, call)).toMatchObject({ __typename: 'InvalidInput', rule, path })
  })

  it('a ticket that is over', async () => {
    const { ticket } = await receive(scene.bot, telegram())
    await done(scene.cast.supervisor, 'ticketMarkSpam', { ticketId: ticket.id })
    const call = async () => await mutate(scene.bot, 'botHandOff', { ticketId: ticket.id })
    expect(await unchanged(scene.server.desk, call)).toMatchObject({
      __typename: 'IllegalTransition',
      from: 'SPAM',
    })
  })

  it('those who are no bot of the channel; and giving back by who is not the desk', async () => {
    const { ticket } = await receive(scene.bot, telegram())
    const input = { ticketId: ticket.id }
    const { service, ...others } = scene.cast
    for (const [name, by] of Object.entries(others).filter(([, one]) => typeof one !== 'string') as [
      string,
      Person,
    ][]) {
      const call = async () => await outcome(by, 'botHandOff', input)
      const expected = name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect([name, await unchanged(scene.server.desk, call)]).toEqual([name, expected])
    }
    const foreign = async () => await outcome(scene.vkBot, 'botHandOff', input)
    expect(await unchanged(scene.server.desk, foreign)).toBe('NotFound')
    expect(await outcome(scene.cast.operator, 'botResume', input)).toBe('NotFound')
    expect(await outcome(service, 'botHandOff', input)).toBe('BotHandOffPayload')
    for (const by of [scene.bot, scene.cast.ownBuyer, service]) {
      const resume = async () => await outcome(by, 'botResume', input)
      expect(await unchanged(scene.server.desk, resume)).toBe('FORBIDDEN')
    }
  })
})
