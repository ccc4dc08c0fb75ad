import { createLogger } from '../../src/core/logger.ts'
import { readEnv } from '../../src/env.ts'
import { startOpora } from '../../src/server/start.ts'
import { announce } from './serve.ts'

/** Opora as it is: the same start as `npm start`. */
const env = readEnv()
const opora = await startOpora(env, { log: createLogger(env) })
announce(opora.server.url, async () => await opora.close())
