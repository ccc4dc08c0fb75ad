import type { Issuers } from '../auth/tokens.ts'
import type { Locale, Viewer } from '../auth/viewer.ts'
import type { Desk } from '../events/desk.ts'

/** What every resolver gets. Made anew for each request and for each event of a subscription. */
export interface Context {
  readonly desk: Desk
  readonly issuers: Issuers
  readonly viewer: Viewer
  readonly locale: Locale
  readonly requestId: string
  /** Present on subscriptions: who is asking now, read again for each event. */
  readonly renew?: () => Promise<Context>
}
