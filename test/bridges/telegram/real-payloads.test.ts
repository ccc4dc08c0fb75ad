import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../src/bridges/telegram/updates.ts'
import type { BridgeProcess } from './bridge-process.ts'
import { openTelegram, post, type TelegramScene } from './scene.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/webhooks/telegram', import.meta.url))
const isMissing = !existsSync(folder)

/** Every payload as it stands, and as Telegram would send it: with its envelope, and names as the Bot API has them. */
function readPayloads(): { name: string; asItIs: unknown; asSent: unknown }[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  return names.toSorted().map((name, index) => {
    const asItIs = JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown
    return { name, asItIs, asSent: envelope(snakeCase(asItIs), name, 900_000 + index) }
  })
}

function snakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCase)
  if (typeof value !== 'object' || value === null) return value
  const rename = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename(key), snakeCase(inner)]))
}

function envelope(value: unknown, name: string, updateId: number): unknown {
  const given = value as Record<string, unknown>
  const kind = /message_reaction_count/.test(name)
    ? 'message_reaction_count'
    : /reaction_updated/.test(name)
      ? 'message_reaction'
      : 'message'
  if ('message_id' in given) return { update_id: updateId, [kind]: given }
  return 'update_id' in given || 'ok' in given || 'type' in given ? given : { update_id: updateId, ...given }
}

describe.skipIf(isMissing)('real payloads (skipped without shared/data beside the checkout)', () => {
  let scene: TelegramScene
  let bridge: BridgeProcess
  beforeAll(async () => {
    scene = await openTelegram()
    bridge = await scene.start()
  })
  afterAll(async () => await scene?.server.close())

  test('each is accepted, or refused with a reason; none is a crash', { timeout: 120_000 }, async () => {
    const payloads = readPayloads()
    expect(payloads.length).toBeGreaterThanOrEqual(100)
    const counts = new Map<string, number>()
    for (const { name, asItIs, asSent } of payloads) {
      for (const [form, payload] of [
        ['as it is', asItIs],
        ['as sent', asSent],
      ] as const) {
        const judged = judge(payload)
        const key = judged.isAccepted ? `accepted ${judged.incoming.kind}` : `refused: ${judged.reason}`
        counts.set(`${form}: ${key}`, (counts.get(`${form}: ${key}`) ?? 0) + 1)
        expect([name, form, await post(bridge, payload)]).toEqual([name, form, 200])
      }
    }
    console.log(Object.fromEntries([...counts].toSorted()))
    const told = bridge.lines.filter(({ msg }) => msg === 'update accepted' || msg === 'update refused')
    expect(told).toHaveLength(payloads.length * 2)
    expect(
      bridge.lines.filter(({ msg, reason }) => msg === 'update refused' && reason === undefined),
    ).toEqual([])
    // Malformed: answers of the Bot API, ids alone, and samples that leave out the kind of chat or a coordinate.
    expect(counts.get('as sent: refused: malformed')).toBe(8)
    expect(counts.get('as sent: accepted message')).toBe(27)
    expect([bridge.child.exitCode, bridge.said.err]).toEqual([null, ''])
  })
})
