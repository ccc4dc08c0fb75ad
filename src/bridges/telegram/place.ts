import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * How far the stream of outgoing messages has been worked through, kept in a file: the newest cursor before which
 * nothing is left to do. Behind it a start goes on; doing again what is behind it changes nothing.
 */
export class Place {
  readonly #path: string
  readonly #onTrouble: (error: unknown) => void
  readonly #open: { cursor: string; isDone: boolean }[] = []
  #reached: string | null
  #isSaved = true
  #saving: Promise<void> = Promise.resolve()

  private constructor(path: string, reached: string | null, onTrouble: (error: unknown) => void) {
    this.#path = path
    this.#reached = reached
    this.#onTrouble = onTrouble
  }

  static async at(path: string, onTrouble: (error: unknown) => void): Promise<Place> {
    await mkdir(dirname(path), { recursive: true })
    return new Place(path, await readCursor(path), onTrouble)
  }

  get cursor(): string | null {
    return this.#reached
  }

  /** An item has come; call what is answered once nothing is left to do for it. */
  enter(cursor: string): () => void {
    const item = { cursor, isDone: false }
    this.#open.push(item)
    return () => {
      item.isDone = true
      this.#advance()
    }
  }

  /** Resolves when all is on disk. */
  async saved(): Promise<void> {
    await this.#saving
  }

  #advance(): void {
    while (this.#open[0]?.isDone === true) {
      this.#reached = this.#open.shift()?.cursor ?? this.#reached
      this.#isSaved = false
    }
    if (this.#isSaved) return
    this.#saving = this.#saving.then(async () => await this.#save())
  }

  async #save(): Promise<void> {
    // Many may have waited for one write.
    if (this.#isSaved) return
    this.#isSaved = true
    const fresh = `${this.#path}.${process.pid}.new`
    try {
      await writeFile(fresh, JSON.stringify({ cursor: this.#reached }))
      await rename(fresh, this.#path)
    } catch (error) {
      this.#isSaved = false
      this.#onTrouble(error)
    }
  }
}

/** Null when there is no file, or nothing of use in it: then the stream begins from now. */
async function readCursor(path: string): Promise<string | null> {
  try {
    const { cursor } = JSON.parse(await readFile(path, 'utf8')) as { cursor?: unknown }
    return typeof cursor === 'string' ? cursor : null
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
