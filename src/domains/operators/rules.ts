import type { OperatorViewer } from '../../auth/viewer.ts'
import type { OperatorRole } from '../../core/prisma/enums.ts'

export type DeskRole = OperatorViewer['role']

const ranks: readonly DeskRole[] = ['operator', 'supervisor', 'admin']

/** What a person may do is the lower of what the token says and what the desk's row says. */
export function effectiveRole(ofToken: DeskRole, ofRow: OperatorRole): DeskRole {
  const row = ofRow.toLowerCase() as DeskRole
  return ranks.indexOf(ofToken) < ranks.indexOf(row) ? ofToken : row
}

/** The row's form of a token's role. */
export function storedRole(role: DeskRole): OperatorRole {
  return role.toUpperCase() as OperatorRole
}
