import type { OperatorViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import { newId } from '../../../core/ids.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { nextStatus } from '../../tickets/rules.ts'
import { checkClientMessageId, digestBody } from '../rules.ts'
import { findWritten } from './retry.ts'
import type { Written } from './write.ts'
import { authorColumns } from './write.ts'

export interface NoteInput {
  readonly ticketId: string | null
  readonly text: string
  readonly clientMessageId: string | null
}

/**
 * Writes an internal note. It counts in `noteSeq` only: nothing that a buyer can read changes by it, not `seq`,
 * `lastSeq`, `version`, activity, nor any cursor.
 */
export async function addNote(desk: Desk, viewer: OperatorViewer, input: NoteInput): Promise<Written> {
  const text = checkText(input.text, ['text'], textLimits.message)
  const clientMessageId = checkClientMessageId(input.clientMessageId)
  const digest = Uint8Array.from(digestBody({ kind: 'NOTE', text, keepOpen: false }))
  return await transact(desk, async (tx) => {
    const ticket = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    const key = { requestedTicketId: ticket.id, clientMessageId, digest }
    const stored = await findWritten(tx, viewer, key, 'note.added')
    if (stored !== null) return stored
    nextStatus(ticket.status, 'UPDATE', 'OPERATOR')
    const noteSeq = ticket.lastNoteSeq + 1
    const messageId = newId()
    await tx.message.create({
      data: {
        id: messageId,
        ticketId: ticket.id,
        kind: 'NOTE',
        noteSeq,
        afterSeq: ticket.lastSeq,
        ...authorColumns(viewer),
        text,
        requestedTicketId: ticket.id,
        clientMessageId,
        bodyDigest: digest,
        createdAt: now(),
      },
    })
    await tx.ticket.update({ where: { id: ticket.id }, data: { lastNoteSeq: noteSeq }, select: { id: true } })
    const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
    const eventId = await append(tx, 'note.added', actorOf(viewer), subjects, { messageId, noteSeq })
    return { messageId, ticketId: ticket.id, eventId }
  })
}
