import { expect, onTestFinished } from 'vitest'
import type { TestServer } from './server.ts'
import type { Person } from './world.ts'

/** The requests of graphql-sse's single connection mode, one by one, as no stock client would mix them. */

export const tokenHeader = 'x-graphql-event-stream-token'

export interface Call {
  readonly headers?: Record<string, string>
  readonly search?: string
  readonly body?: object
}

export async function call(
  server: TestServer,
  method: string,
  by: Person,
  { headers, search = '', body }: Call = {},
): Promise<Response> {
  return await fetch(`${server.url}${search}`, {
    method,
    headers: {
      ...(by.token !== null && { authorization: `Bearer ${by.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

export async function reserve(server: TestServer, by: Person): Promise<string> {
  const answer = await call(server, 'PUT', by)
  expect(answer.status).toBe(201)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  return await answer.text()
}

/** An open event stream, read as text. */
export interface OpenStream {
  /** All so far, once it has these words. */
  upTo(words: string): Promise<string>
  toEnd(): Promise<string>
  leave(): void
}

/** Opens the stream of a reservation, or with `body` one of its own. */
export async function openStream(
  server: TestServer,
  by: Person,
  { token, body }: { token?: string; body?: object },
): Promise<OpenStream> {
  const controller = new AbortController()
  const answer = await fetch(server.url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${by.token}`,
      ...(token !== undefined && { [tokenHeader]: token }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: controller.signal,
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  onTestFinished(() => controller.abort())
  const readOn = async (): Promise<boolean> => {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
    text += value ?? ''
    return done
  }
  return {
    async upTo(words) {
      while (!text.includes(words)) {
        if (await readOn()) throw new Error(`the stream ended before ${words}: ${text}`)
      }
      return text
    },
    async toEnd() {
      while (!(await readOn())) continue
      return text
    },
    leave: () => controller.abort(),
  }
}
