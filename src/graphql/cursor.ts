import { lastPosition } from '../events/log.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'

/**
 * Where in the log a write landed, as a cursor for any stream. Names the event itself, so that no writer waits for
 * the sequencer. A call that wrote nothing answers the present head; to a buyer the last place of what is public, so
 * that nothing of the desk's own shows in it.
 */
async function cursorOfWrite({ desk, viewer }: Context, eventId: bigint | null): Promise<string> {
  if (eventId !== null && eventId !== 0n) return desk.cursors.encode({ kind: 'event', value: eventId })
  const head = desk.feed.position
  const value =
    viewer.kind === 'customer' ? await lastPosition(desk.database.pool, { kind: 'all' }, head) : head
  return desk.cursors.encode({ kind: 'position', value })
}

export const cursorDescription =
  'Where in the log the write landed: pass it as `after` to any stream to see what happens next.'

/** What the payload of each write has. */
export interface Landed {
  readonly eventId: bigint | null
}

/** A payload type: an object of its own with the cursor, never the entity itself. */
export function payloadType<T extends Landed>(name: string, description: string) {
  const ref = builder.objectRef<T>(name)
  builder.objectType(ref, {
    description,
    fields: (t) => ({
      cursor: t.string({
        description: cursorDescription,
        resolve: async (payload, _args, context) => await cursorOfWrite(context, payload.eventId),
      }),
    }),
  })
  return ref
}
