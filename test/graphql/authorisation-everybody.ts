import { serviceScopes } from '../../src/auth/viewer.ts'
import { admin, type Person, service } from '../kit/world.ts'
import type { Scene } from '../returns/scene.ts'

/** Every kind of viewer there is, by the name that the matrix has for it. Services hold the one scope of their name. */
export async function everybody({ server, cast }: Scene): Promise<ReadonlyMap<string, Person>> {
  const people: [string, Person][] = [
    ['anonymous', cast.anonymous],
    ['guest', cast.guest],
    ['ownBuyer', cast.ownBuyer],
    ['otherBuyer', cast.otherBuyer],
    ['operator', cast.operator],
    ['operatorOfAnotherTeam', cast.operatorOfAnotherTeam],
    ['supervisor', cast.supervisor],
    ['admin', await admin(server)],
    ['serviceWithoutScope', cast.serviceWithoutScope],
  ]
  for (const scope of [...serviceScopes, 'channels:telegram'])
    people.push([scope, await service(server, scope)])
  return new Map(people)
}
const desk = ['operator', 'operatorOfAnotherTeam', 'supervisor', 'admin']

/** The names of some viewers in a fixed order; all four of the desk are `desk`, all but nobody `everybody with a token`. */
export function namesOf(names: ReadonlySet<string>, everyone: readonly string[]): string {
  if (everyone.every((name) => names.has(name) === (name !== 'anonymous'))) return 'everybody with a token'
  const isDesk = desk.every((name) => names.has(name))
  return everyone
    .filter((name) => names.has(name) && !(isDesk && desk.slice(1).includes(name)))
    .map((name) => (isDesk && name === desk[0] ? 'desk' : name))
    .join(' ')
}
