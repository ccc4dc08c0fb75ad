import type { CustomerViewer, KnownViewer, OperatorViewer, ServiceViewer } from '../auth/viewer.ts'
import type { Context } from './context.ts'
import { refusal } from './errors.ts'

/** The viewer of a field whose scopes ask for a token; the scopes have already refused everybody else. */
export function knownViewer({ viewer }: Context): KnownViewer {
  if (viewer.kind === 'anonymous') throw refusal(viewer)
  return viewer
}

export function customerViewer({ viewer }: Context): CustomerViewer {
  if (viewer.kind !== 'customer') throw refusal(viewer)
  return viewer
}

export function operatorViewer({ viewer }: Context): OperatorViewer {
  if (viewer.kind !== 'operator') throw refusal(viewer)
  return viewer
}

export function serviceViewer({ viewer }: Context): ServiceViewer {
  if (viewer.kind !== 'service') throw refusal(viewer)
  return viewer
}

/** A person on one side of a conversation: a buyer or somebody of the desk. */
export function personViewer({ viewer }: Context): CustomerViewer | OperatorViewer {
  if (viewer.kind !== 'customer' && viewer.kind !== 'operator') throw refusal(viewer)
  return viewer
}

/** Who is asking now, for a stream that outlives the rights it began with: `of` is one of the above. */
export function viewerNow<V>(context: Context, of: (context: Context) => V): () => Promise<V> {
  return async () => of((await context.renew?.()) ?? context)
}
