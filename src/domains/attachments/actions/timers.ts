import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { startRemoval, sweepAttachments } from './remove.ts'
import { startScan } from './scan.ts'

/** The timers of attachments. */
export function attachmentTimers(desk: Desk) {
  return {
    'attachment.scan': (tx: Tx, id: string) => startScan(tx, desk, id),
    'attachment.remove': (tx: Tx, id: string) => startRemoval(tx, desk, id),
    'attachment.sweep': (tx: Tx) => sweepAttachments(tx, desk),
  }
}
