import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { removeExport } from './remove-export.ts'
import { sweepTickets } from './retention.ts'
import { stepErasure } from './run-erasure.ts'
import { startExport } from './run-export.ts'

/** The timers of privacy. */
export function privacyTimers(desk: Desk) {
  return {
    'export.run': (tx: Tx, id: string) => startExport(tx, desk, id),
    'export.remove': (tx: Tx, id: string) => removeExport(tx, desk, id),
    'erasure.run': (tx: Tx, id: string) => stepErasure(tx, desk, id),
    'retention.sweep': (tx: Tx) => sweepTickets(tx, desk),
  }
}
