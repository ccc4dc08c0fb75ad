import type { DevelopmentClaims } from '../auth/development-issuer.ts'

/** Who the ready tokens of a development server are for; the demo data has things of theirs. */
export const demoPeople = {
  buyer: { sub: 'anna', role: 'customer', name: 'Анна Соколова', locale: 'ru' },
  operator: { sub: 'olga', role: 'operator', name: 'Ольга', locale: 'ru' },
  supervisor: { sub: 'sergey', role: 'supervisor', name: 'Сергей Павлович', locale: 'ru' },
  partner: { sub: 'shop', role: 'service', scope: 'tickets:read customers:write import:write' },
} as const satisfies { readonly [person: string]: DevelopmentClaims }

export type DemoPerson = keyof typeof demoPeople
