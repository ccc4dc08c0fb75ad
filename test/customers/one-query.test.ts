import { CustomerStoryDocument } from 'opora/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsDuring } from '../kit/statements.ts'
import { unlimited } from '../kit/unlimited.ts'
import type { Person } from '../kit/world.ts'
import { openScene, type Scene } from '../returns/scene.ts'
import { storyOf, type Told, tell } from './story.ts'

/** The whole story of a buyer in one request: any number of rows costs the same few SQL statements. */

let scene: Scene
let short: Told
let long: Told
beforeAll(async () => {
  scene = await openScene(unlimited)
  short = { name: 'anna', by: scene.cast.ownBuyer, count: 1 }
  long = { name: 'boris', by: scene.cast.otherBuyer, count: 50 }
  await tell(scene, short)
  await tell(scene, long)
})
afterAll(async () => await scene.server.close())

const all = {
  ordersFirst: 100,
  eventsLast: 100,
  returnsFirst: 100,
  refundsFirst: 100,
  ticketsFirst: 100,
  messagesLast: 100,
}

/** The story as somebody reads it, and the statements it took. */
async function read(reader: Person, { by }: Told) {
  // Who asks is read at the first request only.
  await reader.ask('{ viewer { __typename } }')
  let customer: unknown
  const statements = await statementsDuring(scene.server.desk, async () => {
    const data = await reader.ask(CustomerStoryDocument.toString(), { id: by.id, ...all })
    customer = data['customer']
  })
  return { customer, statements }
}

describe('the story of a buyer in one query', () => {
  it.each<['desk' | 'buyer', (told: Told) => Person]>([
    ['desk', () => scene.cast.operator],
    ['buyer', ({ by }) => by],
  ])(
    'is whole, and costs as many statements for 1 row of each as for 50: read by the %s',
    async (side, reader) => {
      const [one, fifty] = [await read(reader(short), short), await read(reader(long), long)]
      expect(one.customer).toMatchObject(storyOf(short, side))
      expect(fifty.customer).toMatchObject(storyOf(long, side))
      // Whose record it is after merges, the story, what is unread, and what the returns’ rules look at.
      expect([one.statements.length, fifty.statements.length]).toEqual([4, 4])
    },
  )

  it('is nothing to another buyer', async () => {
    expect((await read(short.by, long)).customer).toBeNull()
  })
})
