import type { TicketAction } from '../../src/domains/tickets/rules.ts'

/** A mutation, and what it needs beside `ticketId`. */
export type Call = readonly [mutation: string, input: (given: { intoTicketId: string }) => object]

/** The mutations that ask for each action. */
export const calls: { readonly [Action in TicketAction]: readonly Call[] } = {
  REPLY: [['messageSend', () => ({ text: 'Ответ' })]],
  CLAIM: [['ticketClaim', () => ({})]],
  ASSIGN: [['ticketAssign', () => ({ assigneeId: null })]],
  UPDATE: [
    ['ticketUpdate', () => ({ subject: 'Тема' })],
    ['noteAdd', () => ({ text: 'Заметка' })],
  ],
  LINK: [['ticketLink', () => ({ orderId: null })]],
  WAIT_CUSTOMER: [['ticketWait', () => ({ waitFor: 'CUSTOMER' })]],
  WAIT_THIRD_PARTY: [['ticketWait', () => ({ waitFor: 'THIRD_PARTY' })]],
  SNOOZE: [['ticketSnooze', () => ({ until: new Date(Date.now() + 86_400_000).toISOString() })]],
  RESOLVE: [['ticketResolve', () => ({ resolution: 'FIXED' })]],
  REOPEN: [['ticketReopen', () => ({})]],
  CLOSE: [['ticketClose', () => ({})]],
  MERGE: [['ticketMerge', ({ intoTicketId }) => ({ intoTicketId })]],
  SPAM: [['ticketMarkSpam', () => ({})]],
}
