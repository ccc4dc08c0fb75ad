import type { IncomingMessage } from 'node:http'
import type { GraphQLParams } from 'graphql-yoga'
import { requestError } from '../request-error.ts'
import type { ServerPlugin } from './server-context.ts'

/**
 * Reads the body of a POST as it comes and stops at the limit, whatever its length was said to be.
 * Batches are refused: one request, one operation.
 */
export function useRequestParams(limitBytes: number): ServerPlugin {
  return {
    onRequestParse({ request, requestParser, serverContext, setRequestParser }) {
      setRequestParser(async () => {
        if (request.method === 'POST') return readParams(await readBody(serverContext.req, limitBytes))
        try {
          return (await requestParser?.(request)) ?? {}
        } catch {
          throw requestError(400, 'variables and extensions must be JSON.')
        }
      })
    },
  }
}

async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const { 'content-length': length = '0', 'content-encoding': encoding = 'identity' } = request.headers
  if (encoding !== 'identity') throw requestError(415, 'A compressed body is not taken.')
  if (Number(length) > limitBytes) throw tooLarge(limitBytes)
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Leaving the loop must not destroy the request: the answer still goes out on its socket.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limitBytes) break
      chunks.push(chunk)
    }
  } catch {
    throw requestError(400, 'The body ended early.')
  }
  if (size > limitBytes) throw tooLarge(limitBytes)
  return Buffer.concat(chunks)
}

function tooLarge(limitBytes: number) {
  return requestError(413, `The body must not be larger than ${limitBytes} bytes.`)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The shape of the parameters themselves is checked by Yoga. */
function readParams(body: Buffer): GraphQLParams {
  let params: unknown
  try {
    params = JSON.parse(utf8.decode(body))
  } catch {
    throw requestError(400, 'The body is not JSON in UTF-8.')
  }
  if (Array.isArray(params))
    throw requestError(400, 'One request carries one operation: batches are not taken.')
  if (typeof params !== 'object' || params === null)
    throw requestError(400, 'The body must be a JSON object.')
  return params
}
