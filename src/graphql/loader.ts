import DataLoader from 'dataloader'
import type { Context } from './context.ts'

/**
 * A DataLoader for what a relation cannot say (counts, outside systems), one per context: a request's, or one
 * event's of a subscription, so that no answer outlives the rights it was given under.
 */
export function perContext<K, V>(
  batch: (context: Context, keys: readonly K[]) => Promise<readonly (V | Error)[]>,
): (context: Context) => DataLoader<K, V> {
  const loaders = new WeakMap<Context, DataLoader<K, V>>()
  return (context) => {
    const known = loaders.get(context)
    if (known !== undefined) return known
    const loader = new DataLoader<K, V>((keys) => batch(context, keys))
    loaders.set(context, loader)
    return loader
  }
}
