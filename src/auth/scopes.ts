import type { Viewer } from './viewer.ts'

/** True for operators who may see and move every ticket. */
export function isSupervisor(viewer: Viewer): boolean {
  return viewer.kind === 'operator' && viewer.role !== 'operator'
}

/** True for a service token that holds the scope. */
export function hasScope(viewer: Viewer, scope: string): boolean {
  return viewer.kind === 'service' && viewer.scopes.has(scope)
}
