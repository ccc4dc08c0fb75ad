import { showSteps } from '../bulk/progress.ts'
import { runSteps } from '../bulk/steps.ts'
import { formatTallies, isClean } from '../bulk/tally.ts'
import type { Outcome, Task } from '../kinds.ts'
import { checkCounts } from './check.ts'
import { findOlist } from './folder.ts'
import { readShop } from './shop.ts'
import { olistSteps } from './steps.ts'

/**
 * Brings a whole shop in, as a partner would: products, customers, orders, payments, parcels, what their carriers told,
 * and the reviews. Idempotent: run again it changes nothing, and goes on where it was stopped.
 */
export async function importOlist({ paths, client, isCheck }: Task): Promise<Outcome> {
  const files = await findOlist(paths)
  const shop = await readShop(files)
  if (isCheck) return await checkCounts(client, files, shop)
  const tallies = await runSteps(olistSteps(client, files, shop), { progress: showSteps() })
  return { text: formatTallies(tallies), isGood: isClean(tallies) }
}
