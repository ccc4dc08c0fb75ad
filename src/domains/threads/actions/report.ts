import type { ServiceViewer } from '../../../auth/viewer.ts'
import { assertBulkSize, eachAlone } from '../../../core/bulk.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Outbound } from '../../../core/prisma/client.ts'
import type { Channel } from '../../../core/prisma/enums.ts'
import type { Problem } from '../../../core/problems.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkText } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue } from '../../../events/due.ts'
import { transact } from '../../../events/transact.ts'
import type { Report, ReportedColumns } from '../rules.ts'
import { afterReport, checkReport } from '../rules.ts'
import { appendDelivery, lockOutbound } from './outbound.ts'
import { keyLimits } from './receive.ts'

export interface ReportInput extends Omit<Report, 'at'> {
  /** Undefined: by the platform's key. Null: an id of wrong shape. */
  readonly messageId: string | null | undefined
  readonly externalId: string | null
  readonly occurredAt: Date | null
}

export interface Reported {
  readonly messageId: string
  readonly isChanged: boolean
  /** True when the text has changed since it was taken on: what was sent is out of date. */
  readonly isOutdated: boolean
}

export const maxReports = 100
const maxParts = 30

/** Records what became of messages, each report alone: receipts come late, twice and in any order. */
export async function reportDeliveries(
  desk: Desk,
  viewer: ServiceViewer,
  { channel, account, reports }: { channel: Channel; account: string; reports: readonly ReportInput[] },
): Promise<{ results: (Reported | Problem)[] }> {
  assertBulkSize(reports.length, 'reports', maxReports)
  const ours = { channel, account: checkText(account, ['account'], keyLimits.account) }
  const results = await eachAlone(
    reports,
    async (report, index) => await recordReport(desk, viewer, ours, report, ['reports', String(index)]),
  )
  return { results }
}

async function recordReport(
  desk: Desk,
  viewer: ServiceViewer,
  ours: { readonly channel: Channel; readonly account: string },
  input: ReportInput,
  path: readonly string[],
): Promise<Reported> {
  const report = checkReport(checkKeys(input, path), path)
  const { key, name } = keyOf(input, path)
  return await transact(desk, async (tx) => {
    const row = await lockOutbound(tx, viewer, key, { ...ours, path: [...path, name] })
    const columns = afterReport(row, report, now(), path)
    if (columns !== null) await store(tx, viewer, row, columns)
    const { messageId, claimedAt } = row
    const { editedAt } = await tx.message.findUniqueOrThrow({
      where: { id: messageId },
      select: { editedAt: true },
    })
    const isOutdated = editedAt !== null && claimedAt !== null && editedAt > claimedAt
    return { messageId, isChanged: columns !== null, isOutdated }
  })
}

async function store(tx: Tx, viewer: ServiceViewer, row: Outbound, columns: ReportedColumns): Promise<void> {
  const { messageId } = row
  await tx.outbound.update({ where: { messageId }, data: columns })
  await clearDue(tx, 'outbound.lease', messageId)
  const { status = row.status } = columns
  if (status !== row.status) await appendDelivery(tx, actorOf(viewer), row, status)
}

function checkKeys({ externalIds, occurredAt, ...report }: ReportInput, path: readonly string[]): Report {
  if (externalIds.length > maxParts) {
    throw new InvalidInput('tooMany', [...path, 'externalIds'], { max: maxParts })
  }
  return {
    ...report,
    externalIds: externalIds.map((id, index) =>
      checkText(id, [...path, 'externalIds', String(index)], keyLimits.key),
    ),
    at: occurredAt ?? now(),
  }
}

/** @throws InvalidInput unless exactly one of the two keys is given */
function keyOf({ messageId, externalId }: ReportInput, path: readonly string[]) {
  if ((messageId === undefined) === (externalId === null)) throw new InvalidInput('oneOf', path)
  if (externalId !== null) {
    return {
      key: { externalId: checkText(externalId, [...path, 'externalId'], keyLimits.key) },
      name: 'externalId',
    }
  }
  if (messageId == null) throw new NotFound(...path, 'messageId')
  return { key: { messageId }, name: 'messageId' }
}
