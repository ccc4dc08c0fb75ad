import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser of this machine; undefined when there is none: what needs one is skipped, and says so. */
export const chromiumPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path))

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser that has never been anywhere. */
export async function startChromium(): Promise<{ browser: BrowserContext; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'opora-test-chromium-'))
  const browser = await chromium.launchPersistentContext(folder, {
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    headless: true,
    args: flags,
  })
  return {
    browser,
    async stop() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
