import type { IncomingMessage, ServerResponse } from 'node:http'
import cors from 'cors'
import type { Env } from '../env.ts'

/** What pages of other origins may do with this server: those in CORS_ORIGINS as those of its own, others nothing. */
export interface CrossOrigin {
  /** Says in the headers who may read the answer. True when the request was a browser's question and is answered. */
  answers(request: IncomingMessage, response: ServerResponse): boolean
  /**
   * Whether a WebSocket may be opened. Browsers let every page open one to anywhere and only say whose page it is. A
   * foreign page could do nothing without a token, because there are no cookies; it is not let in all the same, so
   * that nobody's browser takes places here, or is used to look for servers behind a firewall.
   */
  mayConnect(request: IncomingMessage): boolean
}

/** How long a browser need not ask again. */
const rememberSeconds = 7_200

export function openCrossOrigin({ CORS_ORIGINS, PUBLIC_URL }: Env): CrossOrigin {
  const origins = [...CORS_ORIGINS]
  const known = new Set(origins)
  if (PUBLIC_URL !== undefined && URL.canParse(PUBLIC_URL)) known.add(new URL(PUBLIC_URL).origin)
  // Never with credentials: who asks is said by a token that a page has to hold, not by what its browser remembers.
  const addHeaders = cors({
    origin: origins,
    credentials: false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: rememberSeconds,
  })
  return {
    answers(request, response) {
      if (origins.length === 0) return false
      let isAnswered = true
      addHeaders(request, response, () => {
        isAnswered = false
      })
      return isAnswered
    },
    mayConnect({ headers: { origin, host } }) {
      // Only browsers say it.
      if (origin === undefined) return true
      if (!URL.canParse(origin)) return false
      return known.has(origin) || new URL(origin).host === host?.toLowerCase()
    },
  }
}
