import { createServer } from 'node:http'
import { Pool } from 'pg'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { announce } from '../serve.ts'
import { DeskPlugin } from './postgraphile-desk.mjs'

/**
 * PostGraphile 5 on the tables as they are. Policy stands in plans: row level security with settings per request would
 * cost four round trips.
 */

const { DATABASE_URL, DATABASE_POOL } = readEnv()
const pool = new Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL, options: '-c TimeZone=UTC' })
const askerOf = await openAskers(pool)

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [DeskPlugin],
  pgServices: [makePgService({ pool })],
  grafast: {
    explain: false,
    context: async (requestContext) => ({
      asker: await askerOf(requestContext.node.req.headers.authorization),
    }),
  },
  grafserv: { graphiql: false, watch: false, websockets: false },
})
const server = createServer()
server.on('error', (error) => console.error(error))
await instance.createServ(grafserv).addTo(server)
server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}/graphql`))
