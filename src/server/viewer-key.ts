import type { Claims } from '../auth/viewer.ts'

/** One text for each person or program, whatever token it shows: what it may hold and spend is counted by it. */
export function viewerKey({ issuer, subject, role }: Claims): string {
  return JSON.stringify([issuer, subject, role])
}
