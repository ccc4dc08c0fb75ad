import type { Claims, OperatorViewer } from '../../auth/viewer.ts'
import { newId } from '../../core/ids.ts'
import type { OperatorRole } from '../../core/prisma/enums.ts'
import { InvalidInput, NotFound } from '../../core/problems.ts'
import { checkText, textLimits } from '../../core/text.ts'
import { actorOf } from '../../events/acting.ts'
import type { Desk } from '../../events/desk.ts'
import { append } from '../../events/log.ts'
import { transact } from '../../events/transact.ts'
import type { DeskRole } from './rules.ts'
import { effectiveRole, storedRole } from './rules.ts'

export interface Login {
  readonly operatorId: string
  readonly role: DeskRole
  readonly name: string
  readonly teamIds: readonly string[]
}

/** The operator behind a token, made at first use with the token's role. Null when the desk disabled the person. */
export async function operatorOfLogin(
  desk: Desk,
  claims: Claims & { role: DeskRole },
): Promise<Login | null> {
  const { issuer, subject } = claims
  const find = async () =>
    await desk.database.prisma.operator.findUnique({
      where: { issuer_subject: { issuer, subject } },
      include: { memberships: { select: { teamId: true } } },
    })
  let operator = await find()
  if (operator === null) {
    await desk.database.pool.query(
      `insert into operators (id, issuer, subject, name, role) values ($1, $2, $3, $4, $5::operator_role)
       on conflict (issuer, subject) do nothing`,
      [newId(), issuer, subject, claims.name ?? subject, storedRole(claims.role)],
    )
    operator = await find()
  }
  if (operator === null || operator.isDisabled) return null
  return {
    operatorId: operator.id,
    role: effectiveRole(claims.role, operator.role),
    name: operator.name,
    teamIds: operator.memberships.map(({ teamId }) => teamId).sort(),
  }
}

export interface OperatorChange {
  readonly operatorId: string | null
  readonly name: string | null
  readonly role: OperatorRole | null
  readonly isDisabled: boolean | null
  readonly teamIds: readonly (string | null)[] | null
}

/** Changes a person's rights; it counts at once, on open subscriptions too. */
export async function updateOperator(desk: Desk, viewer: OperatorViewer, change: OperatorChange) {
  const operatorId = change.operatorId ?? ''
  const name = change.name === null ? undefined : checkText(change.name, ['name'], textLimits.name)
  if (operatorId === '') throw new NotFound('operatorId')
  return await transact(desk, async (tx) => {
    await tx.$queryRaw`select id from operators where id = ${operatorId}::uuid for update`
    const operator = await tx.operator.findUnique({ where: { id: operatorId } })
    if (operator === null) throw new NotFound('operatorId')
    const { isDisabled } = await tx.operator.update({
      where: { id: operatorId },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(change.role === null ? {} : { role: change.role }),
        ...(change.isDisabled === null ? {} : { isDisabled: change.isDisabled }),
      },
    })
    if (change.teamIds !== null) {
      const teamIds = [...new Set(change.teamIds.filter((id) => id !== null))]
      const known = await tx.team.count({ where: { id: { in: teamIds } } })
      if (known !== teamIds.length || change.teamIds.includes(null)) throw new NotFound('teamIds')
      await tx.teamMember.deleteMany({ where: { operatorId } })
      await tx.teamMember.createMany({ data: teamIds.map((teamId) => ({ teamId, operatorId })) })
    }
    const eventId = await append(tx, 'operator.updated', actorOf(viewer), { operatorId }, { isDisabled })
    return { operatorId, eventId }
  })
}

const keyShape = /^[a-z][a-z0-9-]{0,49}$/

/** Makes a team, or renames the one with this key. */
export async function upsertTeam(desk: Desk, input: { key: string; name: string }) {
  if (!keyShape.test(input.key)) throw new InvalidInput('pattern', ['key'], { pattern: keyShape.source })
  const name = checkText(input.name, ['name'], textLimits.name)
  return await transact(desk, async (tx) => {
    const { id } = await tx.team.upsert({
      where: { key: input.key },
      create: { id: newId(), key: input.key, name },
      update: { name },
    })
    return { teamId: id }
  })
}
