import { fire } from '../kit/due.ts'
import { until } from '../kit/postgres-process.ts'
import type { TestServer } from '../kit/server.ts'
import { done, type Person } from '../kit/world.ts'

export interface Erasure {
  readonly id: string
  readonly status: string
  readonly completedAt: string | null
}
const fields = 'id status completedAt'

/** Erases somebody; it must not be refused. */
export async function erase(by: Person, customerId: string): Promise<Erasure> {
  const input = { customerId, confirmation: customerId }
  return (await done<{ erasure: Erasure }>(by, 'customerErase', input, `erasure { ${fields} }`)).erasure
}

/** An erasure as somebody sees it now; null when they do not. */
export async function readErasure(by: Person, id: string): Promise<Erasure | null> {
  const { node } = await by.ask<{ node: Erasure | null }>(
    `query ($id: ID!) { node(id: $id) { ... on CustomerErasure { ${fields} } } }`,
    { id },
  )
  return node
}

export async function completed(server: TestServer, by: Person, id: string): Promise<void> {
  await until(async () => {
    await hurry(server)
    return (await readErasure(by, id))?.status === 'COMPLETED'
  })
}

/** A loaded machine may fail a step, which then waits for its next try: no test waits for so long. */
export async function hurry({ desk }: TestServer): Promise<void> {
  await fire(
    desk.database.pool,
    `due_at > now() + interval '5 seconds' and due_at < now() + interval '5 minutes'
       and kind in ('erasure.run', 'attachment.remove', 'export.remove')`,
  )
}
