import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/** Suggestions are for everybody to read who has a token. */
export function visibleSuggestions(viewer: Viewer): Prisma.SuggestionWhereInput {
  return viewer.kind === 'anonymous' ? { id: { in: [] } } : {}
}

/** Whose it is, only the author and the desk learn. */
export function maySeeAuthor(viewer: Viewer, suggestion: { readonly customerId: string }): boolean {
  if (viewer.kind === 'operator') return true
  return viewer.kind === 'customer' && viewer.customerId === suggestion.customerId
}

/** A customer's own list of suggestions tells whose they are. */
export function visibleSuggestionsOfCustomers(viewer: Viewer): Prisma.SuggestionWhereInput {
  if (viewer.kind === 'operator') return {}
  return viewer.kind === 'customer' ? { customerId: viewer.customerId } : { id: { in: [] } }
}
