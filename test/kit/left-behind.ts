import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlace, removePlace } from '../../src/core/postgres/place.ts'
import { stopPostmaster } from '../../src/core/postgres/postmaster.ts'
import { isLiving } from '../../src/core/postgres/presence.ts'

/** Ends and removes what earlier runs of a program left when they were killed: their PostgreSQL may still run. */
export async function removeLeftBehind(prefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isLiving(name.slice(prefix.length))) continue
    const dataDir = join(tmpdir(), name)
    await stopPostmaster(openPlace(dataDir).data)
    removePlace(dataDir)
  }
}
