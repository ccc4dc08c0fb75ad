/** The lines that the system writes into tickets, and what each one tells of. Days are those of UTC. */
export interface LineValues {
  readonly deliveryLate: { readonly trackingNumber: string | null; readonly promisedTo: Date | null }
  readonly deliveryReadyForPickup: {
    readonly trackingNumber: string | null
    readonly pickupPoint: string | null
    readonly storedUntil: Date | null
  }
}
type Lines = { readonly [K in keyof LineValues]: (values: LineValues[K]) => string }

const englishParcel = (trackingNumber: string | null) =>
  trackingNumber === null ? 'Your parcel' : `Your parcel ${trackingNumber}`
const englishDate = (day: Date) => day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const en: Lines = {
  deliveryLate: ({ trackingNumber, promisedTo }) => {
    const expected = promisedTo === null ? '' : `: it was expected by ${englishDate(promisedTo)}`
    return `${englishParcel(trackingNumber)} is late${expected}. We are sorry, and keep an eye on it.`
  },
  deliveryReadyForPickup: ({ trackingNumber, pickupPoint, storedUntil }) => {
    const place = pickupPoint === null ? '' : ` “${pickupPoint}”`
    const until = storedUntil === null ? '' : ` and is kept there until ${englishDate(storedUntil)}`
    return `${englishParcel(trackingNumber)} has arrived at the pickup point${place}${until}.`
  },
}

const russianParcel = (trackingNumber: string | null) =>
  trackingNumber === null ? 'Ваша посылка' : `Ваша посылка ${trackingNumber}`
// Without «г.», which would end a sentence with two full stops.
const russianDate = (day: Date) =>
  day.toLocaleDateString('ru-RU', { dateStyle: 'long', timeZone: 'UTC' }).replace(/\sг\.$/, '')

const ru: Lines = {
  deliveryLate: ({ trackingNumber, promisedTo }) => {
    const expected = promisedTo === null ? '' : `: её ждали не позже ${russianDate(promisedTo)}`
    return `${russianParcel(trackingNumber)} задерживается${expected}. Приносим извинения и следим за ней.`
  },
  deliveryReadyForPickup: ({ trackingNumber, pickupPoint, storedUntil }) => {
    const place = pickupPoint === null ? '' : ` «${pickupPoint}»`
    const until = storedUntil === null ? '' : ` и хранится там до ${russianDate(storedUntil)}`
    return `${russianParcel(trackingNumber)} прибыла в пункт выдачи${place}${until}.`
  },
}

const catalogues: Readonly<Record<'ru' | 'en', Lines>> = { ru, en }

/** A line in the language of its ticket. */
export function lineText<K extends keyof LineValues>(
  line: K,
  values: LineValues[K],
  locale: 'ru' | 'en',
): string {
  return catalogues[locale][line](values)
}
