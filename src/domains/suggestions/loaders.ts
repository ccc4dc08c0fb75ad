import { perContext } from '../../graphql/loader.ts'

/** For which suggestions the viewer has voted: one statement for any number. */
export const votes = perContext<string, boolean>(async ({ desk, viewer }, suggestionIds) => {
  if (viewer.kind !== 'customer') return suggestionIds.map(() => false)
  const rows = await desk.database.prisma.suggestionVote.findMany({
    where: { suggestionId: { in: [...suggestionIds] }, customerId: viewer.customerId },
    select: { suggestionId: true },
  })
  const voted = new Set(rows.map(({ suggestionId }) => suggestionId))
  return suggestionIds.map((id) => voted.has(id))
})
