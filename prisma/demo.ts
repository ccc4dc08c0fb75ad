import type { Channel, Language, TicketResolution, Topic } from '../src/core/prisma/enums.ts'

/** The people and conversations of the demo shop. All of them are invented. */

export const teams = [
  { key: 'delivery', name: 'Доставка' },
  { key: 'returns', name: 'Возвраты и обмены' },
] as const

export const operators = [
  { sub: 'olga', name: 'Ольга', role: 'operator', team: 'delivery' },
  { sub: 'timur', name: 'Тимур', role: 'operator', team: 'returns' },
  { sub: 'sergey', name: 'Сергей Павлович', role: 'supervisor', team: null },
  { sub: 'irina', name: 'Ирина', role: 'admin', team: null },
] as const

export const buyers = [
  { sub: 'anna', name: 'Анна Соколова', email: 'anna@example.com', phone: '+79001234501', locale: 'RU' },
  {
    sub: 'dmitry',
    name: 'Дмитрий Ковалёв',
    email: 'dmitry@example.com',
    phone: '+79001234502',
    locale: 'RU',
  },
  {
    sub: 'aigerim',
    name: 'Айгерим Сатпаева',
    email: 'aigerim@example.com',
    phone: '+77011234503',
    locale: 'RU',
  },
  { sub: 'armen', name: 'Армен Григорян', email: 'armen@example.com', phone: '+37491234504', locale: 'RU' },
  { sub: 'john', name: 'John Miller', email: 'john@example.com', phone: '+375291234505', locale: 'EN' },
] as const

export interface Conversation {
  readonly by: (typeof buyers)[number]['sub']
  readonly subject: string
  readonly topic: Topic
  readonly channel: Channel
  readonly language: Language
  /** `by` null: the buyer. */
  readonly lines: readonly { readonly by: string | null; readonly text: string; readonly isNote?: true }[]
  readonly resolution?: TicketResolution
}

export const conversations: readonly Conversation[] = [
  {
    by: 'anna',
    subject: 'Где моя посылка?',
    topic: 'DELIVERY',
    channel: 'APP_CHAT',
    language: 'RU',
    lines: [
      { by: null, text: 'Здравствуйте! Заказ должны были привезти вчера, а статус третий день не меняется.' },
      { by: 'olga', text: 'Анна, здравствуйте! Сейчас посмотрю, где посылка.' },
      {
        by: 'olga',
        text: 'Сортировка в Подольске стоит со вторника, курьерская служба обещала до завтра.',
        isNote: true,
      },
      {
        by: 'olga',
        text: 'Посылка задержалась на сортировке, новая дата доставки завтра до 18:00. Приносим извинения.',
      },
      { by: null, text: 'Хорошо, подожду до завтра. А можно перенести на пункт выдачи?' },
    ],
  },
  {
    by: 'anna',
    subject: 'Не подошёл размер платья',
    topic: 'RETURN',
    channel: 'SITE_CHAT',
    language: 'RU',
    lines: [
      { by: null, text: 'Платье оказалось мало, хочу обменять на 46 размер. Бирки на месте.' },
      {
        by: 'timur',
        text: 'Здравствуйте! Обмен возможен в течение 21 дня. Оформить заявку на возврат с обменом?',
      },
      { by: null, text: 'Да, пожалуйста.' },
      {
        by: 'timur',
        text: 'Готово, сдайте платье в любом пункте выдачи, новый размер отправим сразу после проверки.',
      },
    ],
    resolution: 'FIXED',
  },
  {
    by: 'dmitry',
    subject: 'Оплата не проходит',
    topic: 'PAYMENT',
    channel: 'SITE_CHAT',
    language: 'RU',
    lines: [
      {
        by: null,
        text: 'Третий раз пытаюсь оплатить картой, пишет «операция отклонена». Деньги на карте есть.',
      },
    ],
  },
  {
    by: 'aigerim',
    subject: 'Курьер не дозвонился',
    topic: 'DELIVERY',
    channel: 'TELEGRAM',
    language: 'RU',
    lines: [
      { by: null, text: 'Курьер написал, что не дозвонился, но звонков не было!' },
      { by: 'olga', text: 'Айгерим, передала курьерской службе. Когда вам удобно принять заказ?' },
    ],
  },
  {
    by: 'armen',
    subject: 'Есть ли кофемолка в наличии?',
    topic: 'ORDER',
    channel: 'WHATSAPP',
    language: 'RU',
    lines: [{ by: null, text: 'Добрый день, когда снова появится кофемолка серого цвета?' }],
  },
  {
    by: 'armen',
    subject: 'Предложение: фильтр по ткани',
    topic: 'SUGGESTION',
    channel: 'EMAIL',
    language: 'RU',
    lines: [{ by: null, text: 'Сделайте, пожалуйста, фильтр по составу ткани: ищу только хлопок.' }],
  },
  {
    by: 'john',
    subject: 'Damaged box',
    topic: 'COMPLAINT',
    channel: 'SITE_CHAT',
    language: 'EN',
    lines: [
      { by: null, text: 'The box was torn open and one cup is broken. What should I do?' },
      { by: 'timur', text: 'I am sorry to hear that. Could you send a photo of the box and the cup?' },
      { by: null, text: 'Sure, I will take one tonight.' },
    ],
  },
]
