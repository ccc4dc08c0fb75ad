import type { IncomingMessage } from 'node:http'
import { newId } from '../core/ids.ts'

const wellFormed = /^[\w.:-]{1,128}$/

/** The id that whoever is in front of the server gave a request, when it is fit for headers and logs; else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && wellFormed.test(given) ? given : newId()
}
