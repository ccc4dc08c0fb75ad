import { InvalidInput } from '../../core/problems.ts'

/** The source under which a guest's identity is kept. */
export const guestSource = 'opora:guest'

/** The language a locale is stored as. */
export const languages = { ru: 'RU', en: 'EN' } as const

const phoneShape = /^\+[1-9]\d{6,14}$/

/** @throws InvalidInput unless the number is in E.164 form */
export function assertPhone(phone: string, path: readonly string[]): void {
  if (!phoneShape.test(phone)) throw new InvalidInput('pattern', path, { pattern: '+79001234567 (E.164)' })
}
