import { parseArgs } from 'node:util'
import { createClient, OporaError, ViewerScopesDocument } from '../client/index.ts'
import { readClientEnv, WrongSetting } from '../env.ts'
import { StepsStopped } from './import/bulk/steps.ts'
import { InputRefused } from './import/formats.ts'
import { kindOf, kinds, tokenCommand } from './import/kinds.ts'
import { ImportStopped } from './import/run.ts'
import { formatSummary } from './import/summary.ts'

/**
 * Imports what others have written down, through the public API: `npm run import -- chats <file or folder>…`. Exit code
 * 0: done, rows that were refused or unreadable are named; 1: stopped, run it again to go on, or, of the kinds that a
 * partner sends in bulk, something was refused that should not be; 2: asked for wrongly.
 */

class WrongArgument extends Error {}

const usage = 'npm run import -- KIND <file or folder>… [--url URL] [--token TOKEN] [--check]'

function readArguments() {
  const { values, positionals } = parse()
  const [name, ...paths] = positionals
  const kind = kindOf(name)
  if (kind === undefined) {
    const known = Object.keys(kinds).join(', ')
    throw new WrongArgument(
      `${name === undefined ? 'Import what?' : `Unknown kind ${name}.`} Kinds: ${known}. ${usage}`,
    )
  }
  if (paths.length === 0) throw new WrongArgument(`Which files? ${usage}`)
  if (values.check && kind.hasCheck !== true) throw new WrongArgument(`${name} has no --check`)
  const env = readClientEnv()
  const { url = env.OPORA_URL, token = env.OPORA_TOKEN, check: isCheck } = values
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new WrongArgument(`--url must be an http address, not ${url}`)
  if (token === undefined || token === '') {
    throw new WrongArgument(
      `A token is needed, as OPORA_TOKEN or --token. Get one with: ${tokenCommand(kind.scopes)}`,
    )
  }
  return { kind, paths, url, token, isCheck }
}

function parse() {
  const text = { type: 'string' } as const
  const check = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { url: text, token: text, check }, allowPositionals: true })
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message.split('\n', 1)[0] : 'wrong arguments')
  }
}

async function run(): Promise<void> {
  const { kind, paths, url, token, isCheck } = readArguments()
  // Trying again is done by batches, for longer than by requests.
  const client = createClient({ url, token, locale: 'en', retry: { attempts: 1 } })
  // Says at once, before anything is read, that nobody is there or that the token will not do.
  const { viewer } = await client.query(ViewerScopesDocument)
  const lacking = kind.scopes.filter((scope) => viewer?.scopes.includes(scope) !== true)
  if (lacking.length > 0) {
    const what = `${lacking.length > 1 ? 'scopes' : 'scope'} ${lacking.join(' ')}`
    throw new WrongArgument(`The token lacks the ${what}. Get one with: ${tokenCommand(kind.scopes)}`)
  }
  const { text, isGood } = await kind.run({ paths, client, isCheck })
  process.stdout.write(`${text}\n`)
  if (!isGood) process.exitCode = 1
}

/** What was done, in lines for people, and the exit code. */
function tell(error: unknown): number {
  const isUsage = [WrongArgument, WrongSetting, InputRefused].some((kind) => error instanceof kind)
  const isStop = [ImportStopped, StepsStopped, OporaError].some((kind) => error instanceof kind)
  if (!(error instanceof Error) || !(isUsage || isStop)) throw error
  if (error instanceof ImportStopped) process.stdout.write(`${formatSummary(error.summary)}\n`)
  if (error instanceof StepsStopped) process.stdout.write(`${error.text}\n`)
  const cause = error instanceof ImportStopped || error instanceof StepsStopped ? error.cause : error
  const isToken = cause instanceof OporaError && /^(UNAUTHENTICATED|TOKEN_EXPIRED)$/.test(cause.code)
  const scopes = process.argv.map(kindOf).find((kind) => kind !== undefined)?.scopes ?? ['import:write']
  process.stderr.write(`${error.message}${isToken ? ` Get a token with: ${tokenCommand(scopes)}` : ''}\n`)
  return isUsage ? 2 : 1
}

try {
  await run()
} catch (error) {
  process.exitCode = tell(error)
}
