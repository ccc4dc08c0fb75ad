import type { CustomerViewer, KnownViewer, OperatorViewer } from '../auth/viewer.ts'
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

/** A person on one side of a conversation: a buyer or somebody of the desk. */
export function personViewer({ viewer }: Context): CustomerViewer | OperatorViewer {
  if (viewer.kind !== 'customer' && viewer.kind !== 'operator') throw refusal(viewer)
  return viewer
}
