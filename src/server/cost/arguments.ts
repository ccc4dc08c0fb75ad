import type { DirectiveNode, FieldNode, GraphQLArgument, OperationDefinitionNode, ValueNode } from 'graphql'
import { Kind, valueFromASTUntyped } from 'graphql'
import { defaultPageSize, maxPageSize } from '../../graphql/keyset.ts'
import type { Amount, Condition, Variables } from './amount.ts'
import { both, formula } from './amount.ts'

/** A value of the document: known now, or only with the variables of a request. */
type Given = { readonly value: unknown } | { readonly read: (variables: Variables) => unknown }

const absent: Given = { value: undefined }

/** Reads what a field or directive was given, as graphql will: a variable's own default counts when it is absent. */
export class Arguments {
  readonly #defaults = new Map<string, unknown>()

  constructor({ variableDefinitions = [] }: OperationDefinitionNode) {
    for (const { variable, defaultValue } of variableDefinitions) {
      if (defaultValue !== undefined)
        this.#defaults.set(variable.name.value, valueFromASTUntyped(defaultValue))
    }
  }

  /** How many rows a page has at most; null when the field is not paged. */
  pageSize(node: FieldNode, declared: readonly GraphQLArgument[]): Amount | null {
    if (!declared.some(({ name }) => name === 'first')) return null
    const first = this.#argument(node, 'first', declared)
    const last = this.#argument(node, 'last', declared)
    if ('value' in first && 'value' in last) return pageSizeOf(first.value, last.value)
    return formula((variables) => pageSizeOf(valueOf(first, variables), valueOf(last, variables)))
  }

  /** How many elements an argument's own list has, such as that of `ids`; null when none of them is a list. */
  listLength(node: FieldNode, declared: readonly GraphQLArgument[]): Amount | null {
    const name = declared.find(({ type }) => String(type).startsWith('['))?.name
    if (name === undefined) return null
    const list = this.#argument(node, name, declared)
    if ('value' in list) return lengthOf(list.value)
    return formula((variables) => lengthOf(valueOf(list, variables)))
  }

  /** How many elements the lists of a mutation's `input` have together. */
  inputLength(node: FieldNode, declared: readonly GraphQLArgument[]): Amount {
    const input = this.#argument(node, 'input', declared)
    if ('value' in input) return lengthOfLists(input.value)
    return formula((variables) => lengthOfLists(valueOf(input, variables)))
  }

  /** Whether `@skip` and `@include` let something take part: always, by the variables, or false for never. */
  condition(directives: readonly DirectiveNode[] = []): Condition | false {
    let condition: Condition = null
    for (const directive of directives) {
      const { name } = directive
      if (name.value !== 'skip' && name.value !== 'include') continue
      const given = this.#given(directive.arguments?.find((argument) => argument.name.value === 'if')?.value)
      // What is no Boolean is refused by graphql afterwards.
      const refused = name.value === 'skip'
      if ('value' in given) {
        if (given.value === refused) return false
        continue
      }
      condition = both(condition, { holds: (variables) => given.read(variables) !== refused, steps: 1 })
    }
    return condition
  }

  #argument(node: FieldNode, name: string, declared: readonly GraphQLArgument[]): Given {
    const given = node.arguments?.find((argument) => argument.name.value === name)
    if (given !== undefined) return this.#given(given.value)
    return { value: declared.find((argument) => argument.name === name)?.defaultValue }
  }

  #given(node: ValueNode | undefined): Given {
    if (node === undefined) return absent
    const names = variablesIn(node)
    if (names.length === 0) return { value: valueFromASTUntyped(node) }
    const readVariable = (variables: Variables, name: string) =>
      Object.hasOwn(variables, name) ? variables[name] : this.#defaults.get(name)
    if (node.kind === Kind.VARIABLE) return { read: (variables) => readVariable(variables, node.name.value) }
    const read = (variables: Variables) =>
      valueFromASTUntyped(
        node,
        Object.fromEntries(names.map((name) => [name, readVariable(variables, name)])),
      )
    return { read }
  }
}

function valueOf(given: Given, variables: Variables): unknown {
  return 'value' in given ? given.value : given.read(variables)
}

function variablesIn(node: ValueNode): string[] {
  if (node.kind === Kind.VARIABLE) return [node.name.value]
  if (node.kind === Kind.LIST) return node.values.flatMap(variablesIn)
  return node.kind === Kind.OBJECT ? node.fields.flatMap(({ value }) => variablesIn(value)) : []
}

/** A size that is none is refused by the field itself: here it counts as the largest, so that nothing is hidden. */
function pageSizeOf(first: unknown, last: unknown): number {
  if (first == null && last == null) return defaultPageSize
  return Math.max(rowsOf(first), rowsOf(last))
}

function rowsOf(size: unknown): number {
  if (size == null) return 0
  return typeof size === 'number' && size >= 1 && size <= maxPageSize ? size : maxPageSize
}

/** One value stands for a list of it. */
function lengthOf(list: unknown): number {
  if (Array.isArray(list)) return list.length
  return list == null ? 0 : 1
}

function lengthOfLists(input: unknown): number {
  if (typeof input !== 'object' || input === null) return 0
  let length = 0
  for (const value of Object.values(input)) if (Array.isArray(value)) length += value.length
  return length
}
