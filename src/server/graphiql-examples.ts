import type { DemoPerson } from './demo-people.ts'

interface Example {
  /** Whose token the tab carries. */
  readonly person: DemoPerson
  readonly query: string
  readonly variables: { readonly [name: string]: unknown }
}

/** The tabs a newcomer finds in GraphiQL. A test runs each of them against the demo data. */
export const examples: readonly Example[] = []
