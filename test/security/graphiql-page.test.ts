import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chromiumPath, startChromium } from '../kit/chromium.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ DEMO: '1' })
})
afterAll(async () => await server.close())

describe('the policy of the GraphiQL page', () => {
  it('allows the scripts that are in it and nothing from elsewhere', async () => {
    const { headers } = await fetch(server.url, { headers: { accept: 'text/html' } })
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((line) => {
        const [name = '', ...sources] = line.split(' ')
        return [name, sources] as const
      }),
    )
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('connect-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('script-src')?.length).toBeGreaterThan(0)
    for (const source of policy.get('script-src') ?? []) expect(source).toMatch(/^'sha256-[\w+/]{43}='$/)
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})

describe.skipIf(chromiumPath === undefined)(
  'in a real browser (skipped without a chromium on the PATH)',
  () => {
    it('GraphiQL works under its policy, and a script that was slipped in does not', async () => {
      const { browser, stop } = await startChromium()
      onTestFinished(stop)
      const tab = await browser.newPage()
      const troubles: string[] = []
      tab.on('pageerror', ({ message }) => troubles.push(message))
      tab.on('console', (message) => {
        if (/Content Security Policy|Refused to/i.test(message.text())) troubles.push(message.text())
      })
      await tab.goto(server.url)
      // The schema has come, and the editor says what is wrong by it.
      await tab.locator('.graphiql-execute-button').click({ timeout: 40_000 })
      await tab.locator('.graphiql-response', { hasText: 'CUSTOMER' }).waitFor({ timeout: 40_000 })
      expect(troubles).toEqual([])

      await tab.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.slippedIn = true'
        document.body.append(script)
      })
      expect(await tab.evaluate(() => 'slippedIn' in window)).toBe(false)
      expect(troubles).toHaveLength(1)
    })
  },
)
