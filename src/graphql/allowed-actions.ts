import type { EnumRef } from '@pothos/core'
import type { ActionBlock, OfferedAction } from '../core/transitions.ts'
import { builder } from './builder.ts'
import { describedEnum } from './enums.ts'

const ActionBlockEnum = describedEnum<ActionBlock>('ActionBlock', 'Why an action is not possible now.', {
  STATUS: 'The state machine has no such step from the present state.',
  DEADLINE: 'The time for it has passed.',
  INFORMATION: 'Something must be said or shown first.',
  GOODS: 'It depends on the goods: they must arrive or be inspected first.',
  MONEY: 'There is no money left for it, or it is on its way.',
  PERMISSION: 'Somebody else must do it.',
})

/** The type of an object's `allowedActions`: one for each kind of object, with its own actions. */
export function allowedActionType<Action extends string>(
  name: string,
  action: EnumRef<typeof builder.$inferSchemaTypes, Action>,
) {
  return builder.objectRef<OfferedAction<Action>>(name).implement({
    description: 'One action of the viewer’s side, and whether it is possible now.',
    fields: (t) => ({
      action: t.field({
        description: 'The action.',
        type: action,
        resolve: (offered) => offered.action as never,
      }),
      isAllowed: t.boolean({
        description: 'True if it would be accepted now.',
        resolve: ({ blockedBy }) => blockedBy.length === 0,
      }),
      blockedBy: t.field({
        description: 'Why it is not possible; empty when it is.',
        type: [ActionBlockEnum],
        resolve: ({ blockedBy }) => [...blockedBy],
      }),
    }),
  })
}
