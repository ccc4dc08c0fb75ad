import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export default defineConfig({
  root: project(''),
  // Two copies of graphql in one process refuse each other's types: ours must be the one the libraries load.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: project('node_modules/graphql/index.js') },
      { find: 'opora/client', replacement: project('src/client/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/global-setup.ts'],
    setupFiles: ['test/kit/setup.ts'],
    pool: 'forks',
    // A worker loads the server's modules once for all its files: half the processor time of the whole run.
    isolate: false,
    // Most of the time a test waits for a process or for the disk, so a second one pays even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
