/** Prisma's codes for a database that cannot be reached, and for a pool or transaction that never got a turn. */
const prismaCodes = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']
/** Node's codes of a connection that failed. */
const systemCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]
/** PostgreSQL's own: connection exceptions (class 08), too many connections, shutting down, starting up. */
const postgresCodes = /^(08[0-9A-Z]{3}|53300|57P0[1-3])$/
/** What the driver says without a code. */
const driverTexts =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|after calling end on the pool|Client was closed/i
/** How Prisma's driver adapter names the same. */
const adapterKinds = ['DatabaseNotReachable', 'ConnectionClosed', 'TooManyConnections', 'SocketTimeout']

const deepest = 8

/** Whether an error says that the database cannot be reached at the moment: an outage, worth a retry, and no bug. */
export function isOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepest) return false
  const { code, kind, originalCode, message, cause, meta, driverAdapterError, errors } = error as {
    [name: string]: unknown
  }
  if ([code, originalCode].some(isOutageCode) || adapterKinds.includes(String(kind))) return true
  if (typeof message === 'string' && driverTexts.test(message)) return true
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])]
  return inner.some((one) => isOutage(one, depth + 1))
}

function isOutageCode(code: unknown): boolean {
  if (typeof code !== 'string') return false
  return prismaCodes.includes(code) || systemCodes.includes(code) || postgresCodes.test(code)
}
