/** The variables of a request as they came: not yet looked at by anybody. */
export type Variables = Readonly<Record<string, unknown>>

/** A number that depends on a request's variables. */
export interface Formula {
  readonly of: (variables: Variables) => number
  /** How many steps it takes to work out, so that nobody makes a long one of a short document. */
  readonly steps: number
}

/** What is the same for every request is a number already. */
export type Amount = number | Formula

export const amountOf = (amount: Amount, variables: Variables): number =>
  typeof amount === 'number' ? amount : amount.of(variables)

export const stepsOf = (amount: Amount): number => (typeof amount === 'number' ? 0 : amount.steps)

export function formula(of: Formula['of']): Formula {
  return { of, steps: 1 }
}

function combine(one: Amount, other: Amount, by: (one: number, other: number) => number): Amount {
  if (typeof one === 'number' && typeof other === 'number') return by(one, other)
  return {
    of: (variables) => by(amountOf(one, variables), amountOf(other, variables)),
    steps: 1 + stepsOf(one) + stepsOf(other),
  }
}

export const plus = (one: Amount, other: Amount): Amount => {
  if (one === 0) return other
  return other === 0 ? one : combine(one, other, (a, b) => a + b)
}

export const times = (one: Amount, other: Amount): Amount =>
  one === 0 || other === 0 ? 0 : combine(one, other, (a, b) => a * b)

export const larger = (one: Amount, other: Amount): Amount => {
  if (one === 0) return other
  return other === 0 ? one : combine(one, other, Math.max)
}

/** Whether something of the document takes part; null when it always does. */
export type Condition = {
  readonly holds: (variables: Variables) => boolean
  readonly steps: number
} | null

export function both(one: Condition, other: Condition): Condition {
  if (one === null || other === null) return one ?? other
  const holds = (variables: Variables) => one.holds(variables) && other.holds(variables)
  return { holds, steps: one.steps + other.steps }
}

export function either(one: Condition, other: Condition): Condition {
  if (one === null || other === null) return null
  const holds = (variables: Variables) => one.holds(variables) || other.holds(variables)
  return { holds, steps: one.steps + other.steps }
}

export function onlyIf(condition: Condition, amount: Amount): Amount {
  if (condition === null || amount === 0) return amount
  return {
    of: (variables) => (condition.holds(variables) ? amountOf(amount, variables) : 0),
    steps: condition.steps + stepsOf(amount),
  }
}
