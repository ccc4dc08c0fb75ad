import { parseArgs } from 'node:util'
import { createClient, OporaError, ViewerScopesDocument } from '../client/index.ts'
import { readClientEnv, WrongSetting } from '../env.ts'
import { InputRefused } from './import/formats.ts'
import { showProgress } from './import/progress.ts'
import { type ImportOptions, ImportStopped, importChats } from './import/run.ts'
import { sendThrough } from './import/send-through.ts'
import { formatSummary, type ImportSummary } from './import/summary.ts'

/**
 * Imports what others have written down, through the public API: `npm run import -- chats <file or folder>…`. Exit code
 * 0: done, rows that were refused or unreadable are named; 1: stopped, run it again to go on; 2: asked for wrongly.
 */

class WrongArgument extends Error {}

const kinds: { readonly [kind: string]: (options: ImportOptions) => Promise<ImportSummary> } = {
  chats: importChats,
}
const tokenCommand = 'npm run -s token -- --role service --sub importer --scope import:write'
const usage = 'npm run import -- KIND <file or folder>… [--url URL] [--token TOKEN]'

function readArguments() {
  const text = { type: 'string' } as const
  const { values, positionals } = parse(text)
  const [kind, ...paths] = positionals
  const importKind = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (importKind === undefined) {
    const known = Object.keys(kinds).join(', ')
    throw new WrongArgument(
      `${kind === undefined ? 'Import what?' : `Unknown kind ${kind}.`} Kinds: ${known}. ${usage}`,
    )
  }
  if (paths.length === 0) throw new WrongArgument(`Which files? ${usage}`)
  const env = readClientEnv()
  const { url = env.OPORA_URL, token = env.OPORA_TOKEN } = values
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new WrongArgument(`--url must be an http address, not ${url}`)
  if (token === undefined || token === '') {
    throw new WrongArgument(`A token is needed, as OPORA_TOKEN or --token. Get one with: ${tokenCommand}`)
  }
  return { importKind, paths, url, token }
}

function parse(text: { readonly type: 'string' }) {
  try {
    return parseArgs({ options: { url: text, token: text }, allowPositionals: true })
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message.split('\n', 1)[0] : 'wrong arguments')
  }
}

async function run(): Promise<void> {
  const { importKind, paths, url, token } = readArguments()
  // Trying again is done by batches, for longer than by requests.
  const client = createClient({ url, token, locale: 'en', retry: { attempts: 1 } })
  // Says at once, before anything is read, that nobody is there or that the token will not do.
  const { viewer } = await client.query(ViewerScopesDocument)
  if (!viewer.scopes.includes('import:write')) {
    throw new WrongArgument(`The token lacks the scope import:write. Get one with: ${tokenCommand}`)
  }
  const summary = await importKind({ paths, send: sendThrough(client), progress: showProgress() })
  process.stdout.write(`${formatSummary(summary)}\n`)
}

/** What was done, in lines for people, and the exit code. */
function tell(error: unknown): number {
  const isUsage = [WrongArgument, WrongSetting, InputRefused].some((kind) => error instanceof kind)
  const isStop = error instanceof ImportStopped || error instanceof OporaError
  if (!(error instanceof Error) || !(isUsage || isStop)) throw error
  if (error instanceof ImportStopped) process.stdout.write(`${formatSummary(error.summary)}\n`)
  const cause = error instanceof ImportStopped ? error.cause : error
  const isToken = cause instanceof OporaError && /^(UNAUTHENTICATED|TOKEN_EXPIRED)$/.test(cause.code)
  process.stderr.write(`${error.message}${isToken ? ` Get a token with: ${tokenCommand}` : ''}\n`)
  return isUsage ? 2 : 1
}

try {
  await run()
} catch (error) {
  process.exitCode = tell(error)
}
