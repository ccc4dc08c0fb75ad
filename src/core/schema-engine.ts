import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { Pool, type QueryResult } from 'pg'

/**
 * Prisma's own migration engine as WebAssembly: it needs no download, unlike the native one that `prisma migrate` uses.
 * A tool for development and tests; a running server does not load it.
 */
export interface OpenEngine {
  readonly engine: SchemaEngine
  close(): Promise<void>
}

/** Opens the engine on a database and a schema. Close it: it holds connections. */
export async function openEngine(url: string, schema: string): Promise<OpenEngine> {
  const glue = await (loading ??= load())
  const pool = new EnginePool({ connectionString: url, max: 2 })
  const adapter = bindMigrationAwareSqlAdapterFactory(withLetters(new PrismaPg(pool)))
  const datamodels: [string, string][] = [['schema.prisma', schema]]
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, adapter)
  return {
    engine,
    async close() {
      engine.free()
      await pool.end()
    },
  }
}

/** As much of WebAssembly as is used: its types come with those of browsers, which are not loaded here. */
interface WebAssemblyApi {
  instantiate(
    code: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
}

type Glue = typeof import('@prisma/schema-engine-wasm') & { __wbg_set_wasm(exports: unknown): void }
let loading: Promise<Glue> | undefined

/** The package is written for bundlers that import `.wasm`; Node is told by hand. */
async function load(): Promise<Glue> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  // What the engine panics with would otherwise be lost in a TypeError about this missing global.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) },
  })
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Glue
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi }
  const code = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/**
 * The engine asks the catalogues for columns of type "char" (one letter), which the adapter refuses. So the pool passes
 * them off as text under a marked name, and above the adapter the mark becomes the type the engine expects.
 */
const letterMark = '\u0000letter'
const oid = { letter: 18, text: 25 }

class EnginePool extends Pool {
  // The adapter calls it with one object and awaits it; the other ways to call it are not used.
  override async query(statement: unknown): Promise<never> {
    const result: QueryResult = await super.query(statement as string)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== oid.letter) continue
      field.dataTypeID = oid.text
      field.name += letterMark
    }
    return result as never
  }
}

function withLetters(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => translating(await factory.connect()),
    connectToShadowDb: async () => translating(await factory.connectToShadowDb()),
  }
}

function translating(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const ask = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await ask(query)
    for (const [index, name] of result.columnNames.entries()) {
      if (!name.endsWith(letterMark)) continue
      result.columnNames[index] = name.slice(0, -letterMark.length)
      result.columnTypes[index] = ColumnTypeEnum.Character
    }
    return result
  }
  return adapter
}
