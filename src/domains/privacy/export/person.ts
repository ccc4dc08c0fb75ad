import type { Section } from './section.ts'
import { idIn, pick, section } from './section.ts'

const uncounted = { isCounted: false }
const orderBy = { id: 'asc' } as const

/** Who the customer is, and by what the shop knows them. */
export const personSections: readonly Section[] = [
  section(
    'profiles',
    async ({ prisma, customerIds }, { after, take }) =>
      await prisma.customer.findMany({
        where: { AND: [{ id: { in: customerIds } }, after] },
        orderBy,
        take,
      }),
    (row) => ({
      id: idIn('Customer', row.id),
      joinedTo: idIn('Customer', row.mergedIntoId),
      ...pick(row, 'externalId', 'name', 'email', 'phone', 'locale', 'isGuest', 'createdAt'),
    }),
    uncounted,
  ),
  section(
    'identities',
    async ({ prisma, customerIds }, { after, take }) =>
      await prisma.customerIdentity.findMany({
        where: { AND: [{ customerId: { in: customerIds } }, after] },
        orderBy,
        take,
      }),
    ({ source, externalId, isVerified, createdAt }) => ({ source, externalId, isVerified, createdAt }),
    uncounted,
  ),
  section(
    'channels',
    async ({ prisma, customerIds }, { after, take }) =>
      await prisma.thread.findMany({
        where: { AND: [{ tickets: { some: { ticket: { customerId: { in: customerIds } } } } }, after] },
        orderBy,
        take,
      }),
    ({ channel, account, externalId, lastInboundAt, createdAt }) => ({
      channel,
      account,
      conversationId: externalId,
      lastInboundAt,
      createdAt,
    }),
    uncounted,
  ),
]
