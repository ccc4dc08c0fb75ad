/**
 * One language's texts for people. Codes are the contract; these may change at any time. English says which keys there
 * are and what each text tells of; a key, or a value, that is missing in another language does not compile.
 */
export interface Catalogue {
  readonly problems: { readonly [key: string]: Text }
  /** What a person may be told of a top-level error, by its code. */
  readonly errors: { readonly [code: string]: Text }
  /** What the link of a file says when it does not work. */
  readonly links: { readonly [key: string]: string }
  /** How the desk asks for a detail that is missing. */
  readonly questions: { readonly [detail: string]: string }
}

type Text = (values: never) => string

/** The same catalogue in another language. */
export type Translated<C extends Catalogue> = {
  readonly [Part in keyof C]: {
    readonly [K in keyof C[Part]]: C[Part][K] extends (...values: infer V) => string
      ? (...values: V) => string
      : string
  }
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
