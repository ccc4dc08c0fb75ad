import { basename } from 'node:path'
import { projectPath } from '../core/project-path.ts'
import { StartRefused } from '../core/start-refused.ts'
import { writeMigration } from '../core/write-migration.ts'

/** `npm run migration -- NAME`: writes the next migration, from those so far to the schema in `prisma/`. */
async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
    throw new StartRefused('npm run migration -- NAME: the name in small letters, digits and _')
  }
  const written = await writeMigration({ name, folder: projectPath('prisma', 'migrations'), now: new Date() })
  console.log(
    written === undefined ? 'nothing to do' : `prisma/migrations/${basename(written)}/migration.sql`,
  )
}

try {
  await main(process.argv[2])
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
