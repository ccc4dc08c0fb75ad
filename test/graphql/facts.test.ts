import { isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { catalog, type EventType } from '../../src/events/catalog.ts'
import { type StreamName, streamsOf } from '../../src/events/streams.ts'
import { factNames } from '../../src/graphql/events.ts'
import { schema } from '../../src/graphql/schema.ts'

const interfaceOf: Readonly<Record<StreamName, string>> = {
  ticket: 'TicketEvent',
  inbox: 'InboxEvent',
  customer: 'CustomerEvent',
}
const types = Object.keys(catalog) as EventType[]
const carried = types.filter((type) => streamsOf(type).length > 0)

describe('the types of facts', () => {
  it('are there for every type of event that a stream carries, and for no other', () => {
    expect(carried.length).toBeGreaterThan(30)
    expect([...factNames.keys()].toSorted()).toEqual(carried.toSorted())
    expect(new Set(factNames.values()).size).toBe(factNames.size)
  })

  it.each(carried)('of %s is an Event of the streams that carry it', (type) => {
    const named = schema.getType(factNames.get(type) ?? '')
    if (!isObjectType(named)) throw new Error(`${type} has no type`)
    const faces = named.getInterfaces().map(({ name }) => name)
    expect(faces.toSorted()).toEqual(
      ['Event', ...streamsOf(type).map((stream) => interfaceOf[stream])].toSorted(),
    )
  })
})
