import type { Column, ColumnType } from './models.ts'

/** What PostgreSQL writes as text, alone in a row or inside JSON, as the values that Prisma gives. */

export type Form = 'row' | 'json'

/** The expression to select, such that `readerOf` can read what comes. */
export function expressionOf({ type, isList }: Column, sql: string, form: Form): string {
  if (isList) return form === 'row' ? `to_json(${sql})` : sql
  if (type === 'Bytes') return `encode(${sql}, 'hex')`
  // A number in JSON is exact up to 2^53 only.
  return type === 'BigInt' && form === 'json' ? `${sql}::text` : sql
}

export type Read = (value: unknown) => unknown

const asItIs: Read = (value) => value
const fromText: Readonly<Partial<Record<ColumnType, Read>>> = {
  Int: Number,
  Boolean: (value) => value === 't',
  Json: (value) => JSON.parse(value as string) as unknown,
}
const fromEither: Readonly<Partial<Record<ColumnType, Read>>> = {
  BigInt: (value) => BigInt(value as string),
  Bytes: (value) => Uint8Array.from(Buffer.from(value as string, 'hex')),
  DateTime: (value) => dateOf(value as string),
}

export function readerOf({ type, isList }: Column, form: Form): Read {
  const readOne = fromEither[type] ?? (form === 'row' && !isList ? fromText[type] : undefined) ?? asItIs
  if (!isList) return readOne === asItIs ? asItIs : (value) => (value === null ? null : readOne(value))
  return (value) => {
    const list = (form === 'row' ? JSON.parse(value as string) : value) as unknown[] | null
    // Prisma knows no list that is null.
    return list === null ? [] : readOne === asItIs ? list : list.map(readOne)
  }
}

/** "2026-01-31 12:00:00.123+00" of a row, "2026-01-31T12:00:00.123+00:00" of JSON; a day alone is its midnight in UTC. */
const timestamp =
  /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-]\d\d)?(?::?(\d\d))?)?$/

function dateOf(text: string): Date {
  const parts = timestamp.exec(text)
  if (parts === null) return new Date(text)
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0, fraction = '', zone = '+00', more = 0] =
    parts
  const milliseconds = fraction === '' ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3))
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
    milliseconds,
  )
  const offsetMinutes = Number(zone) * 60 + (zone.startsWith('-') ? -Number(more) : Number(more))
  // Date.UTC takes the years 0 to 99 for those of the last century.
  if (Number(year) < 100)
    return new Date(new Date(time).setUTCFullYear(Number(year)) - offsetMinutes * 60_000)
  return new Date(time - offsetMinutes * 60_000)
}
