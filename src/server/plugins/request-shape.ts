import { requestError } from '../request-error.ts'
import type { ServerPlugin } from './server-context.ts'

/** What we can answer with. */
const answerable = /^(application\/(json|graphql-response\+json|\*)|text\/(event-stream|\*)|\*\/\*)$/
const jsonBody = /^application\/(graphql\+)?json(;\s*charset="?utf-8"?)?$/i

/** Any of them will do: no page of another origin can set one without a preflight. Clients bring their own. */
const requestForgeryHeaders = ['x-opora-csrf', 'graphql-require-preflight', 'apollo-require-preflight']

/**
 * What a web page of another origin could send without being asked for permission first is refused before it is
 * read: a POST must say that it is JSON, and a GET that brings a document of its own must carry a header that such a
 * page cannot set. So is what we could not answer in a format the client takes, before anything is executed.
 */
export function useRequestShape(): ServerPlugin {
  return {
    onRequestParse({ request, url }) {
      const { method, headers } = request
      if (method === 'POST' && !jsonBody.test(headers.get('content-type')?.trim() ?? '')) {
        throw requestError(415, 'The content type must be application/json in UTF-8.')
      }
      if (method === 'GET' && url.searchParams.has('query') && !isSurelyMeant(headers)) {
        throw requestError(400, 'A GET needs the header x-opora-csrf: 1.')
      }
      if (!mediaTypes(headers.get('accept')).some((type) => answerable.test(type))) {
        throw requestError(406, 'Accept must allow application/json or text/event-stream.')
      }
    },
  }
}

function isSurelyMeant(headers: Headers): boolean {
  return requestForgeryHeaders.some((name) => headers.has(name))
}

/** The media types of an `Accept` header without their parameters. */
export function mediaTypes(accept: string | null): string[] {
  if (accept === null || accept.trim() === '') return ['*/*']
  return accept.split(',').map((range) => (range.split(';')[0] ?? '').trim().toLowerCase())
}
