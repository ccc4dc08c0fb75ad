import type { Catalogue } from './catalogue.ts'
import { plural } from './catalogue.ts'
import type { en } from './en.ts'

type SameKeys<T> = { readonly [K in keyof T]: Catalogue['problems'][string] }

export const ru: { readonly problems: SameKeys<(typeof en)['problems']> } = {
  problems: {
    notFound: () => 'Такого объекта нет, или он вам не виден.',
    'invalidInput.empty': () => 'Не должно быть пустым.',
    'invalidInput.tooLong': ({ max }) => `Не должно быть длиннее ${max} знаков.`,
    'invalidInput.nul': () => 'Не должно содержать символ NUL.',
    'invalidInput.surrogate': () => 'Содержит половину суррогатной пары: это недопустимый текст Unicode.',
    'invalidInput.uuid': () => 'Должно быть UUID.',
    'invalidInput.range': ({ min, max }) => `Должно быть от ${min} до ${max}.`,
    'invalidInput.tooMany': ({ max }) => `Допустимо не больше ${max}.`,
    'invalidInput.past': () => 'Должно быть в будущем.',
    'invalidInput.future': () => 'Не должно быть в будущем.',
    'invalidInput.required': () => 'Здесь обязательно.',
    'invalidInput.forbidden': () => 'Вы не можете это задавать.',
    'invalidInput.pattern': ({ pattern }) => `Должно соответствовать ${pattern}.`,
    'invalidInput.itself': () => 'Должно быть другое обращение.',
    'invalidInput.otherCustomer': () => 'Оба обращения должны быть от одного покупателя.',
    'invalidInput.guestToken': () => 'Это не действующий гостевой токен.',
    'invalidInput.duplicate': () => 'Встречается здесь больше одного раза.',
    'invalidInput.taken': () => 'Уже принадлежит кому-то другому.',
    conflict: ({ currentVersion }) => `Обращение изменилось: его версия теперь ${currentVersion}.`,
    illegalTransition: ({ from, action, allowedActions }) =>
      `Действие ${action} невозможно в состоянии ${from}. Возможно: ${allowedActions === '' ? 'ничего' : allowedActions}.`,
    alreadyClaimed: () => 'С этим обращением уже работает другой оператор.',
    missedMessages: ({ count }) =>
      plural('ru', Number(count), {
        one: `Пришло ${count} сообщение, которого вы не видели.`,
        few: `Пришло ${count} сообщения, которых вы не видели.`,
        many: `Пришло ${count} сообщений, которых вы не видели.`,
      }),
    idempotencyConflict: () => 'Этот ключ уже использован с другим содержанием.',
    tooSoon: ({ retryAfterSeconds }) =>
      `Повторите через ${retryAfterSeconds} ${plural('ru', Number(retryAfterSeconds), { one: 'секунду', few: 'секунды', many: 'секунд' })}.`,
    alreadyRedacted: () => 'Содержание этого сообщения удалено навсегда.',
  },
}
