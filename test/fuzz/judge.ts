import { projectPath } from '../../src/core/project-path.ts'

/** What came back for one case. */
export interface Reply {
  /** HTTP's, null over a WebSocket or when nothing came that has one. */
  readonly status: number | null
  /** Of a WebSocket that the server has closed. */
  readonly closeCode?: number | null
  readonly text: string
  /** Until it was whole; for what does not end until it began. */
  readonly ms: number
}

export const faults = ['serverErrors', 'leaks', 'slow'] as const
export type Fault = (typeof faults)[number]

export const slowMs = 5_000

/** How insides of the server look: no client ever sends them, and no answer may hold them. */
const insides: readonly RegExp[] = [
  // A stack.
  /\n\s+at .+:\d+:\d+/,
  /\\n\s+at [^"]+:\d+:\d+/,
  // A path.
  /node:internal\/|\/node_modules\/|file:\/\/\/|\/dist\/(?:main|chunk|bench)/,
  // SQL, as PostgreSQL and its drivers speak.
  /syntax error at or near|(?:relation|column|constraint) \\?"|violates .{0,40}constraint|duplicate key value/,
  /invalid input syntax for|invalid byte sequence|current transaction is aborted|deadlock detected|out of range for type/,
  /\bSQLSTATE\b|\bPrisma|\bprisma\.|\bpg_[a-z]+\b|DriverAdapterError/,
  /\b(?:select\b.{1,80}\bfrom|insert into|delete from|update\b.{1,40}\bset)\b.{0,80}(?:\$\d|\bwhere\b|\bvalues\b)/i,
  // What Node says of a mistake in a program.
  /Cannot read propert|is not a function|is not iterable|Maximum call stack|ECONNREFUSED|ENOENT/,
]
const ourPath = projectPath()

/** Codes of top-level errors that are never a client's doing. */
const ownFault = /"code":"(?:INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE|TIMEOUT)"/

export function judge({ status, closeCode = null, text, ms }: Reply): Fault[] {
  const isServerError =
    (status !== null && status >= 500) || ownFault.test(text) || closeCode === 1011 || closeCode === 4500
  const isLeak = text.includes(ourPath) || insides.some((inside) => inside.test(text))
  return [
    ...(isServerError ? (['serverErrors'] as const) : []),
    ...(isLeak ? (['leaks'] as const) : []),
    ...(ms > slowMs ? (['slow'] as const) : []),
  ]
}

export interface NodeVerdict {
  readonly unhandled: number
  readonly crashes: number
  /** Lines of a node that say that something of its own went wrong, whatever its clients were told. */
  readonly loggedErrors: number
}

/** @param said what the node has logged, from the level of errors on */
export function judgeNode(said: string, hasCrashed: boolean): NodeVerdict {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const unhandled = lines.filter((line) => line.includes(unheard)).length
  const logged = lines.filter((line) => /^\{"level":[56]0\b/.test(line)).length
  return { unhandled, crashes: hasCrashed ? 1 : 0, loggedErrors: logged - unhandled }
}

/** How the program says that a promise was rejected and nobody had listened. */
export const unheard = 'a promise failed unheard'
