import { readdir, readFile } from 'node:fs/promises'
import { Kind, type OperationDefinitionNode, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import * as generated from '../../src/client/index.ts'
import { projectPath } from '../../src/core/project-path.ts'
import { schema } from '../../src/graphql/schema.ts'
import { idOf } from '../../src/server/operations/manifests.ts'

const folder = projectPath('schema', 'operations')

interface Manifest {
  readonly format: string
  readonly version: number
  readonly operations: readonly { id: string; name: string; type: string; body: string }[]
}

const { operations, ...head } = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8')) as Manifest

async function sources(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql'))
  return await Promise.all(names.map(async (name) => await readFile(`${folder}/${name}`, 'utf8')))
}

describe('schema/operations/manifest.json', () => {
  it('has every operation of the folder, by name, in the format of Apollo’s tools', async () => {
    const written = parse((await sources()).join('\n')).definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    )
    const expected = written.map(({ name, operation }) => ({ name: name?.value, type: operation }))
    expected.sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1))
    expect(head).toEqual({ format: 'apollo-persisted-query-manifest', version: 1 })
    expect(operations.map(({ name, type }) => ({ name, type }))).toEqual(expected)
  })

  it('has ids that are the hashes of their texts, which are valid', () => {
    for (const { id, name, body } of operations) {
      expect(id, name).toBe(idOf(body))
      expect(validate(schema, parse(body)), name).toEqual([])
    }
  })

  it('has what the typed client sends', () => {
    const documents = generated as unknown as Record<string, { toString(): string; __meta__: object }>
    for (const { id, name, body } of operations) {
      const document = documents[`${name}Document`]
      expect(document?.toString(), name).toBe(body)
      expect(document?.__meta__, name).toEqual({ hash: id })
    }
  })
})
