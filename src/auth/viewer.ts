/** Who is asking: the token's claims and the desk's own row about the person, together. */

export type Locale = 'ru' | 'en'

export const roles = ['guest', 'customer', 'operator', 'supervisor', 'admin', 'service'] as const
export type Role = (typeof roles)[number]

export const serviceScopes = [
  'orders:write',
  'deliveries:write',
  'payments:write',
  'products:write',
  'returns:write',
  'refunds:execute',
  'tickets:read',
  'tickets:write',
  'events:read',
  'webhooks:write',
  'customers:write',
  'knowledge:write',
  'complaints:write',
  'import:write',
] as const

/** What a verified token says. Times are seconds since 1970, as in the token. */
export interface Claims {
  readonly issuer: string
  readonly subject: string
  readonly role: Role
  readonly scopes: readonly string[]
  readonly locale: Locale | null
  readonly name: string | null
  readonly expiresAt: number
  /** Of a service token: which one, and by which of its secrets. It may end sooner or later than was said. */
  readonly serviceToken?: { readonly id: string; readonly digest: string }
}

/** No token: may start a guest session and read the schema, nothing else. */
export interface AnonymousViewer {
  readonly kind: 'anonymous'
  readonly locale: Locale
}

/** A buyer; `role` is `guest` before login. `customerId` is the canonical customer. */
export interface CustomerViewer {
  readonly kind: 'customer'
  readonly role: 'guest' | 'customer'
  readonly customerId: string
  readonly claims: Claims
  readonly locale: Locale
}

/** A person of the support team; `role` is the lower of the token's and the row's. */
export interface OperatorViewer {
  readonly kind: 'operator'
  readonly role: 'operator' | 'supervisor' | 'admin'
  readonly operatorId: string
  readonly name: string
  readonly teamIds: readonly string[]
  readonly claims: Claims
  readonly locale: Locale
}

/** A bot or a partner's system; its scopes say what it may do. */
export interface ServiceViewer {
  readonly kind: 'service'
  readonly role: 'service'
  readonly scopes: ReadonlySet<string>
  readonly claims: Claims
  readonly locale: Locale
}

export type Viewer = AnonymousViewer | CustomerViewer | OperatorViewer | ServiceViewer
export type KnownViewer = Exclude<Viewer, AnonymousViewer>
