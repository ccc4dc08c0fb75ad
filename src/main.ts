import { readEnv, WrongSetting } from './env.ts'

// Only now, so that the libraries see the NODE_ENV that env.ts settles: graphql checks less in production.
const { createLogger } = await import('./core/logger.ts')
const { StartRefused } = await import('./core/start-refused.ts')
const { startOpora } = await import('./server/start.ts')
const { welcome } = await import('./server/welcome.ts')

/** The server: starts, says where it is, and stops on SIGTERM. */

/** One Ctrl-C can arrive twice: from the terminal, and from npm that passes it on. */
const sameSignalMs = 1_000

async function run(): Promise<void> {
  const env = readEnv()
  const log = createLogger(env)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed unheard'))
  const starting = startOpora(env, { log })
  let stoppingSince: number | null = null
  const stop = () => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince > sameSignalMs) process.exit(1)
      return
    }
    stoppingSince = Date.now()
    log.info('stopping')
    starting
      .then(async (opora) => await opora.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  process.stdout.write(`${await welcome(env, await starting)}\n`)
}

try {
  await run()
} catch (error) {
  if (!(error instanceof StartRefused || error instanceof WrongSetting)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
