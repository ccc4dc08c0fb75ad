import type { ProblemValues } from '../problems.ts'

/** One language's texts for people. Codes are the contract; these may change at any time. */
export interface Catalogue {
  readonly problems: { readonly [key: string]: (values: ProblemValues) => string }
}

/** The right form for a number in a language: Russian has three that matter, English two. */
export function plural(
  locale: 'ru' | 'en',
  count: number,
  forms: { readonly one: string; readonly few?: string; readonly many: string },
): string {
  const rule = new Intl.PluralRules(locale).select(count)
  if (rule === 'one') return forms.one
  return rule === 'few' ? (forms.few ?? forms.many) : forms.many
}
