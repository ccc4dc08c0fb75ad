import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from './project-path.ts'
import { openEngine } from './schema-engine.ts'

/**
 * The SQL that is missing to bring the database to the schema (the project's own when it is not given); undefined when
 * they agree.
 *
 * Of indexes the engine sees those on columns alone, with their operator class unless it is a B-tree, and their
 * condition: these must stand in the schema. What it does not see (indexes with an expression, checks, functions,
 * triggers, views, extensions, generated columns' being generated) lives in the migrations only and is no drift.
 */
export async function drift(url: string, schema = projectSchema()): Promise<string | undefined> {
  const files = [{ path: 'schema.prisma', content: schema }]
  const opened = await openEngine(url, schema)
  try {
    const result = await opened.engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return result.exitCode === 0 ? undefined : (result.stdout ?? '')
  } finally {
    await opened.close()
  }
}

/** The project's schema: `schema.prisma` and the models of each domain beside it. */
export function projectSchema(): string {
  const models = projectPath('prisma', 'models')
  const files = readdirSync(models).map((file) => join(models, file))
  return [projectPath('prisma', 'schema.prisma'), ...files]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}
