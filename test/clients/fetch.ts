import type { Partner, Shop } from './partner.ts'
import { dataOf, plainPartner } from './plain.ts'

/** Without any library, or with one that only sends, such as graphql-request: a POST of JSON. */
export function openFetch(shop: Shop): Partner {
  return {
    ...plainPartner(async (query, variables) => {
      const response = await fetch(shop.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          // So that the status says what happened, and not 200 whatever it was.
          accept: 'application/graphql-response+json',
          authorization: `Bearer ${shop.token}`,
        },
        body: JSON.stringify({ query, variables }),
      })
      return dataOf(await response.json())
    }),
    close() {},
  }
}
