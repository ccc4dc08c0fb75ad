import type { GraphQLError } from 'graphql'
import type { Viewer } from '../../auth/viewer.ts'
import { now } from '../../core/clock.ts'
import type { Logger } from '../../core/logger.ts'
import type { Env } from '../../env.ts'
import { installationName } from '../../events/cursors.ts'
import type { Desk } from '../../events/desk.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { viewerKey } from '../viewer-key.ts'
import { type Allowances, type Limit, MemoryAllowances, type Taken } from './allowances.ts'
import { type Asked, costOf } from './cost.ts'
import { openRedisAllowances } from './redis-allowances.ts'

/** `extensions.cost` of an answer, and how the asker stands after it. Points and milliseconds, in whole numbers. */
export interface Cost {
  /** What this operation costs. */
  readonly requested: number
  /** Absent, as all that follows, where nothing limits the asker. */
  readonly remaining?: number
  /** As much can be spent at once. */
  readonly limit?: number
  readonly refillPerSecond?: number
  /** When all of it is back, if nothing else is asked. */
  readonly fullInMs?: number
}

export type Admitted = { readonly cost: Cost; readonly refusal: GraphQLError | null }

/** Whether an operation may begin, by what it costs. */
export interface Admission {
  /** `address`: where a request comes from, which is asked for nobody’s only. */
  admit(asked: Asked, viewer: Viewer, address: () => string): Admitted | Promise<Admitted>
  close(): void
}

type Role = 'anonymous' | Exclude<Viewer, { kind: 'anonymous' }>['role']

export async function openAdmission(options: { env: Env; desk: Desk; log: Logger }): Promise<Admission> {
  const { env } = options
  const limits = limitsOf(env)
  const allowances = await openAllowances(options)
  return {
    admit(asked, viewer, address) {
      const requested = costOf(asked)
      const limit = limits[viewer.kind === 'anonymous' ? 'anonymous' : viewer.role]
      const most = Math.min(env.OPERATION_COST_LIMIT, limit?.capacity ?? Infinity)
      if (requested > most) return tooComplex(requested, most, limit)
      if (limit === null) return { cost: { requested }, refusal: null }
      const owner = viewer.kind === 'anonymous' ? `address ${address()}` : viewerKey(viewer.claims)
      const taken = allowances.take(owner, limit, requested)
      if (taken instanceof Promise) return taken.then((taken) => answerOf(requested, limit, taken))
      return answerOf(requested, limit, taken)
    },
    close: () => allowances.close(),
  }
}

function limitsOf(env: Env): Readonly<Record<Role, Limit | null>> {
  return {
    anonymous: env.COST_LIMIT_ANONYMOUS,
    guest: env.COST_LIMIT_GUEST,
    customer: env.COST_LIMIT_CUSTOMER,
    operator: env.COST_LIMIT_OPERATOR,
    supervisor: env.COST_LIMIT_SUPERVISOR,
    admin: env.COST_LIMIT_ADMIN,
    service: env.COST_LIMIT_SERVICE,
  }
}

async function openAllowances({
  env,
  desk,
  log,
}: {
  env: Env
  desk: Desk
  log: Logger
}): Promise<Allowances> {
  const instead = new MemoryAllowances(() => now().getTime())
  const { REDIS_URL: url } = env
  if (url === undefined) return instead
  const installation = await installationName(desk.database.pool)
  return await openRedisAllowances({ url, installation, instead, log })
}

function answerOf(requested: number, limit: Limit, { isTaken, left }: Taken): Admitted {
  const cost = costAnswer(requested, limit, left)
  if (isTaken) return { cost, refusal: null }
  const retryAfterMs = Math.max(1, Math.ceil(((requested - left) / limit.perSecond) * 1_000))
  const message = `This costs ${requested} and ${cost.remaining} are left of ${limit.capacity}; try again in ${retryAfterMs} ms.`
  return { cost, refusal: topLevelError('THROTTLED', message, { retryAfterMs }) }
}

function costAnswer(requested: number, { capacity, perSecond }: Limit, left: number): Cost {
  return {
    requested,
    remaining: Math.floor(left),
    limit: capacity,
    refillPerSecond: perSecond,
    fullInMs: Math.ceil(((capacity - left) / perSecond) * 1_000),
  }
}

/** Nothing is taken for what can never be. */
function tooComplex(requested: number, most: number, limit: Limit | null): Admitted {
  const isKnown = Number.isFinite(requested)
  const message = `The operation costs ${isKnown ? requested : 'more than can be said'}, the limit is ${most}.`
  return {
    // JSON has no number without end.
    cost: {
      requested: isKnown ? requested : Number.MAX_SAFE_INTEGER,
      ...(limit && { limit: limit.capacity }),
    },
    refusal: topLevelError('QUERY_TOO_COMPLEX', message),
  }
}
