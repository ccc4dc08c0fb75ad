import type { Viewer } from '../../auth/viewer.ts'

/** Who did what is for admins to know: not for those whose doings it tells. */
export function mayAudit(viewer: Viewer): boolean {
  return viewer.kind === 'operator' && viewer.role === 'admin'
}
