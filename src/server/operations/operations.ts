import { GraphQLError } from 'graphql'
import { createLRUCache } from 'graphql-yoga'
import type { Env } from '../../env.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { requestError } from '../request-error.ts'
import { type AskedOperation, askedId } from './asked-id.ts'
import { idOf, type Registered, readManifests } from './manifests.ts'

/** Which documents this server runs, and the texts of those that are asked for by id: the same on every transport. */
export interface Operations {
  /** Only registered operations are run. */
  readonly areClosed: boolean
  /**
   * The text to run; null when the request has none that could be looked at, which whoever reads requests will refuse.
   * @throws GraphQLError PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_ONLY or BAD_USER_INPUT
   */
  textOf(asked: AskedOperation): string | null
  /** The names of registered operations. */
  readonly names: ReadonlySet<string>
  /** Whether a text is that of a registered operation. */
  isRegistered(text: string): boolean
}

/** @throws StartRefused when a manifest is none, or has an id that is not its document's */
export async function openOperations(env: Pick<Env, 'OPERATIONS' | 'OPERATIONS_DIR'>): Promise<Operations> {
  const registered = await readManifests(env.OPERATIONS_DIR)
  return createOperations(registered, env.OPERATIONS === 'persisted')
}

const maxAutomatic = 1_000
/** Longer documents are run but not remembered, so that nobody fills the memory. */
const maxCharacters = 20_000

function createOperations(registered: Registered, areClosed: boolean): Operations {
  const texts = new Set(registered.values())
  /** What clients have said themselves, the least used forgotten first. Only ever found under its own hash. */
  const automatic = createLRUCache<string>({ max: maxAutomatic })
  const known = (id: string) => registered.get(id) ?? (areClosed ? undefined : automatic.get(id))
  return {
    areClosed,
    names: new Set([...texts].flatMap((text) => namesIn(text))),
    isRegistered: (text) => texts.has(text),
    textOf(asked) {
      const { query } = asked
      if (query != null && typeof query !== 'string') return null
      const id = askedId(asked)
      if (query == null || query === '') {
        if (id === null) return null
        return known(id) ?? fail(notFound())
      }
      if (id !== null && idOf(query) !== id)
        throw requestError(400, 'The id is not the SHA-256 of the document.')
      if (areClosed && !texts.has(query)) throw onlyRegistered()
      if (id !== null && !areClosed && query.length <= maxCharacters) automatic.set(id, query)
      return query
    },
  }
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/^\s*(?:query|mutation|subscription)\s+(\w+)/gm)].map(([, name = '']) => name)
}

function fail(error: GraphQLError): never {
  throw error
}

/** The message is the one that stock clients wait for, to send the text as well. */
function notFound(): GraphQLError {
  const { extensions } = topLevelError('PERSISTED_QUERY_NOT_FOUND', '')
  return new GraphQLError('PersistedQueryNotFound', {
    // Kept by a cache, it would be said of an operation that is known by then.
    extensions: { ...extensions, http: { status: 404, headers: { 'cache-control': 'no-store' } } },
  })
}

function onlyRegistered(): GraphQLError {
  return topLevelError('PERSISTED_QUERY_ONLY', 'This server runs registered operations only.')
}
