/** What set a status change off: the action asked for, a message that moved the ticket, or a timer. */
export type TransitionCause =
  | 'WAIT'
  | 'RESOLVE'
  | 'REOPEN'
  | 'SNOOZE'
  | 'CLOSE'
  | 'SPAM'
  | 'CLAIM'
  | 'MESSAGE'
  | 'WAKE'
  | 'REOPEN_WINDOW'
  | 'HAND_OFF'
  | 'ERASURE'
