import { randomNumbers } from '../crash/random.ts'

/** Decisions that look random and come again with the same seed. */
export class Chance {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = randomNumbers(seed)
  }

  /** True in so many of a hundred cases. */
  is(percent: number): boolean {
    return this.#next() * 100 < percent
  }

  /** A whole number from 0 up to, and without, the given one. */
  below(count: number): number {
    return Math.floor(this.#next() * count)
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to choose from')
    return list[this.below(list.length)] as T
  }

  /** Some of them, at most so many, in their order. */
  some<T>(list: readonly T[], most: number): T[] {
    const wanted = this.between(1, most)
    return list.filter(() => this.is((wanted / Math.max(list.length, 1)) * 100)).slice(0, most)
  }
}
