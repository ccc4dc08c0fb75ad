import type { Problem } from '../problems.ts'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

const catalogues: Readonly<Record<'ru' | 'en', Catalogue>> = { ru, en }

/** What a problem says to a person in their language. */
export function problemText(problem: Problem, locale: 'ru' | 'en'): string {
  return catalogues[locale].problems[problem.messageKey]?.(problem.values) ?? problem.code
}
