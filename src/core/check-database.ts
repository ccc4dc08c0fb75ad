import { Client } from 'pg'
import { StartRefused } from './start-refused.ts'

interface Found {
  readonly version: number
  readonly encoding: string
  readonly lower: string
  readonly letters: string
  readonly trigrams: boolean
}

const question = `
  select current_setting('server_version_num')::int as version,
    current_setting('server_encoding') as encoding,
    lower(U&'\\041F\\0420\\0418') as lower,
    (select datctype from pg_database where datname = current_database()) as letters,
    exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams`

/**
 * Whether a given database will do, asked before anything is written to it.
 * @throws StartRefused with one line that tells what is wrong: not reachable, too old, or blind for Russian letters
 */
export async function checkDatabase(url: string): Promise<void> {
  const found = await ask(url)
  const wrong = whatIsWrong(found)
  if (wrong !== undefined)
    throw new StartRefused(`the database ${withoutPassword(url)} will not do: ${wrong}`)
}

/** For an ASCII database the answer to the question itself is an error, so the encoding is asked first. */
async function ask(url: string): Promise<Found> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // The statement that was running fails too, and says so.
  try {
    await client.connect()
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
    const encoding = rows[0]?.server_encoding ?? ''
    if (encoding !== 'UTF8') return { version: 150_000, encoding, lower: '', letters: '', trigrams: false }
    const answer = await client.query<Found>(question)
    if (answer.rows[0] !== undefined) return answer.rows[0]
    throw new Error('it gave no answer')
  } catch (cause) {
    const { message, code } = cause as { message?: string; code?: string }
    const reason = message || code || 'no answer'
    throw new StartRefused(`the database ${withoutPassword(url)} cannot be used: ${reason}`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

function whatIsWrong(found: Found): string | undefined {
  const remedy = "make one with: create database opora template template0 encoding 'UTF8' locale 'C.UTF-8'"
  if (found.encoding !== 'UTF8') return `its encoding is ${found.encoding}, not UTF8; ${remedy}`
  if (found.version < 150_000)
    return `it is PostgreSQL ${Math.floor(found.version / 10_000)}, 15 is the oldest`
  if (found.lower !== 'при') return `it does not know Russian letters; ${remedy}`
  // lower() may come from another provider; pg_trgm asks LC_CTYPE, and with C it finds no Russian word.
  if (['C', 'POSIX'].includes(found.letters))
    return `its LC_CTYPE is ${found.letters}, which hides Russian letters from pg_trgm; ${remedy}`
  if (!found.trigrams) return 'the extension pg_trgm is not installed: install postgresql-contrib'
  return undefined
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'of DATABASE_URL'
  }
}
