import type { CustomerViewer, OperatorViewer } from '../src/auth/viewer.ts'
import { addNote } from '../src/domains/messages/actions/note.ts'
import { openTicket } from '../src/domains/messages/actions/open.ts'
import { sendMessage } from '../src/domains/messages/actions/send.ts'
import { upsertTeam } from '../src/domains/operators/actions.ts'
import { claimTicket } from '../src/domains/tickets/actions/assignment.ts'
import { resolveTicket } from '../src/domains/tickets/actions/status.ts'
import type { Desk } from '../src/events/desk.ts'
import type { Viewers } from '../src/graphql/viewers.ts'
import type { Conversation } from './demo.ts'
import { buyers, conversations, operators, teams } from './demo.ts'

/** The issuer of the development tokens: the demo's people log in with those. */
const issuer = 'opora:dev'

/**
 * A small believable shop: teams, operators, buyers and their conversations, made by the same actions as real ones.
 * Does nothing when the database already has customers.
 */
export async function seedDemo(desk: Desk, viewers: Viewers): Promise<boolean> {
  const { prisma } = desk.database
  if ((await prisma.customer.count({ take: 1 })) > 0) return false
  for (const team of teams) await upsertTeam(desk, team)
  const people = new Map<string, OperatorViewer>()
  for (const { sub, name, role, team } of operators) {
    const viewer = (await viewers.of(claimsOf(sub, name, role))) as OperatorViewer
    if (team !== null) {
      const { id } = await prisma.team.findUniqueOrThrow({ where: { key: team } })
      await prisma.teamMember.create({ data: { teamId: id, operatorId: viewer.operatorId } })
      people.set(sub, { ...viewer, teamIds: [id] })
    } else people.set(sub, viewer)
  }
  for (const buyer of buyers) {
    const viewer = (await viewers.of(claimsOf(buyer.sub, buyer.name, 'customer'))) as CustomerViewer
    await prisma.customer.update({
      where: { id: viewer.customerId },
      data: { email: buyer.email, phone: buyer.phone, locale: buyer.locale },
    })
    for (const conversation of conversations.filter(({ by }) => by === buyer.sub)) {
      await play(desk, viewer, people, conversation)
    }
  }
  return true
}

function claimsOf(subject: string, name: string, role: 'customer' | 'operator' | 'supervisor' | 'admin') {
  return {
    issuer,
    subject,
    role,
    scopes: [],
    locale: 'ru' as const,
    name,
    expiresAt: Number.MAX_SAFE_INTEGER,
  }
}

async function play(
  desk: Desk,
  buyer: CustomerViewer,
  people: ReadonlyMap<string, OperatorViewer>,
  { subject, topic, channel, language, lines, resolution }: Conversation,
): Promise<void> {
  const [first, ...rest] = lines
  if (first === undefined) return
  const { ticketId } = await openTicket(desk, buyer, {
    customerId: undefined,
    subject,
    text: first.text,
    topic,
    channel,
    language,
    priority: null,
    clientMessageId: null,
    idempotencyKey: null,
  })
  const onTicket = { ticketId, expectedVersion: null }
  let helper: OperatorViewer | undefined
  for (const { by, text, isNote } of rest) {
    const operator = by === null ? undefined : people.get(by)
    if (operator !== undefined && helper === undefined) {
      await claimTicket(desk, operator, onTicket)
      helper = operator
    }
    const message = { ticketId, text, clientMessageId: null }
    if (operator !== undefined && isNote === true) await addNote(desk, operator, message)
    else
      await sendMessage(desk, operator ?? buyer, {
        ...message,
        lastSeenSeq: null,
        sentAt: null,
        keepOpen: false,
      })
  }
  if (resolution !== undefined && helper !== undefined)
    await resolveTicket(desk, helper, { ...onTicket, resolution })
}
