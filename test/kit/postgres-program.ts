import { ownPostgres } from '../../src/core/postgres/own-postgres.ts'

/** A process that uses the own PostgreSQL in the folder it is given, until its input ends. See postgres-process.ts. */
const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('which folder?')
const postgres = await ownPostgres({ dataDir, log: (line) => console.error(line) })
console.log(JSON.stringify({ url: postgres.url, adopted: postgres.adopted }))
for await (const _ of process.stdin);
await postgres.stop()
