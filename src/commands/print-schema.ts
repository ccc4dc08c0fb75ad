import { writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { projectPath } from '../core/project-path.ts'
import { schema } from '../graphql/schema.ts'

/** Writes what is promised to clients, sorted, so that a change of it is seen in a review. */
await writeFile(projectPath('schema', 'schema.graphql'), `${printSchema(lexicographicSortSchema(schema))}\n`)
