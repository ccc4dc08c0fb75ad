import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/client/index.ts'
import type { Step } from '../../src/commands/import/bulk/steps.ts'
import { countDirt } from '../../src/commands/import/olist/dirt.ts'
import { findOlist } from '../../src/commands/import/olist/folder.ts'
import { readShop } from '../../src/commands/import/olist/shop.ts'
import { olistSteps } from '../../src/commands/import/olist/steps.ts'
import { findReviews, reviewSteps } from '../../src/commands/import/reviews/import.ts'
import { isOlistMissing, realOlist } from './olist-folder.ts'

/** Nobody is there: the steps are only read. */
const client = createClient({ url: 'http://127.0.0.1:9/graphql', token: '' })

/** How many items each step reads of the real files, how many of them are different ones, and what it cannot read. */
async function readAll(steps: readonly Step[]) {
  const counts: Record<string, number[]> = {}
  const items: Record<string, unknown[]> = {}
  for (const { name, open } of steps) {
    const keys = new Set<string>()
    let [read, unreadable] = [0, 0]
    items[name] = []
    for await (const reading of (await open()).readings) {
      if ('reason' in reading) unreadable += 1
      else {
        read += 1
        keys.add(reading.key)
        items[name].push(reading.item)
      }
    }
    counts[name] = [read, keys.size, unreadable]
  }
  return { counts, items }
}

describe.skipIf(isOlistMissing)('the real shop (skipped without shared/data beside the checkout)', () => {
  test('every row of Olist can be read, and every key is there once', { timeout: 120_000 }, async () => {
    const files = await findOlist([realOlist])
    const shop = await readShop(files)
    const { counts, items } = await readAll(olistSteps(client, files, shop))
    expect(counts).toEqual({
      products: [32_951, 32_951, 0],
      customers: [26_924, 26_924, 0],
      orders: [27_288, 27_288, 0],
      payments: [28_881, 28_881, 0],
      deliveries: [26_828, 26_828, 0],
      'tracking events': [104_557, 104_557, 0],
      complaints: [4_090, 4_090, 0],
      ratings: [27_333, 27_333, 0],
    })
    expect(await countDirt(files, shop)).toEqual({
      'orders without items': 775,
      'delivered without a date': 8,
      'canceled with a date of delivery': 6,
      'handed to the carrier before approval': 341,
      'delivered before handed to the carrier': 5,
      'paid more than 5 cents above or below goods and freight': 79,
      'orders with several reviews': 169,
      'reviews of several orders': 86,
    })
    const complaints = items['complaints'] as { about: string; tags: string[] }[]
    expect(complaints.filter(({ tags }) => tags.includes('return-wish'))).toHaveLength(178)
    expect(new Set(complaints.map(({ about }) => about))).toEqual(new Set(['GOODS', 'COURIER', 'SERVICE']))
  })
})

const reviews = fileURLToPath(new URL('../../../shared/data/reviews-ru/', import.meta.url))

describe.skipIf(!existsSync(reviews))(
  'Russian reviews (skipped without shared/data beside the checkout)',
  () => {
    test('each becomes one of three', async () => {
      const files = await findReviews(reviews)
      const { counts } = await readAll(files.flatMap((file) => reviewSteps(client, file)))
      expect(counts).toEqual({
        'ozon complaints': [55, 55, 0],
        'ozon suggestions': [2, 2, 0],
        'ozon ratings': [570, 570, 0],
        'wb complaints': [119, 119, 0],
        'wb suggestions': [4, 4, 0],
        'wb ratings': [852, 852, 0],
      })
    })
  },
)
