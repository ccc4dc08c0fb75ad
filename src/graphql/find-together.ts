import DataLoader from 'dataloader'
import type { Context } from './context.ts'

type Found = { readonly id: string } | null
type FindMany<Row> = (selection: object, ids: string[]) => Promise<Row[]>

const loaders = new WeakMap<Context, Map<string, DataLoader<string, Found>>>()

/**
 * One object by id, found together with all others of its kind that are asked for at the same moment with the same
 * selection: a page of facts costs as many statements as one fact. `findMany` applies the policy; it is the same for
 * all who ask within a context. Nothing is kept: who asks after a write gets what was written.
 */
export async function findTogether<Row extends { id: string }>(
  context: Context,
  kind: string,
  { query, id }: { query: object; id: string | null },
  findMany: FindMany<Row>,
): Promise<Row | null> {
  // Taken in any case: a selection that nobody takes is reported as a forgotten one.
  const taken: { select?: object } = { ...query }
  if (id === null) return null
  const selection = taken.select === undefined ? taken : { ...taken, select: { ...taken.select, id: true } }
  return (await loaderOf(context, `${kind} ${JSON.stringify(selection)}`, async (ids) => {
    const rows = await findMany(selection, [...new Set(ids)])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((one) => byId.get(one) ?? null)
  }).load(id)) as Row | null
}

/** True for a key that is an id and nothing else. */
export function isById(key: object): key is { readonly id: string } {
  return 'id' in key && typeof key.id === 'string' && Object.keys(key).length === 1
}

function loaderOf(
  context: Context,
  key: string,
  batch: (ids: readonly string[]) => Promise<Found[]>,
): DataLoader<string, Found> {
  const known = loaders.get(context) ?? new Map<string, DataLoader<string, Found>>()
  loaders.set(context, known)
  const loader = known.get(key) ?? new DataLoader<string, Found>(batch, { cache: false })
  known.set(key, loader)
  return loader
}
