import type { TestServer } from '../kit/server.ts'
import { buyer, mutate, type Person } from '../kit/world.ts'

let buyerCount = 0
/** Somebody who has just logged in for the first time. */
export async function newBuyer(server: TestServer): Promise<Person> {
  buyerCount += 1
  return await buyer(server, `buyer-${buyerCount}`)
}

/** The buyer shows the guest's token. */
export async function link(by: Person, { token }: Person) {
  const selection = 'cursor customer { id isGuest }'
  return await mutate<{ cursor: string; customer: object }>(by, 'guestLink', { guestToken: token }, selection)
}

/** How many tickets are a customer's. */
export async function ticketCount({ desk }: TestServer, customer: Person): Promise<number> {
  return await desk.database.prisma.ticket.count({ where: { customerId: customer.id.slice('cus_'.length) } })
}
