import type { Danger } from './built-in-scanner.ts'
import { findDanger } from './built-in-scanner.ts'
import { hasVirus } from './clamav.ts'
import type { Scratch } from './scratch.ts'

/** Says whether content may be given to people. */
export interface Scanner {
  /** Null when nothing was found. Throws when it could not look: then it is asked again later. */
  scan(content: Scratch, contentType: string): Promise<Danger | null>
}

/** The built-in rules, and behind them a clamd when there is one. */
export function createScanner(clamavUrl: string | null): Scanner {
  return {
    async scan(content, contentType) {
      const danger = await findDanger(content, contentType)
      if (danger !== null || clamavUrl === null) return danger
      return (await hasVirus(clamavUrl, content)) ? 'virus' : null
    },
  }
}
