/** The limits of what a partner may say about a product. */
export const productLimits = {
  promotions: 50,
  stock: 1_000_000_000,
  name: 500,
  description: 10_000,
  url: 2_000,
} as const

/** Which promotions of a product are running at a moment, as a where clause. */
export function runningAt(now: Date) {
  return {
    AND: [
      { OR: [{ startsAt: null }, { startsAt: { lte: now } }] },
      { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    ],
  }
}
