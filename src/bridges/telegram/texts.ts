/** What the bridge itself says to people, and what stands in a ticket for content that has no words. */

export type Language = 'RU' | 'EN'

/** Where Russian is what most people of the shop read. */
const russianReaders = new Set(['ru', 'be', 'kk', 'ky', 'uz', 'hy', 'uk', 'tg', 'az', 'tt', 'ba'])

export function languageOf(code: string | null | undefined): Language {
  if (code == null || code === '') return 'RU'
  return russianReaders.has(code.toLowerCase().split('-')[0] ?? '') ? 'RU' : 'EN'
}

/** Why a file is not in the ticket. */
export type FileRefusal = 'tooLarge' | 'type' | 'infected' | 'tooMany' | 'unavailable'

const fileRefusals: { readonly [L in Language]: { readonly [R in FileRefusal]: string } } = {
  RU: {
    tooLarge: 'файл слишком большой',
    type: 'файлы такого типа не принимаются',
    infected: 'в файле найдена угроза',
    tooMany: 'слишком много файлов сразу',
    unavailable: 'файл не удалось получить',
  },
  EN: {
    tooLarge: 'the file is too large',
    type: 'files of this type are not accepted',
    infected: 'a threat was found in the file',
    tooMany: 'too many files at once',
    unavailable: 'the file could not be fetched',
  },
}

const words = {
  RU: {
    file: 'Файл',
    sticker: 'Стикер',
    contact: 'Контакт',
    location: 'Местоположение',
    venue: 'Место',
    notTaken: (why: string) =>
      `Файл не передан в поддержку: ${why}. Пришлите, пожалуйста, другой или опишите словами.`,
    closed: 'Сейчас мы не принимаем сообщения в Telegram. Напишите нам, пожалуйста, другим способом.',
    removed: 'Сообщение удалено.',
  },
  EN: {
    file: 'File',
    sticker: 'Sticker',
    contact: 'Contact',
    location: 'Location',
    venue: 'Place',
    notTaken: (why: string) =>
      `The file did not reach support: ${why}. Please send another one or describe it in words.`,
    closed: 'We take no messages in Telegram at the moment. Please reach us in another way.',
    removed: 'This message was removed.',
  },
} as const

export function wordsIn(language: Language): (typeof words)[Language] {
  return words[language]
}

/** What a ticket says in place of a file that is not there. */
export function missingFile(language: Language, name: string, why: FileRefusal): string {
  return `[${words[language].file} ${name}: ${fileRefusals[language][why]}]`
}

/** What the person is told about a file that is not there. */
export function fileNotice(language: Language, why: FileRefusal): string {
  return words[language].notTaken(fileRefusals[language][why])
}
