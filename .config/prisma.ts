import { execPath } from 'node:process'
import { defineConfig } from 'prisma/config'

// generate, validate and format need no engine but insist on finding one: any existing file will do.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= execPath

export default defineConfig({
  schema: '../prisma',
  migrations: { path: '../prisma/migrations' },
})
