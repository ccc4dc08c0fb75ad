import { requestError } from '../request-error.ts'
import type { ServerPlugin } from './server-context.ts'

/** What we can answer with. */
const answerable = /^(application\/(json|graphql-response\+json|\*)|text\/(event-stream|\*)|\*\/\*)$/
const jsonBody = /^application\/(graphql\+)?json(;\s*charset="?utf-8"?)?$/i

/**
 * What a web page of another origin could send without being asked for permission first is refused before it is
 * read: a POST must say that it is JSON, and a GET must carry the header `x-opora-csrf`. So is what we could not
 * answer in a format the client takes, before anything is executed.
 */
export function useRequestShape(): ServerPlugin {
  return {
    onRequestParse({ request }) {
      const { method, headers } = request
      if (method === 'POST' && !jsonBody.test(headers.get('content-type')?.trim() ?? '')) {
        throw requestError(415, 'The content type must be application/json in UTF-8.')
      }
      if (method === 'GET' && headers.get('x-opora-csrf') === null) {
        throw requestError(400, 'A GET needs the header x-opora-csrf: 1.')
      }
      if (!mediaTypes(headers.get('accept')).some((type) => answerable.test(type))) {
        throw requestError(406, 'Accept must allow application/json or text/event-stream.')
      }
    },
  }
}

/** The media types of an `Accept` header without their parameters. */
export function mediaTypes(accept: string | null): string[] {
  if (accept === null || accept.trim() === '') return ['*/*']
  return accept.split(',').map((range) => (range.split(';')[0] ?? '').trim().toLowerCase())
}
