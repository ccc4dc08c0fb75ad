import type { Tx } from '../../core/database.ts'
import type { PolicyVersion } from '../../core/prisma/client.ts'
import type { PolicyKind } from '../../core/prisma/enums.ts'

/** The version of a policy that holds at a moment. */
export async function policyAt(
  { policyVersion }: Pick<Tx, 'policyVersion'>,
  kind: PolicyKind,
  at: Date,
): Promise<PolicyVersion> {
  return await policyVersion.findFirstOrThrow({
    where: { kind, validFrom: { lte: at } },
    orderBy: [{ validFrom: 'desc' }, { version: 'desc' }],
  })
}
