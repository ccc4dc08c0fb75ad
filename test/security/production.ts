/** What a server with the tokens of a real issuer does by itself; the tests keep the development issuer for theirs. */
export const production = { INTROSPECTION: 'staff', GRAPHIQL: '0' } as const

/** Counts the checks of a list that have passed, and says so at the end of the file. */
export function tally(list: string, total: number) {
  let passed = 0
  return {
    pass: () => {
      passed += 1
    },
    tell: () => console.info(`${list}: ${passed} of ${total} checks pass`),
  }
}
