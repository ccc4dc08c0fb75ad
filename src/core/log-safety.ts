/** What may stand in a log: how things stand and where they failed; never whose they are, what they say, or a key. */

/** Fields whose values are left out wherever they stand, to the third level. */
const secretNames = [
  'authorization',
  'connectionParams',
  'cookie',
  'email',
  'guestToken',
  'headers',
  'input',
  'password',
  'payload',
  'phone',
  'secret',
  'text',
  'token',
  'variables',
]

export const redactedPaths: string[] = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** What has a shape of its own is found anywhere in a line: a library may have put it into a sentence. */
const shapes: readonly (readonly [RegExp, string])[] = [
  // JWTs, whole or cut.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, '[token]'],
  [/\bBearer\s+[^\s"\\]+/gi, 'Bearer [token]'],
  // Service tokens of our own, and the bots' tokens of Telegram.
  [/\bopora_[0-9A-Za-z]{16,}/g, '[token]'],
  [/\b\d{6,12}:[\w-]{30,}/g, '[token]'],
  // A signed link is a right in itself.
  [/\b(signature|X-Amz-[A-Za-z-]+)=[^&\s"\\]+/g, '$1=[signature]'],
  // The user and password of an address.
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"\\]+@/gi, '$1[credentials]@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]'],
  // With a plus, or as they are written in Russia; other long numbers are times and ids.
  [/(?<![\w.+-])\+\d[\d ()-]{7,18}\d(?![\w-])/g, '[phone]'],
  [/(?<![\w.+-])[78][ -]?\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?![\w-])/g, '[phone]'],
]

export function redactLine(line: string): string {
  return shapes.reduce((text, [shape, instead]) => text.replace(shape, instead), line)
}

/** Facts of an error that name no content: of the system, PostgreSQL and Prisma. */
const facts = [
  'code',
  'errno',
  'syscall',
  'severity',
  'table',
  'column',
  'constraint',
  'routine',
  'kind',
  'originalCode',
  'modelName',
]
const deepest = 5
const longestMessage = 1_000

/**
 * An error as it is logged: its kind, message, place and causes. What else hangs on it is left out, such as the row
 * that PostgreSQL quotes and the arguments that Prisma prints.
 */
export function describeError(error: unknown, depth = 0): object {
  if (typeof error !== 'object' || error === null)
    return { type: typeof error, message: safeWords(String(error)) }
  const { name, message, stack, cause, meta, driverAdapterError, errors, ...rest } = {
    ...error,
    ...named(error as { [name: string]: unknown }),
  } as { [name: string]: unknown }
  const words = safeMessage(textOf(message), textOf(name), rest)
  const causes = [
    cause,
    (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError,
    driverAdapterError,
  ]
  const inner = [...causes, ...(Array.isArray(errors) ? errors.slice(0, 3) : [])].filter((one) => one != null)
  return {
    type: name ?? 'object',
    message: words,
    stack: [`${textOf(name)}: ${words}`, ...placesOf(stack)].join('\n'),
    ...Object.fromEntries(facts.flatMap((fact) => (isFact(rest[fact]) ? [[fact, rest[fact]]] : []))),
    ...(inner.length > 0 && depth < deepest && { causes: inner.map((one) => describeError(one, depth + 1)) }),
  }
}

/** What errors have without showing it to those who copy them. */
function named({ name, message, stack, cause, errors }: { [name: string]: unknown }) {
  return { name, message, stack, cause, errors }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isFact(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 200)
}

function placesOf(stack: unknown): string[] {
  return typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : []
}

/** PostgreSQL's class of errors about data, whose messages quote it. */
const dataError = /^22/

function safeMessage(
  message: string,
  name: string,
  { code, originalCode }: { [name: string]: unknown },
): string {
  // The last paragraph says what is wrong; those before it quote the call with its arguments.
  if (name.startsWith('PrismaClient')) return withoutQuotes(lastParagraph(message))
  if ([code, originalCode].some((one) => typeof one === 'string' && dataError.test(one)))
    return withoutQuotes(message)
  return safeWords(message)
}

function lastParagraph(message: string): string {
  return (
    message
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? ''
  )
}

function withoutQuotes(message: string): string {
  return cut(message.replace(/"[^]*"/, '"…"'))
}

/** Names may be quoted, but not what somebody wrote; a text that is no JSON is quoted by who could not read it. */
function safeWords(message: string): string {
  if (message.includes('JSON')) return withoutQuotes(message)
  return cut(
    message
      .replace(/"([^"]*)"/g, (quoted, words: string) => (isName(words) ? quoted : '"…"'))
      .replace(/(value: )[^]*$/, '$1…'),
  )
}

function isName(words: string): boolean {
  return /^[\w.:$-]{1,64}$/.test(words)
}

function cut(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
}
