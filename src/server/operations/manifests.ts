import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectPath } from '../../core/project-path.ts'
import { StartRefused } from '../../core/start-refused.ts'

/** The id of a document: SHA-256 of its text, byte for byte, in lower-case hex. */
export function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Texts of documents by their ids. */
export type Registered = ReadonlyMap<string, string>

/** Of Apollo's tools for the web, iOS and Kotlin, and of `npm run generate`. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
})
/** Of Relay's compiler (`persistConfig`) and of GraphQL Code Generator (`persistedDocuments`). */
const flatManifest = z.record(z.string(), z.string())

/**
 * All operations that this server has known since its start: its own of `schema/operations`, and those of every `.json`
 * in the given folder.
 * @throws StartRefused when a manifest is none, or has an id that is not its document's
 */
export async function readManifests(folder: string | undefined): Promise<Registered> {
  const files = [projectPath('schema', 'operations', 'manifest.json'), ...(await manifestsIn(folder))]
  const texts = new Map<string, string>()
  for (const file of files) {
    for (const [id, text] of await readManifest(file)) texts.set(id, text)
  }
  return texts
}

async function manifestsIn(folder: string | undefined): Promise<string[]> {
  if (folder === undefined) return []
  const names = await readdir(folder).catch((error: unknown) => {
    throw new StartRefused(`OPERATIONS_DIR ${folder} cannot be read`, { cause: error })
  })
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name))
}

async function readManifest(file: string): Promise<[id: string, text: string][]> {
  let manifest: unknown
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new StartRefused(`${file} cannot be read as JSON`, { cause: error })
  }
  const entries = entriesOf(manifest)
  if (entries === null) {
    throw new StartRefused(`${file} is no manifest of Apollo's format, and no object of texts by id`)
  }
  return entries.map(([given, text]) => {
    const id = given.replace(/^sha256:/, '')
    if (idOf(text) === id) return [id, text]
    throw new StartRefused(`${file}: the id ${given} is not the SHA-256 of its document in hex`)
  })
}

function entriesOf(manifest: unknown): [id: string, text: string][] | null {
  const apollo = apolloManifest.safeParse(manifest)
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => [id, body])
  const flat = flatManifest.safeParse(manifest)
  return flat.success ? Object.entries(flat.data) : null
}
