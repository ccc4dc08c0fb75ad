import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestServer } from '../kit/server.ts'

/**
 * Strings that stand nowhere else, planted wherever a person may leave one, and the search for them over everything
 * that is kept: each row of each table as text, and each file of the storage.
 */
export class Seeds {
  readonly #planted: string[] = []

  /** A string of its own, that says where it was planted. */
  plant(where: string): string {
    const seed = `зерно${this.#planted.length}z${where}`
    this.#planted.push(seed)
    return seed
  }

  /** One that has to have a form of its own: a phone number, a key. */
  plantAs(seed: string): string {
    this.#planted.push(seed)
    return seed
  }

  /** Where each seed is found, by seed; those that are nowhere are left out. */
  async findIn(server: TestServer): Promise<Record<string, string[]>> {
    const kept = [...(await rowsOf(server)), ...(await filesOf(server))]
    const found = this.#planted.map((seed) => [
      seed,
      [...new Set(kept.filter(({ text }) => text.includes(seed)).map(({ place }) => place))],
    ])
    return Object.fromEntries(found.filter(([, places]) => places?.length !== 0)) as Record<string, string[]>
  }

  get all(): readonly string[] {
    return this.#planted
  }
}

interface Kept {
  readonly place: string
  readonly text: string
}

async function rowsOf({ desk: { database } }: TestServer): Promise<Kept[]> {
  const tables = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const kept: Kept[] = []
  for (const { name } of tables.rows) {
    // Twice: bytes are shown as letters too, where they are some.
    const { rows } = await database.pool.query<{ text: string }>(
      `select to_jsonb(stored)::text || stored::text as text from "${name}" as stored`,
    )
    kept.push(...rows.map(({ text }) => ({ place: name, text })))
  }
  return kept
}

/** Everything that the server keeps beside its database: the names of files, and what is in them. */
async function filesOf(server: TestServer): Promise<Kept[]> {
  return await Promise.all(
    (await pathsIn(server)).map(async (path) => ({
      place: 'storage',
      text: `${path}${await readFile(join(server.desk.env.DATA_DIR, path), 'utf8')}`,
    })),
  )
}

/** The files of the storage, from the folder of the data on. */
export async function pathsIn({ desk }: TestServer): Promise<string[]> {
  const folder = join(desk.env.DATA_DIR, 'attachments')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(desk.env.DATA_DIR.length + 1))
}
