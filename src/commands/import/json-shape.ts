import type { z } from 'zod'
import { decodeUtf8 } from './text.ts'

/** Parses JSON and checks its shape; a fault says in one line what is wrong. */
export function parseJson<Shape extends z.ZodType>(
  bytes: Uint8Array,
  shape: Shape,
): { value: z.infer<Shape> } | { fault: string } {
  const text = decodeUtf8(bytes)
  if (text === undefined) return { fault: 'the text is not UTF-8' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { fault: 'the text is not JSON' }
  }
  const checked = shape.safeParse(json)
  if (checked.success) return { value: checked.data }
  const issue = checked.error.issues[0]
  return { fault: `wrong shape at ${issue?.path.join('.') || 'the top'}: ${issue?.message}` }
}
