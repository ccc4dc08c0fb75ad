import type { Operator } from '../../core/prisma/client.ts'
import { perContext } from '../../graphql/loader.ts'
import type { ReturnWithFacts } from './reads.ts'
import { withFacts } from './reads.ts'

/** What the rules look at, per return that the viewer sees already: one read for any number. */
export const returnFacts = perContext<string, ReturnWithFacts>(async ({ desk }, ids) => {
  const rows = await desk.database.prisma.return.findMany({
    where: { id: { in: [...ids] } },
    include: withFacts,
  })
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? new Error('a return that was just read is gone'))
})

/** People of the desk by id. */
export const deskPeople = perContext<string, Operator>(async ({ desk }, ids) => {
  const rows = await desk.database.prisma.operator.findMany({ where: { id: { in: [...ids] } } })
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? new Error('an operator that granted a refund is gone'))
})
