/** Words for codes that a text names: states and actions of what can be moved, and why a policy does not allow it. */
const words = {
  states: {
    ACKNOWLEDGED: ['acknowledged', 'принято к сведению'],
    ABSENT: ['no goods to be sent', 'товар не отправляется'],
    ACTIVE: ['active', 'действует'],
    APPROVED: ['approved', 'одобрено'],
    ARBITRATION: ['arbitration', 'разбирает старший'],
    AWAITING: ['goods awaited', 'ждём товар'],
    CANCELLED: ['cancelled', 'отменено'],
    CLOSED: ['closed', 'закрыто'],
    COMPLETED: ['completed', 'сделано'],
    DECLINED: ['declined', 'отклонено'],
    DELIVERED: ['delivered', 'доставлено'],
    DISPUTED: ['disputed', 'оспорено'],
    DUPLICATE: ['duplicate', 'повтор'],
    EXPIRED: ['expired', 'истекло'],
    FAILED: ['failed', 'не удалось'],
    FINAL: ['decided for good', 'решено окончательно'],
    GRANTED: ['granted', 'назначено'],
    INFO_REQUIRED: ['more information needed', 'нужны сведения'],
    INSPECTED: ['inspected', 'проверено'],
    INVESTIGATING: ['being investigated', 'разбирается'],
    IN_TRANSIT: ['on its way', 'в пути'],
    MERGED: ['merged', 'объединено'],
    NEW: ['new', 'новое'],
    OPEN: ['open', 'открыто'],
    PARTIALLY_RECEIVED: ['partially received', 'получено частично'],
    PENDING: ['pending', 'ожидает'],
    PLANNED: ['planned', 'запланировано'],
    READ: ['read', 'прочитано'],
    RECEIVED: ['received', 'получено'],
    REQUESTED: ['requested', 'запрошено'],
    RESOLVED: ['resolved', 'решено'],
    REVOKED: ['revoked', 'отозвано'],
    SENDING: ['being sent', 'отправляется'],
    SENT: ['sent', 'отправлено'],
    SNOOZED: ['snoozed', 'отложено'],
    SPAM: ['spam', 'спам'],
    STARTED: ['started', 'начато'],
    SUCCEEDED: ['succeeded', 'выполнено'],
    UNCONFIRMED: ['unconfirmed', 'не подтверждено'],
    UNDER_REVIEW: ['under review', 'рассматривается'],
    WAITING_CUSTOMER: ['waiting for the customer', 'ждёт покупателя'],
    WAITING_THIRD_PARTY: ['waiting for somebody else', 'ждёт третью сторону'],
  },
  actions: {
    ACKNOWLEDGE: ['acknowledge', 'принять к сведению'],
    APPROVE: ['approve', 'одобрить'],
    ARBITRATE: ['arbitrate', 'передать старшему'],
    ASK_CUSTOMER: ['ask the customer', 'спросить покупателя'],
    ASK_INFO: ['ask for information', 'запросить сведения'],
    ASSIGN: ['assign', 'назначить'],
    CANCEL: ['cancel', 'отменить'],
    CLAIM: ['claim', 'взять в работу'],
    CLOSE: ['close', 'закрыть'],
    COMPLETE: ['complete', 'завершить'],
    DECLINE: ['decline', 'отклонить'],
    DISPUTE: ['dispute', 'оспорить'],
    EXECUTE: ['execute', 'выполнить'],
    FINALIZE: ['decide for good', 'решить окончательно'],
    GRANT_REFUND: ['grant a refund', 'назначить возврат денег'],
    HAND_OFF: ['hand over to a person', 'передать человеку'],
    INSPECT_GOODS: ['inspect the goods', 'проверить товар'],
    INVESTIGATE: ['investigate', 'разобраться'],
    LINK: ['link', 'связать'],
    MARK_DUPLICATE: ['mark as a duplicate', 'отметить как повтор'],
    MERGE: ['merge', 'объединить'],
    OPEN: ['open', 'открыть'],
    PLAN: ['plan', 'запланировать'],
    PROVIDE_INFO: ['give information', 'дать сведения'],
    RECEIVE_GOODS: ['receive the goods', 'принять товар'],
    RECONSIDER: ['ask to reconsider', 'просить пересмотреть'],
    REOPEN: ['reopen', 'открыть снова'],
    REPLY: ['reply', 'ответить'],
    RESOLVE: ['resolve', 'решить'],
    REVIEW: ['review', 'рассмотреть'],
    ROTATE: ['rotate', 'заменить'],
    SEND_GOODS: ['send the goods', 'отправить товар'],
    SNOOZE: ['snooze', 'отложить'],
    SPAM: ['mark as spam', 'отметить как спам'],
    START: ['start', 'начать'],
    UNVOTE: ['withdraw the vote', 'отозвать голос'],
    UPDATE: ['change', 'изменить'],
    VOTE: ['vote', 'проголосовать'],
    WAIT_CUSTOMER: ['wait for the customer', 'ждать покупателя'],
    WAIT_THIRD_PARTY: ['wait for somebody else', 'ждать третью сторону'],
    WITHDRAW: ['withdraw', 'отозвать'],
  },
  reasons: {
    decisionNotAllowed: [
      'this outcome is not foreseen for the reason',
      'такой исход для этой причины не предусмотрен',
    ],
    documentMissing: ['a document is missing', 'не хватает документа'],
    lineCancelled: ['the item was cancelled', 'позиция отменена'],
    notAvailable: ['the product is not available', 'товара нет в наличии'],
    notDelivered: ['it has not been delivered yet', 'заказ ещё не доставлен'],
    nothingLeft: ['nothing is left to return', 'возвращать больше нечего'],
    notReturnable: ['such goods are not taken back', 'такой товар не принимают назад'],
    openComplaint: ['a complaint is still to be answered', 'на жалобу ещё нужно ответить'],
    openRefund: ['money is still to be given back', 'деньги ещё не возвращены'],
    openReturn: ['a return is still open', 'возврат ещё не завершён'],
    ownSuggestion: ['it is your own suggestion', 'это ваше собственное предложение'],
    windowPassed: ['the time for it has passed', 'срок для этого прошёл'],
  },
} as const satisfies {
  readonly [part: string]: { readonly [code: string]: readonly [en: string, ru: string] }
}

export type Words = typeof words

/** Codes as words, `A, B` as `a, b`; what stands after a colon is kept: `documentMissing:receipt`. */
export function wordsOf(locale: 'ru' | 'en', part: keyof Words, codes: string): string {
  return codes
    .split(', ')
    .map((said) => {
      const [code = '', subject] = said.split(':')
      const word = wordOf(locale, part, code)
      return subject === undefined ? word : `${word} (${subject})`
    })
    .join(', ')
}

/** A code that is not known is said as it stands. */
function wordOf(locale: 'ru' | 'en', part: keyof Words, code: string): string {
  const known: { readonly [code: string]: readonly [string, string] | undefined } = words[part]
  return known[code]?.[locale === 'en' ? 0 : 1] ?? code
}

/** Whether there are words for a code. */
export function hasWords(part: keyof Words, code: string): boolean {
  return Object.hasOwn(words[part], code)
}
