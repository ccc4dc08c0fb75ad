import DataLoader from 'dataloader'
import type { Model } from './models.ts'
import type { Run } from './read.ts'
import { compileRows } from './read.ts'
import type { Given } from './statement.ts'
import { isGiven } from './statement.ts'

type Find = (given: Given) => Promise<Given | null>

/** What is asked for by a key, with one selection, at the same moment is found together, as Prisma does it too. */
export function uniqueReader(model: Model, run: Run): Find {
  const findOne: Find = async (given) => (await run(compileRows(model, given)))[0] ?? null
  const waiting = new Map<string, DataLoader<string, Given | null>>()
  return async (given) => {
    const { where, ...selection } = given
    const [[name, value] = [], ...more] = Object.entries(isGiven(where) ? where : {})
    const key = model.fields.get(name ?? '')
    if (key?.kind !== 'column' || typeof value !== 'string' || more.length > 0) return await findOne(given)
    const asked = JSON.stringify([key.name, selection], (_name, one: unknown) =>
      typeof one === 'bigint' ? String(one) : one,
    )
    const known = waiting.get(asked)
    if (known !== undefined) return await known.load(value)
    const loader = new DataLoader<string, Given | null>(async ([first, ...others]) => {
      waiting.delete(asked)
      if (others.length === 0) return [await findOne({ ...selection, where: { [key.name]: first } })]
      return await findEach(model, run, key.name, selection, [first as string, ...others])
    })
    waiting.set(asked, loader)
    return await loader.load(value)
  }
}

async function findEach(
  model: Model,
  run: Run,
  key: string,
  selection: Given,
  values: readonly string[],
): Promise<(Given | null)[]> {
  const { select } = selection
  const keyed = isGiven(select) ? { ...selection, select: { ...select, [key]: true } } : selection
  const rows = await run(compileRows(model, { ...keyed, where: { [key]: { in: values } } }))
  const found = new Map(rows.map((row) => [row[key], row]))
  return values.map((value) => found.get(value) ?? null)
}
