import type { Problem } from '../problems.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

const catalogues = { ru, en }
type English = typeof en

export type ProblemTexts = English['problems']

/** What a problem says to a person in their language. */
export function problemText({ messageKey, values }: Problem, locale: 'ru' | 'en'): string {
  // The constructors of problems take each key with its own values only.
  const text = catalogues[locale].problems[messageKey] as (values: object) => string
  return text(values)
}

/** What a person may be told of a top-level error. */
export function errorText(
  code: keyof English['errors'],
  values: { readonly retryAfterSeconds: number },
  locale: 'ru' | 'en',
): string {
  return catalogues[locale].errors[code](values)
}

/** Why the link of a file does not work. */
export function linkText(key: keyof English['links'], locale: 'ru' | 'en'): string {
  return catalogues[locale].links[key]
}

/** How the desk asks for a detail that is missing. */
export function questionText(detail: keyof English['questions'], locale: 'ru' | 'en'): string {
  return catalogues[locale].questions[detail]
}

const erasedNames = { ru: 'Удалённый покупатель', en: 'Deleted customer' } as const

/** What stands where the name of a customer was who is not known any more. */
export function erasedName(locale: 'ru' | 'en'): string {
  return erasedNames[locale]
}
