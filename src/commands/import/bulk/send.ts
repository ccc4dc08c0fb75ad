import type { ItemResult } from './steps.ts'

interface Refusal {
  readonly __typename: string
  readonly code: string
  readonly detail: string
  readonly path: readonly string[] | null
}
type Result = { readonly __typename: string; readonly isNew: boolean } | Refusal
type Answer = { readonly __typename: string; readonly results: readonly Result[] } | Refusal

/** The whole call was refused, not one item of it: the same call would be refused again. */
class CallRefused extends Error {
  readonly retryable = false
}

/** What a bulk mutation of the API answered, for the tally. Items that are refused one by one do not stop the rest. */
export function toResults(answer: Answer): ItemResult[] {
  if (!('results' in answer)) throw new CallRefused(describe(answer))
  return answer.results.map((result) => {
    if ('isNew' in result) return { outcome: result.isNew ? 'NEW' : 'KNOWN' }
    if (result.__typename === 'StaleUpdate') return { outcome: 'STALE' }
    return { outcome: 'REFUSED', reason: describe(result) }
  })
}

function describe({ code, detail, path }: Refusal): string {
  return `${code}: ${detail}${path === null ? '' : ` (${path.join('.')})`}`
}
