import { plural } from './catalogue.ts'

export const en = {
  problems: {
    notFound: () => 'There is no such object, or it is not visible to you.',
    'invalidInput.empty': () => 'Must not be empty.',
    'invalidInput.tooLong': ({ max }) => `Must not be longer than ${max} characters.`,
    'invalidInput.nul': () => 'Must not contain the NUL character.',
    'invalidInput.surrogate': () => 'Contains half of a surrogate pair: the text is not valid Unicode.',
    'invalidInput.uuid': () => 'Must be a UUID.',
    'invalidInput.range': ({ min, max }) => `Must be between ${min} and ${max}.`,
    'invalidInput.tooMany': ({ max }) => `At most ${max} are allowed.`,
    'invalidInput.past': () => 'Must be in the future.',
    'invalidInput.future': () => 'Must not be in the future.',
    'invalidInput.required': () => 'Is required here.',
    'invalidInput.forbidden': () => 'Is not yours to set.',
    'invalidInput.pattern': ({ pattern }) => `Must match ${pattern}.`,
    'invalidInput.itself': () => 'Must be another ticket.',
    'invalidInput.otherCustomer': () => 'Both tickets must be of the same customer.',
    'invalidInput.guestToken': () => 'Is not a valid guest token.',
    'invalidInput.duplicate': () => 'Stands here more than once.',
    'invalidInput.taken': () => 'Already belongs to somebody else.',
    conflict: ({ currentVersion }) => `The ticket has changed: its version is now ${currentVersion}.`,
    illegalTransition: ({ from, action, allowedActions }) =>
      `${action} is not possible while the status is ${from}. Possible: ${allowedActions === '' ? 'nothing' : allowedActions}.`,
    alreadyClaimed: () => 'Somebody else is already working on this ticket.',
    missedMessages: ({ count }) =>
      `${count} ${plural('en', Number(count), { one: 'message has', many: 'messages have' })} arrived that you have not seen.`,
    idempotencyConflict: () => 'This key was used before with another content.',
    tooSoon: ({ retryAfterSeconds }) =>
      `Please try again in ${retryAfterSeconds} ${plural('en', Number(retryAfterSeconds), { one: 'second', many: 'seconds' })}.`,
    alreadyRedacted: () => 'The content of this message was removed for good.',
  },
} satisfies import('./catalogue.ts').Catalogue
