import { createLogger } from '../../src/core/logger.ts'
import { readEnv } from '../../src/env.ts'
import { startOpora } from '../../src/server/start.ts'
import { announce } from '../bench/serve.ts'
import { unheard } from './judge.ts'

/** Opora as it is: as `npm start` it survives a promise that nobody listens to, and says so. */
const env = readEnv()
const log = createLogger(env)
process.on('unhandledRejection', (error) => log.error({ err: error }, unheard))
const opora = await startOpora(env, { log })
announce(opora.server.url, async () => await opora.close())
