import type { GraphQLFormattedError, GraphQLObjectType } from 'graphql'
import type { Person } from '../kit/world.ts'
import { namesOf } from './authorisation-everybody.ts'
import { fieldsOf, isNodeType, listed, typeOfSubject } from './authorisation-types.ts'
import { aliasOf, selectionOf, type Way, waysFromRoot, waysOn, wayToNode } from './authorisation-ways.ts'

/** What a viewer gets of a field, by the way that gives most: its value, nothing, or a refusal. */
export type Outcome = 'read' | 'hidden' | 'refused'
const weight: Readonly<Record<Outcome, number>> = { refused: 1, hidden: 2, read: 3 }

/** By subject, field and viewer; a viewer who never reaches the subject is not in it. */
export type Matrix = Map<string, Map<string, Map<string, Outcome>>>

export interface Question {
  readonly subjects: ReadonlyMap<string, string>
  /** What root fields must be given, as GraphQL. */
  readonly given: Readonly<Record<string, Readonly<Record<string, string>>>>
}

type Row = Readonly<Record<string, unknown>>
const typeNamed = new Map(listed.map((type) => [type.name, type]))
const batchSize = 8

/** Asks every field of everything that the viewer reaches, by every field that leads there. */
export async function askAll(
  matrix: Matrix,
  name: string,
  by: Person,
  { subjects, given }: Question,
): Promise<void> {
  const seen = new Set<string>()
  const bySubjectId = new Map([...subjects].map(([subject, id]) => [id, subject]))
  const nodes = [...subjects].map(([subject, id]) => {
    const type = typeNamed.get(typeOfSubject(subject))
    if (type === undefined) throw new Error(`there is no type ${subject}`)
    return wayToNode(id, type)
  })
  let ways = [...nodes, ...waysFromRoot(given)]
  while (ways.length > 0) {
    const next: Way[] = []
    for (const [way, rows] of await reach(by, ways)) {
      for (const { row, refused } of rows) {
        const type = typeNamed.get(String(row['__typename']))
        if (type === undefined) continue
        const subject = isNodeType(type) ? bySubjectId.get(String(row['id'])) : type.name
        if (subject === undefined) continue
        note(matrix, { subject, type, name, row, refused })
        if (seen.has(subject)) continue
        seen.add(subject)
        next.push(...waysOn(way, type))
      }
    }
    ways = next
  }
}

interface Seen {
  readonly subject: string
  readonly type: GraphQLObjectType
  readonly name: string
  readonly row: Row
  readonly refused: ReadonlySet<string>
}

function note(matrix: Matrix, { subject, type, name, row, refused }: Seen): void {
  const fields = matrix.get(subject) ?? new Map<string, Map<string, Outcome>>()
  matrix.set(subject, fields)
  for (const field of fieldsOf(type)) {
    const alias = aliasOf(type, field)
    const shown = isEmpty(row[alias]) ? 'hidden' : 'read'
    const outcome = refused.has(alias) ? 'refused' : shown
    const viewers = fields.get(field.name) ?? new Map<string, Outcome>()
    fields.set(field.name, viewers)
    const before = viewers.get(name)
    if (before === undefined || weight[outcome] > weight[before]) viewers.set(name, outcome)
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && 'nodes' in value && isEmpty(value.nodes)
}

interface Reached {
  readonly row: Row
  /** The fields that end in an error. */
  readonly refused: ReadonlySet<string>
}

async function reach(by: Person, ways: readonly Way[]): Promise<[Way, Reached[]][]> {
  const reached: [Way, Reached[]][] = []
  for (let start = 0; start < ways.length; start += batchSize) {
    const batch = ways.slice(start, start + batchSize)
    const asked = batch.map((way, index) => way.wrap(`w${index}`, selectionOf(way.type)))
    const { data, errors } = await by.answer<Row | null>(`{ ${asked.join('\n')} }`)
    for (const [index, way] of batch.entries()) {
      const rows = rowsAt(data?.[`w${index}`], way.path).map((row) => ({ row, refused: new Set<string>() }))
      // A refusal may take its parent with it: each is asked again without what was refused.
      reached.push([way, errors === undefined ? rows : await reachAlone(by, way)])
    }
  }
  return reached
}

/** Leaves out what is refused, until all that remains is answered. */
async function reachAlone(by: Person, way: Way): Promise<Reached[]> {
  const refused = new Set<string>()
  for (;;) {
    const { data, errors = [] } = await by.answer<Row | null>(
      `{ ${way.wrap('w', selectionOf(way.type, refused))} }`,
    )
    if (errors.length === 0) return rowsAt(data?.['w'], way.path).map((row) => ({ row, refused }))
    const aliases = errors.map(aliasAt)
    // Refused on the way there.
    if (aliases.every((alias) => alias === null)) return []
    for (const alias of aliases) if (alias !== null) refused.add(alias)
  }
}

function aliasAt({ path = [], extensions, message }: GraphQLFormattedError): string | null {
  const code = String(extensions?.['code'])
  if (code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED') throw new Error(`${code}: ${message}`)
  const alias = path.find((part) => typeof part === 'string' && /^[A-Z]\w*_/.test(part))
  return alias === undefined ? null : String(alias)
}

function rowsAt(value: unknown, path: readonly string[]): Row[] {
  if (Array.isArray(value)) return value.flatMap((one) => rowsAt(one, path))
  if (value === null || value === undefined || typeof value !== 'object') return []
  const [key, ...rest] = path
  return key === undefined ? [value as Row] : rowsAt((value as Row)[key], rest)
}

/** The matrix as a text to be reviewed: a line for each field, with those who read it, who see nothing, who are refused. */
export function printMatrix(matrix: Matrix, everyone: readonly string[]): string {
  const parts = [...matrix]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([subject, fields]) => {
      const lines = [...fields].map(([field, viewers]) => {
        const names = (wanted: Outcome) =>
          namesOf(
            new Set([...viewers].filter(([, outcome]) => outcome === wanted).map(([name]) => name)),
            everyone,
          )
        const others = (['hidden', 'refused'] as const).map((outcome) => [outcome, names(outcome)] as const)
        const said = others
          .filter(([, list]) => list !== '')
          .map(([outcome, list]) => `\n    ${outcome}: ${list}`)
        return `  ${field}: ${names('read')}${said.join('')}`
      })
      return `${subject}\n${lines.join('\n')}\n`
    })
  return parts.join('\n')
}
