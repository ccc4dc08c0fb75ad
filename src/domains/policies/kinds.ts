import type { ZodType } from 'zod'
import type { Tx } from '../../core/database.ts'
import type { PolicyVersion } from '../../core/prisma/client.ts'
import type { PolicyKind } from '../../core/prisma/enums.ts'
import { InvalidInput } from '../../core/problems.ts'
import { policyAt } from './reads.ts'

/** What a version of a policy says, typed. */
export interface Policy<Data> {
  readonly version: PolicyVersion
  readonly data: Data
}

const shapes = new Map<PolicyKind, ZodType>()

/** Says which shape the data of a kind has. The domain that lives by the policy owns it, and reads it by what this gives. */
export function policyKind<Data>(kind: PolicyKind, shape: ZodType<Data>) {
  shapes.set(kind, shape)
  return {
    /** The data of a stored version. */
    read: (data: unknown): Data => shape.parse(data),
    /** The version that holds at a moment. */
    at: async (tx: Pick<Tx, 'policyVersion'>, moment: Date): Promise<Policy<Data>> => {
      const version = await policyAt(tx, kind, moment)
      return { version, data: shape.parse(version.data) }
    },
  }
}

const maxDataLength = 100_000
/** What JSON can say and PostgreSQL cannot store: NUL and half surrogate pairs, which are written as escapes. */
const unstorable = /\\u(0000|d[89a-f][0-9a-f]{2})/i

/**
 * The data in the shape of its kind.
 * @throws InvalidInput naming the place that has another shape
 */
export function checkPolicyData(kind: PolicyKind, data: unknown): object {
  const said = JSON.stringify(data)
  if (said.length > maxDataLength) throw new InvalidInput('tooLong', ['data'], { max: maxDataLength })
  if (unstorable.test(said)) throw new InvalidInput('nul', ['data'])
  const shape = shapes.get(kind)
  if (shape === undefined) throw new InvalidInput('shape', ['data'])
  const parsed = shape.safeParse(data)
  if (parsed.success) return parsed.data as object
  throw new InvalidInput('shape', ['data', ...(parsed.error.issues[0]?.path ?? []).map(String)])
}
