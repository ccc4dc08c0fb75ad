import { parseArgs } from 'node:util'
import { isName, isRole, isSubject, readLocale } from '../auth/claims.ts'
import { type DevelopmentClaims, openDevelopmentIssuer } from '../auth/development-issuer.ts'
import { roles, serviceScopes } from '../auth/viewer.ts'
import { StartRefused } from '../core/start-refused.ts'
import { readEnv, WrongSetting } from '../env.ts'

/** Prints a token of the development issuer, and nothing else: `npm run -s token -- --role operator --sub anna`. */

class WrongArgument extends Error {}

const longestSeconds = 31_536_000
const channelScope = /^channels:[\w-]+$/

function parse() {
  const text = { type: 'string' } as const
  const options = {
    role: text,
    sub: text,
    scope: text,
    name: text,
    locale: text,
    audience: text,
    'expires-in': text,
  }
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message.split('\n', 1)[0] : 'wrong arguments')
  }
}

function readArguments(): DevelopmentClaims & { audience: string | undefined } {
  const values = parse()
  const { role, sub, scope, name, locale, audience } = values
  if (!isRole(role) || role === 'guest') {
    throw new WrongArgument(`--role must be one of ${roles.filter((one) => one !== 'guest').join(', ')}`)
  }
  if (!isSubject(sub)) throw new WrongArgument('--sub must be 1 to 255 characters')
  if (name !== undefined && !isName(name)) throw new WrongArgument('--name must be 1 to 200 characters')
  if (locale !== undefined && readLocale(locale) === null)
    throw new WrongArgument('--locale must be ru or en')
  if (audience === '') throw new WrongArgument('--audience must not be empty')
  if (role === 'service') checkScopes(scope ?? '')
  return { role, sub, scope, name, locale, audience, expiresInSeconds: readSeconds(values['expires-in']) }
}

/** A misspelt scope would only show as a refusal much later. */
function checkScopes(scope: string): void {
  const words = scope.split(' ').filter((word) => word !== '')
  const unknown = words.find(
    (word) => !channelScope.test(word) && !serviceScopes.some((known) => known === word),
  )
  if (unknown === undefined) return
  throw new WrongArgument(`--scope ${unknown} is unknown; known: ${serviceScopes.join(' ')} channels:NAME`)
}

function readSeconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (seconds >= 1 && seconds <= longestSeconds) return seconds
  throw new WrongArgument(`--expires-in must be a whole number of seconds from 1 to ${longestSeconds}`)
}

try {
  const { audience, ...claims } = readArguments()
  const env = readEnv()
  const issuer = await openDevelopmentIssuer(env.DATA_DIR, { audience: audience ?? env.AUTH_AUDIENCE })
  process.stdout.write(`${await issuer.sign(claims)}\n`)
} catch (error) {
  const isExpected = [WrongArgument, WrongSetting, StartRefused].some((kind) => error instanceof kind)
  if (!(error instanceof Error) || !isExpected) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
