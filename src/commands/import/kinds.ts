import type { OporaClient } from '../../client/index.ts'
import { importOlist } from './olist/import.ts'
import { showProgress } from './progress.ts'
import { importReviews } from './reviews/import.ts'
import { importChats } from './run.ts'
import { sendThrough } from './send-through.ts'
import { formatSummary } from './summary.ts'
import { importTracking } from './tracking/import.ts'

/** What is asked of one run of the program. */
export interface Task {
  readonly paths: readonly string[]
  readonly client: OporaClient
  /** Only compare what the files hold with what the server tells. */
  readonly isCheck: boolean
}

/** What became of it, for people, and whether all of it is as it should be. */
export interface Outcome {
  readonly text: string
  readonly isGood: boolean
}

/** A kind of data that can be imported. */
interface Kind {
  /** What the token must hold. */
  readonly scopes: readonly string[]
  readonly hasCheck?: boolean
  readonly run: (task: Task) => Promise<Outcome>
}

export const kinds: Readonly<Record<string, Kind>> = {
  chats: {
    scopes: ['import:write'],
    run: async ({ paths, client }) => {
      const summary = await importChats({ paths, send: sendThrough(client), progress: showProgress() })
      return { text: formatSummary(summary), isGood: true }
    },
  },
  olist: {
    scopes: [
      'products:write',
      'customers:write',
      'orders:write',
      'payments:write',
      'deliveries:write',
      'import:write',
    ],
    hasCheck: true,
    run: importOlist,
  },
  tracking: { scopes: ['customers:write', 'orders:write', 'deliveries:write'], run: importTracking },
  reviews: { scopes: ['import:write'], run: importReviews },
}

/** The kind of that name, own properties only. */
export function kindOf(name: string | undefined): Kind | undefined {
  return name !== undefined && Object.hasOwn(kinds, name) ? kinds[name] : undefined
}

export function tokenCommand(scopes: readonly string[]): string {
  const [only] = scopes
  const scope = scopes.length > 1 ? `"${scopes.join(' ')}"` : only
  return `npm run -s token -- --role service --sub importer --scope ${scope}`
}
