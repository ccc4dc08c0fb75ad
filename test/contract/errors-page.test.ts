import { readFile } from 'node:fs/promises'
import { isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { problemCodes } from '../../src/core/problems.ts'
import { projectPath } from '../../src/core/project-path.ts'
import { errorCodes, retryable } from '../../src/graphql/errors.ts'
import { schema } from '../../src/graphql/schema.ts'

/** The page of errors is a part of the README: a row for each code. */
const page = await readFile(projectPath('README.md'), 'utf8')

function rowsUnder(heading: string): string[][] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`))
  expect(start).toBeGreaterThan(0)
  const rest = lines.slice(start + 2)
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  )
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

describe('the page of errors', () => {
  const errors = rowsUnder('top-level code')
  const problems = rowsUnder('`ProblemCode`')

  it('has a row for each code, that says what it means and whether to try again', () => {
    console.log(`${errors.length} top-level codes and ${problems.length} problem codes are documented`)
    expect(errors.map(([code]) => code).toSorted()).toEqual([...errorCodes].toSorted())
    expect(problems.map(([code]) => code).toSorted()).toEqual([...problemCodes].toSorted())
    for (const cells of [...errors, ...problems]) expect(cells.every((cell) => cell.length > 1)).toBe(true)
  })

  it.each(errors)('says of %s what the server says in `retryable`', (code = '', _means = '', again = '') => {
    expect(again).toMatch(retryable.has(code as never) ? /^yes/ : /^no/)
  })

  it('names the type of each problem', () => {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType)
    const ofProblems = types.filter((type) => type.getInterfaces().some(({ name }) => name === 'Problem'))
    expect(problems.map(([, type]) => type).toSorted()).toEqual(ofProblems.map(({ name }) => name).toSorted())
    for (const [code = '', type = ''] of problems) {
      expect(code).toBe(type.replaceAll(/(?!^)(?=[A-Z])/g, '_').toUpperCase())
    }
  })
})
