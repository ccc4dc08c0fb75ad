import { now } from '../../../core/clock.ts'
import { checkDate, checkOptionalDate } from '../../../core/dates.ts'
import { newId } from '../../../core/ids.ts'
import { checkCurrency, toMinorUnits } from '../../../core/money.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { productLimits } from '../rules.ts'

export interface ProductItem {
  readonly source: string
  readonly externalId: string
  readonly name: string
  readonly category: string | null
  readonly description: string | null
  readonly url: string | null
  readonly imageUrl: string | null
  readonly price: string | null
  readonly currencyCode: string | null
  readonly isAvailable: boolean
  readonly stock: number | null
  readonly promotions: readonly PromotionItem[]
  readonly sourceUpdatedAt: Date
}
export interface PromotionItem {
  readonly name: string
  readonly price: string | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

export type CheckedProduct = ReturnType<typeof checkProduct>

/** @throws InvalidInput for what no product can be */
export function checkProduct(item: ProductItem, path: readonly string[]) {
  const at = (...names: string[]) => [...path, ...names]
  const { price, currencyCode, stock, promotions } = item
  if (price !== null && currencyCode === null) throw new InvalidInput('required', at('currencyCode'))
  if (price === null && currencyCode !== null) throw new InvalidInput('required', at('price'))
  if (stock !== null && (stock < 0 || stock > productLimits.stock)) {
    throw new InvalidInput('range', at('stock'), { min: 0, max: productLimits.stock })
  }
  if (promotions.length > productLimits.promotions) {
    throw new InvalidInput('tooMany', at('promotions'), { max: productLimits.promotions })
  }
  return {
    path,
    id: newId(),
    source: checkText(item.source, at('source'), textLimits.key),
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    name: checkText(item.name, at('name'), productLimits.name),
    category: checkOptionalText(item.category, at('category'), textLimits.name),
    description: checkOptionalText(item.description, at('description'), productLimits.description),
    url: checkOptionalUrl(item.url, at('url')),
    imageUrl: checkOptionalUrl(item.imageUrl, at('imageUrl')),
    currencyCode: currencyCode === null ? null : checkCurrency(currencyCode, at('currencyCode')),
    price: price === null || currencyCode === null ? null : toMinorUnits(price, currencyCode, at('price')),
    isAvailable: item.isAvailable,
    stock,
    promotions: promotions.map((promotion, index) =>
      checkPromotion(promotion, currencyCode, at('promotions', String(index))),
    ),
    sourceUpdatedAt: checkDate(item.sourceUpdatedAt, at('sourceUpdatedAt'), now()),
  }
}

function checkPromotion(
  { name, price, startsAt, endsAt }: PromotionItem,
  currencyCode: string | null,
  path: readonly string[],
) {
  if (price !== null && currencyCode === null) throw new InvalidInput('forbidden', [...path, 'price'])
  const checked = {
    name: checkText(name, [...path, 'name'], textLimits.name),
    price:
      price === null || currencyCode === null ? null : toMinorUnits(price, currencyCode, [...path, 'price']),
    startsAt: checkOptionalDate(startsAt, [...path, 'startsAt'], now()),
    endsAt: checkOptionalDate(endsAt, [...path, 'endsAt'], now()),
  }
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) {
    throw new InvalidInput('span', [...path, 'endsAt'])
  }
  return checked
}

/** Only what a browser may open: no other scheme gets into a page by us. */
function checkOptionalUrl(value: string | null, path: readonly string[]): string | null {
  const text = checkOptionalText(value, path, productLimits.url)
  if (text === null) return null
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidInput('pattern', path, { pattern: 'https://…' })
  }
  return text
}
