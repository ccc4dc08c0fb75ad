import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A path in the project, for what is not code: the same from the sources and from what `tsc` made of them in `dist`. */
export function projectPath(...path: string[]): string {
  return join(projectFolder, ...path)
}

const projectFolder = findProject(dirname(fileURLToPath(import.meta.url)))

function findProject(folder: string): string {
  if (existsSync(join(folder, 'prisma', 'schema.prisma'))) return folder
  if (dirname(folder) === folder) throw new Error('prisma/schema.prisma is missing')
  return findProject(dirname(folder))
}
