import { builder } from './builder.ts'
import type { Context } from './context.ts'

/**
 * Where in the log a write landed, as a cursor for any stream. Names the event itself, so that no writer waits for
 * the sequencer. A retry that wrote nothing and no longer finds its event answers the present head.
 */
export function cursorOfWrite({ desk }: Context, eventId: bigint | null): string {
  return eventId === null || eventId === 0n
    ? desk.cursors.encode({ kind: 'position', value: desk.feed.position })
    : desk.cursors.encode({ kind: 'event', value: eventId })
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
        resolve: (payload, _args, context) => cursorOfWrite(context, payload.eventId),
      }),
    }),
  })
  return ref
}
