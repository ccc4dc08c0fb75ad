import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql'
import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { policyClass } from '../domains/tickets/policy.ts'
import { Shared } from '../events/shared.ts'
import type { Context } from '../graphql/context.ts'

/** With whom an event's execution is shared: equal keys of one piece of news get one result. */
export interface Sharing {
  readonly shared: Shared
  readonly key: string
}

/**
 * Subscribers with the same document, variables (without the cursor), rights and language get the same result, so
 * that it is executed once. Null for what is a subscriber's own: control items, and documents that touch a field
 * whose value depends on the viewer alone (`isPerViewer`).
 */
export function sharingOf(args: ExecutionArgs, event: unknown, { viewer, locale }: Context): Sharing | null {
  const news = newsOf(event)
  if (news === null || viewer.kind === 'anonymous') return null
  const facts = factsOf(args)
  if (!facts.isAlike) return null
  return {
    shared: news.shared,
    key: `execute ${keyOf(args, facts)} ${locale} ${policyClass(viewer)} ${news.key}`,
  }
}

interface News {
  readonly shared: Shared
  readonly key: string
}

function newsOf(event: unknown): News | null {
  const {
    shared,
    event: fact,
    messageId,
    position,
  } = event as { shared?: unknown; event?: { id: bigint }; messageId?: string; position?: bigint }
  if (!(shared instanceof Shared)) return null
  if (fact !== undefined) return { shared, key: String(fact.id) }
  if (position !== undefined) return { shared, key: `heartbeat ${position}` }
  return messageId === undefined ? null : { shared, key: messageId }
}

/** What there is to know of a document once: the parsed one is kept by its text and stands for all who sent it. */
interface DocumentFacts {
  readonly id: number
  readonly isAlike: boolean
  /** Variables that only say where a stream begins. */
  readonly cursors: ReadonlySet<string>
}
const factsByDocument = new WeakMap<DocumentNode, DocumentFacts>()
let documentCount = 0

function factsOf({ document, schema }: ExecutionArgs): DocumentFacts {
  const known = factsByDocument.get(document)
  if (known !== undefined) return known
  const facts = { id: (documentCount += 1), ...examine(document, schema) }
  factsByDocument.set(document, facts)
  return facts
}

function examine(document: DocumentNode, schema: GraphQLSchema): Omit<DocumentFacts, 'id'> {
  let isAlike = true
  const uses = new Map<string, number>()
  const cursors = new Set<string>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Field() {
        if (types.getFieldDef()?.extensions['isPerViewer'] === true) isAlike = false
      },
      Argument({ name, value }) {
        const isOfStream = types.getParentType() === schema.getSubscriptionType()
        if (isOfStream && cursorArguments.has(name.value) && value.kind === Kind.VARIABLE)
          cursors.add(value.name.value)
      },
      Variable({ name }) {
        uses.set(name.value, (uses.get(name.value) ?? 0) + 1)
      },
    }),
  )
  return { isAlike, cursors: new Set([...cursors].filter((name) => uses.get(name) === 1)) }
}

const cursorArguments: ReadonlySet<string> = new Set(['after', 'afterSeq'])

const keys = new WeakMap<ExecutionArgs, string>()

function keyOf(args: ExecutionArgs, { id, cursors }: DocumentFacts): string {
  const known = keys.get(args)
  if (known !== undefined) return known
  const variables = Object.entries(args.variableValues ?? {}).filter(([name]) => !cursors.has(name))
  const key = JSON.stringify([
    id,
    args.operationName ?? null,
    variables.sort(([one], [other]) => (one < other ? -1 : 1)),
  ])
  keys.set(args, key)
  return key
}
