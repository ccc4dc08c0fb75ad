import type { OutboundPartsFragment } from '../../client/index.ts'
import type { Bridge } from './bridge.ts'
import { failureOf, telegramPause } from './failures.ts'
import { cleanFiles, maxCaptionLength, maxTextLength, shorten, splitText } from './parts.ts'
import { lasting, pause, Stopped } from './retry.ts'
import { wordsIn } from './texts.ts'

const sendingPauseMs = 1_000

/**
 * Makes what was sent say what the message says now, or removes it. Every copy of the bridge does it for every change:
 * it reads again afterwards, so that of several at once the newest text stays.
 */
export async function applyChange(bridge: Bridge, messageId: string): Promise<void> {
  const { desk, stopping } = bridge
  for (;;) {
    if (stopping.aborted) throw new Stopped()
    const outbound = await desk.outbound(messageId)
    if (outbound === null) return
    if (outbound.delivery.status === 'SENDING') {
      await pause(sendingPauseMs, stopping)
      continue
    }
    // What is not sent yet goes out as it will be then; of what is unconfirmed nobody knows what to edit.
    if (outbound.externalIds.length === 0) return
    await (outbound.redactedAt === null ? edit(bridge, outbound) : remove(bridge, outbound))
    const now = await desk.outbound(messageId)
    if (now?.text === outbound.text && now.redactedAt === outbound.redactedAt) return
  }
}

interface Place {
  readonly chat: string
  readonly id: number
}

function placesOf({ externalIds }: OutboundPartsFragment): Place[] {
  return externalIds.flatMap((key) => {
    const cut = key.lastIndexOf(':')
    const id = Number(key.slice(cut + 1))
    return cut > 0 && Number.isSafeInteger(id) ? [{ chat: key.slice(0, cut), id }] : []
  })
}

async function edit(bridge: Bridge, outbound: OutboundPartsFragment): Promise<void> {
  const { telegram } = bridge
  const places = placesOf(outbound)
  const textPlaces = places.slice(0, Math.max(0, places.length - cleanFiles(outbound).length))
  const [captioned] = places
  if (textPlaces.length === 0) {
    if (captioned === undefined) return
    const caption = shorten(outbound.text, maxCaptionLength)
    await change(bridge, outbound, async () =>
      telegram.editMessageCaption(captioned.chat, captioned.id, { caption }),
    )
    return
  }
  const texts = splitText(outbound.text)
  // No more parts than were sent: another one would be a message of its own.
  const kept = texts.slice(0, textPlaces.length)
  const rest = texts.slice(textPlaces.length)
  const last = kept.length - 1
  if (rest.length > 0) kept[last] = shorten([kept[last], ...rest].join('\n'), maxTextLength)
  for (const [index, { chat, id }] of textPlaces.entries()) {
    const text = kept[index]
    if (text === undefined) await erase(bridge, outbound, { chat, id })
    else await change(bridge, outbound, async () => telegram.editMessageText(chat, id, text))
  }
}

async function remove(bridge: Bridge, outbound: OutboundPartsFragment): Promise<void> {
  for (const place of placesOf(outbound)) await erase(bridge, outbound, place)
}

/** Telegram deletes nothing that is older than two days: then the words at least are replaced. */
async function erase(bridge: Bridge, outbound: OutboundPartsFragment, { chat, id }: Place): Promise<void> {
  const { telegram } = bridge
  const isGone = await change(bridge, outbound, async () => telegram.deleteMessage(chat, id))
  if (isGone) return
  const mark = wordsIn(outbound.language).removed
  const isReplaced = await change(bridge, outbound, async () => telegram.editMessageText(chat, id, mark))
  if (!isReplaced)
    await change(bridge, outbound, async () => telegram.editMessageCaption(chat, id, { caption: mark }))
}

/** False when Telegram refuses it. */
async function change(
  { journal, stopping }: Bridge,
  { messageId }: OutboundPartsFragment,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await lasting(work, { signal: stopping, leastPauseMs: telegramPause })
    journal.outgoing('changed', messageId)
    return true
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'refused') throw error
    if (/not modified|message to delete not found/i.test(failure.description)) return true
    journal.outgoing('change refused', messageId, failure.code)
    return false
  }
}
