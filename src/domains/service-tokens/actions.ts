import { digestOf, hintOf, makeSecret } from '../../auth/service-secrets.ts'
import type { OperatorViewer } from '../../auth/viewer.ts'
import { now } from '../../core/clock.ts'
import type { Tx } from '../../core/database.ts'
import { newId } from '../../core/ids.ts'
import type { Prisma, ServiceToken } from '../../core/prisma/client.ts'
import { IllegalTransition, NotFound, TooSoon } from '../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../core/text.ts'
import { actorOf } from '../../events/acting.ts'
import type { Desk } from '../../events/desk.ts'
import { once, type StoredResult } from '../../events/idempotency.ts'
import { append } from '../../events/log.ts'
import { transact } from '../../events/transact.ts'
import { workingSecrets } from './policy.ts'
import {
  checkExpiry,
  checkOverlap,
  checkScopes,
  checkService,
  maxWorkingSecrets,
  overlapEnd,
  statusAt,
} from './rules.ts'

/** `secret` is shown this once: null in the answer to a retry, for nothing that could tell it is stored. */
export interface ServiceTokenWritten {
  readonly serviceTokenId: string
  readonly secret: string | null
  readonly eventId: bigint | null
}

interface Written extends StoredResult {
  readonly serviceTokenId: string
  readonly eventId: string
}

export interface NewServiceToken {
  readonly name: string
  readonly service: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date | null
  readonly idempotencyKey: string | null
}

export async function createServiceToken(
  desk: Desk,
  viewer: OperatorViewer,
  input: NewServiceToken,
): Promise<ServiceTokenWritten> {
  const name = checkText(input.name, ['name'], textLimits.name)
  const service = checkService(input.service)
  const scopes = checkScopes(input.scopes)
  return await showingOnce(desk, viewer, 'serviceTokenCreate', input, async (tx, secret) => {
    const { expiresAt } = input
    checkExpiry(expiresAt, now())
    const serviceTokenId = newId()
    const createdById = viewer.operatorId
    await tx.serviceToken.create({
      data: { id: serviceTokenId, name, service, scopes, expiresAt, createdById },
    })
    await keepSecret(tx, serviceTokenId, secret)
    const eventId = await append(tx, 'serviceToken.created', actorOf(viewer), {}, { serviceTokenId })
    return { serviceTokenId, eventId: String(eventId) }
  })
}

export interface ServiceTokenRotation {
  readonly serviceTokenId: string | null
  readonly overlapSeconds: number
  /** Null keeps the end it has. */
  readonly expiresAt: Date | null
  readonly idempotencyKey: string | null
}

/** Gives a token another secret. Those of before end after the overlap, and none of them later than it would have. */
export async function rotateServiceToken(
  desk: Desk,
  viewer: OperatorViewer,
  input: ServiceTokenRotation,
): Promise<ServiceTokenWritten> {
  const overlapSeconds = checkOverlap(input.overlapSeconds)
  return await showingOnce(desk, viewer, 'serviceTokenRotate', input, async (tx, secret) => {
    const token = await lockToken(tx, input.serviceTokenId)
    const at = now()
    if (token.revokedAt !== null) throw new IllegalTransition(statusAt(token, at), 'ROTATE', [])
    const expiresAt = input.expiresAt ?? token.expiresAt
    checkExpiry(expiresAt, at)
    const where = { AND: [{ tokenId: token.id }, workingSecrets(at)] }
    if (overlapSeconds > 0) await assertRoom(tx, where, at)
    await endSecrets(tx, where, overlapEnd(token, overlapSeconds, at))
    await forgetSecrets(tx, token.id, at)
    await keepSecret(tx, token.id, secret)
    await tx.serviceToken.update({ where: { id: token.id }, data: { expiresAt } })
    const facts = { serviceTokenId: token.id, overlapSeconds }
    const eventId = await append(tx, 'serviceToken.rotated', actorOf(viewer), {}, facts)
    return { serviceTokenId: token.id, eventId: String(eventId) }
  })
}

type Working = Prisma.ServiceTokenSecretWhereInput

async function assertRoom(tx: Tx, where: Working, at: Date): Promise<void> {
  const working = await tx.serviceTokenSecret.findMany({ where, select: { endsAt: true } })
  if (working.length < maxWorkingSecrets) return
  const ends = working.flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt.getTime()]))
  throw new TooSoon(Math.max(1, Math.ceil((Math.min(...ends) - at.getTime()) / 1_000)))
}

/** What ends sooner stays as it is. */
async function endSecrets(tx: Tx, where: Working, endsAt: Date): Promise<void> {
  const later = { OR: [{ endsAt: null }, { endsAt: { gt: endsAt } }] }
  await tx.serviceTokenSecret.updateMany({ where: { AND: [where, later] }, data: { endsAt } })
}

const dayMilliseconds = 86_400_000
const forgottenAfterDays = 30

/** Those that ended long ago are nobody's from now on. */
async function forgetSecrets(tx: Tx, tokenId: string, at: Date): Promise<void> {
  const longAgo = new Date(at.getTime() - forgottenAfterDays * dayMilliseconds)
  await tx.serviceTokenSecret.deleteMany({ where: { tokenId, endsAt: { lt: longAgo } } })
}

/** Ends a token with all its secrets for good. Done again, it changes nothing. */
export async function revokeServiceToken(desk: Desk, viewer: OperatorViewer, serviceTokenId: string | null) {
  return await transact(desk, async (tx) => {
    const token = await lockToken(tx, serviceTokenId)
    if (token.revokedAt !== null) return { serviceTokenId: token.id, eventId: null }
    const revoked = { revokedAt: now(), revokedById: viewer.operatorId }
    await tx.serviceToken.update({ where: { id: token.id }, data: revoked })
    const facts = { serviceTokenId: token.id }
    return {
      serviceTokenId: token.id,
      eventId: await append(tx, 'serviceToken.revoked', actorOf(viewer), {}, facts),
    }
  })
}

/** One who changes a token at a time. */
async function lockToken(tx: Tx, id: string | null): Promise<ServiceToken> {
  if (id === null) throw new NotFound('serviceTokenId')
  await tx.$queryRaw`select id from service_tokens where id = ${id}::uuid for update`
  const token = await tx.serviceToken.findUnique({ where: { id } })
  if (token === null) throw new NotFound('serviceTokenId')
  return token
}

async function keepSecret(tx: Tx, tokenId: string, secret: string): Promise<void> {
  const digest = Buffer.from(digestOf(secret), 'base64')
  await tx.serviceTokenSecret.create({ data: { id: newId(), tokenId, digest, hint: hintOf(secret) } })
}

/**
 * Runs a mutation that makes a secret once per key. The secret goes to whoever ran it and into no stored result: a
 * retry learns which token it is about, and a rotation gives it another secret.
 */
async function showingOnce(
  desk: Desk,
  viewer: OperatorViewer,
  mutation: string,
  input: { readonly idempotencyKey: string | null },
  work: (tx: Tx, secret: string) => Promise<Written>,
): Promise<ServiceTokenWritten> {
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  return await transact(desk, async (tx) => {
    const secret = makeSecret()
    let isNew = false
    const { serviceTokenId, eventId } = await once(tx, viewer, mutation, { key, input }, async () => {
      isNew = true
      return await work(tx, secret)
    })
    return { serviceTokenId, secret: isNew ? secret : null, eventId: BigInt(eventId) }
  })
}
