import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chromiumPath, startChromium } from '../kit/chromium.ts'
import { startTestServer } from '../kit/server.ts'
import { buyer, openTicket } from '../kit/world.ts'
import type { Page, PageSettings } from './browser-program.ts'
import { badNetwork, clientOf, numbered, sendAll } from './desk.ts'
import { openSite } from './site.ts'

/** As any bundler does it for a page: no option helps, and what only Node has cannot be resolved. */
async function bundle(entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>) {
  const { outputFiles, metafile } = await build({
    ...entry,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const [file] = outputFiles
  return { code: file?.text ?? '', sources: Object.keys(metafile.inputs), outputs: metafile.outputs }
}

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const client = { entryPoints: [pathOf('../../src/client/index.ts')] }
const kilobytes = (text: string | Buffer) => `${Math.ceil(Buffer.byteLength(text) / 1_024)} KB`

describe('the client in a browser bundle', () => {
  it('reaches nothing of Node and needs no polyfill', async () => {
    const { code, sources, outputs } = await bundle(client)
    const app = await bundle({ entryPoints: [pathOf('browser-program.ts')] })
    console.info(
      `opora/client for the browser: ${kilobytes(code)} with every operation, ${kilobytes(gzipSync(code))} gzipped;`,
      `a page with two operations: ${kilobytes(app.code)}, ${kilobytes(gzipSync(app.code))} gzipped`,
    )
    const libraries = sources.filter((path) => !/(^|\/)src\/client\//.test(path))
    // The whole of `ws` in it is what that package offers browsers: a sentence that it is not for them.
    expect(libraries.filter((path) => !path.includes('node_modules/graphql-ws/'))).toEqual([
      'node_modules/ws/browser.js',
    ])
    expect(Object.values(outputs).flatMap(({ imports }) => imports)).toEqual([])
    expect(code).not.toMatch(/["'`]node:/)
    expect(code).not.toMatch(/(?<![.\w])(process|Buffer|setImmediate|require|__dirname)\s*[.([]/)
    expect(gzipSync(app.code).length).toBeLessThan(10 * 1_024)
  })

  it.each(['node:fs', 'node:crypto', 'events', 'stream'])(
    'would not be made if the client imported %s',
    async (name) => {
      const contents = `export * from './src/client/index.ts'\nexport { default } from '${name}'`
      const entry = { stdin: { contents, resolveDir: pathOf('../..'), loader: 'ts' as const } }
      await expect(bundle(entry)).rejects.toThrow(`Could not resolve "${name}"`)
    },
  )
})

declare const page: Page

describe.skipIf(chromiumPath === undefined)(
  'in a real browser (skipped without a chromium on the PATH)',
  () => {
    it('a page follows, is cut off, resumes and sends, with nothing but its bundle', async () => {
      const server = await startTestServer()
      onTestFinished(async () => await server.close())
      const anna = await buyer(server, 'anna')
      const { id: ticketId } = await openTicket(anna)
      const network = await badNetwork(server.url)
      const settings: PageSettings = { token: anna.token ?? '', ticketId }
      const script = `<script>settings = ${JSON.stringify(settings)}</script>`
      const { code } = await bundle({ entryPoints: [pathOf('browser-program.ts')] })
      const site = await openSite(
        {
          '/': `<!doctype html>${script}<script type="module" src="/page.js"></script>`,
          '/page.js': code,
        },
        () => network.url,
      )
      const { browser, stop } = await startChromium()
      onTestFinished(stop)
      const tab = await browser.newPage()
      const troubles: string[] = []
      tab.on('pageerror', ({ message }) => troubles.push(message))
      await tab.goto(site)
      const reach = async (state: string, count: number) => {
        await tab.waitForFunction(
          ([wanted, least]) => page.states.at(-1) === wanted && page.texts.length >= least,
          [state, count] as const,
        )
      }

      await reach('live', 1)
      network.refuse(true)
      network.cutAll()
      await reach('offline', 1)
      const texts = numbered('слово', 5)
      await sendAll(clientOf(server.url, anna), ticketId, texts)
      network.refuse(false)
      await reach('live', 6)
      const clientMessageId = randomUUID()
      const sent = await tab.evaluate(async (id) => await page.send('Из браузера', id), clientMessageId)
      expect(sent).toBe('MessageSendPayload')
      await reach('live', 7)

      expect(await tab.evaluate(() => [page.texts, page.states, page.place()])).toEqual([
        ['Где посылка?', ...texts, 'Из браузера'],
        ['catchingUp', 'live', 'offline', 'catchingUp', 'live'],
        { afterSeq: 7 },
      ])
      expect(troubles).toEqual([])
    })
  },
)
