import type { DeliveryStatus } from '../../../core/prisma/enums.ts'

/** What the codes of one code system mean. */
export interface CodeTable {
  /** Divides a code from its finer part: a finer code that is not listed means what the coarse one does. */
  readonly separator: string
  readonly codes: Readonly<Record<string, DeliveryStatus>>
}

/** What a code means, or null for one that the table does not know. */
export function meaningIn({ separator, codes }: CodeTable, rawCode: string): DeliveryStatus | null {
  if (Object.hasOwn(codes, rawCode)) return codes[rawCode] ?? null
  const end = rawCode.indexOf(separator)
  const coarse = end === -1 ? '' : rawCode.slice(0, end)
  return Object.hasOwn(codes, coarse) ? (codes[coarse] ?? null) : null
}
