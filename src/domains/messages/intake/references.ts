/** Something in a text that may be the number of an order or a parcel, in every spelling it may be stored in. */
export interface Reference {
  readonly number: string
  readonly spellings: readonly string[]
}

/** A text names at most this many: each is looked up. */
export const maxReferences = 20

interface Format {
  readonly name: string
  /** In capitals, Latin look-alikes put in; gaps are allowed where the check digit tells that it is one number. */
  readonly pattern: RegExp
  readonly isRight: (number: string) => boolean
}

/** Carriers' numbers. What has none of these shapes is looked up too, after them. */
export const formats: readonly Format[] = [
  // Standard S10 of the Universal Postal Union: two letters, eight digits and their check digit, the country.
  {
    name: 'UPU S10',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d(?:[ -]?\d){8}[ -]?[A-Z]{2}(?![\p{L}\p{N}])/gu,
    isRight: (number) => {
      const sum = weigh(number.slice(2, 10), [8, 6, 4, 2, 3, 5, 9, 7])
      return ((11 - (sum % 11)) % 11 || 5) % 10 === Number(number[10])
    },
  },
  // Russian Post inside Russia: the index of the office, the month, the counter, the check digit.
  {
    name: 'Russian Post',
    pattern: /(?<![\p{L}\p{N}+-])\d(?:[ -]?\d){13}(?![\p{L}\p{N}])/gu,
    isRight: (number) => {
      const sum = weigh(number.slice(0, 13), [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3])
      return (10 - (sum % 10)) % 10 === Number(number[13])
    },
  },
  // CDEK: ten digits, no check digit.
  { name: 'CDEK', pattern: /(?<![\p{L}\p{N}+-])\d{10}(?![\p{L}\p{N}-])/gu, isRight: () => true },
]

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

/** Letters, digits and dashes, 5–40 of them, a digit among them: as shops number their orders. */
const anyNumber = /(?<![\p{L}\p{N}+])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu
const anyLength = { min: 5, max: 40 }

/** Looks like a number, and never is one of an order: dates. */
const noReference = /^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$/

/** Cyrillic capitals that look like Latin ones: people type them without knowing. */
const cyrillic = 'АВЕКМНОРСТУХІ'
const latin = 'ABEKMHOPCTYXI'

/** In capitals, Latin ones where they look like Cyrillic ones. */
function toLatinCapitals(text: string): string {
  return text.toUpperCase().replaceAll(/[АВЕКМНОРСТУХІ]/g, (letter) => latin.charAt(cyrillic.indexOf(letter)))
}

/** What people's keyboards and copying put into numbers: other dashes and spaces, and signs nobody sees. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u00A0\u202F№#]/g, ' ')
}

interface Found extends Reference {
  readonly place: number
  readonly rank: number
}

/**
 * The numbers of orders and parcels that a text may name, in its order. Where there are too many, those that have
 * the shape of a carrier's number are taken first.
 */
export function findReferences(text: string): Reference[] {
  if (!/\p{N}/u.test(text)) return []
  const tidied = tidy(text)
  const found = new Map<string, Found>()
  const add = (written: string, place: number, rank: number) => {
    const number = toLatinCapitals(written)
    if (found.has(number)) return
    const spellings = [...new Set([written, number, number.toLowerCase()])]
    found.set(number, { number, spellings, place, rank })
  }
  const capitals = toLatinCapitals(tidied)
  formats.forEach(({ pattern, isRight }, rank) => {
    for (const match of capitals.matchAll(pattern)) {
      const number = match[0].replaceAll(/[ -]/g, '')
      if (isRight(number)) add(number, match.index, rank)
    }
  })
  for (const match of tidied.matchAll(anyNumber)) {
    const [written] = match
    const isLong = written.length >= anyLength.min && written.length <= anyLength.max
    if (isLong && /\p{N}/u.test(written) && !noReference.test(written))
      add(written, match.index, formats.length)
  }
  return [...found.values()]
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, maxReferences)
    .sort((one, other) => one.place - other.place || one.rank - other.rank)
    .map(({ number, spellings }) => ({ number, spellings }))
}
