import { until } from '../kit/postgres-process.ts'
import { admin, done } from '../kit/world.ts'
import type { Scene } from '../returns/scene.ts'
import { bearer, create, letIn, readToken, revoke, rotate } from '../service-tokens/scene.ts'

/** An admin gives out service tokens, one of which is used, and changes somebody's rights: all of it is in the audit. */
export async function administerEverything({ server, cast }: Scene, ticketId: string) {
  const owner = await admin(server)
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  const used = await create(owner, { expiresAt })
  const warehouse = bearer(server, used.secret)
  await letIn(warehouse)
  await until(async () => (await readToken(owner, used.serviceToken))?.lastUsedAt !== null)
  await done(warehouse, 'ticketUpdate', { ticketId, priority: 'HIGH' })
  await rotate(owner, used.serviceToken)
  const ended = await create(owner)
  await revoke(owner, ended.serviceToken)
  await done(owner, 'operatorUpdate', { operatorId: cast.operator.id, name: 'olga' }, '__typename')
  return { ServiceToken: used.serviceToken.id, 'ServiceToken (revoked)': ended.serviceToken.id }
}
