import { admin, buyer } from '../kit/world.ts'
import { ask, exportIn } from '../privacy/archive.ts'
import { completed, erase } from '../privacy/erasing.ts'
import type { Scene } from '../returns/scene.ts'

/** The buyer's own copy of everything, and somebody who was erased. */
export async function copyAndErase({ server, cast: { ownBuyer } }: Scene) {
  const { id } = await exportIn(ownBuyer, (await ask(ownBuyer)).id, 'READY')
  const owner = await admin(server)
  const gone = await buyer(server, 'galina')
  const erasure = await erase(owner, gone.id)
  await completed(server, owner, erasure.id)
  return { CustomerExport: id, 'Customer (erased)': gone.id, CustomerErasure: erasure.id }
}
