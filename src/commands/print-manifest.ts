import { writeFile } from 'node:fs/promises'
import { type OperationDefinitionNode, parse } from 'graphql'
import * as generated from '../client/generated/graphql.ts'
import { projectPath } from '../core/project-path.ts'

/**
 * Writes the manifest of the operations in `schema/operations`, in the format of Apollo's tools: the texts that the
 * generated client sends, by the ids that it knows them by.
 */
const operations = Object.values(generated).flatMap((document) => {
  if (!(document instanceof generated.TypedDocumentString)) return []
  const id: unknown = document.__meta__?.['hash']
  if (typeof id !== 'string') return []
  const body = document.toString()
  const { name, operation } = parse(body).definitions[0] as OperationDefinitionNode
  return [{ id, name: name?.value ?? '', type: operation, body }]
})
operations.sort((one, other) => (one.name < other.name ? -1 : 1))

const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations }
const path = projectPath('schema', 'operations', 'manifest.json')
await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`)
