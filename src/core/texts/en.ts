import { type Catalogue, plural } from './catalogue.ts'
import { wordsOf } from './words.ts'

const notUnderstood =
  'The app has asked for something that the service does not understand. An update may help.'

export const en = {
  problems: {
    notFound: () => 'There is no such object, or it is not visible to you.',
    'invalidInput.empty': () => 'Must not be empty.',
    'invalidInput.tooLong': ({ max }: { max: number }) =>
      `Must not be longer than ${max} ${plural('en', max, { one: 'character', many: 'characters' })}.`,
    'invalidInput.nul': () => 'Must not contain the NUL character.',
    'invalidInput.surrogate': () => 'Contains half of a surrogate pair: the text is not valid Unicode.',
    'invalidInput.uuid': () => 'Must be a UUID.',
    'invalidInput.range': ({ min, max }: { min: string | number; max: string | number }) =>
      `Must be between ${min} and ${max}.`,
    'invalidInput.tooMany': ({ max }: { max: number }) =>
      `At most ${max} ${plural('en', max, { one: 'is', many: 'are' })} allowed.`,
    'invalidInput.past': () => 'Must be in the future.',
    'invalidInput.future': () => 'Must not be in the future.',
    'invalidInput.required': () => 'Is required here.',
    'invalidInput.forbidden': () => 'Is not yours to set.',
    'invalidInput.pattern': ({ pattern }: { pattern: string }) => `Must match ${pattern}.`,
    'invalidInput.itself': () => 'Must be another ticket.',
    'invalidInput.otherOrder': () => 'This parcel is of another order.',
    'invalidInput.otherCustomer': () => 'Both tickets must be of the same customer.',
    'invalidInput.guestToken': () => 'Is not a valid guest token.',
    'invalidInput.duplicate': () => 'Stands here more than once.',
    'invalidInput.taken': () => 'Already belongs to somebody else.',
    'invalidInput.currency': () => 'Is not a currency of ISO 4217.',
    'invalidInput.precision': ({ digits }: { digits: number }) =>
      `This currency has at most ${digits} ${plural('en', digits, { one: 'digit', many: 'digits' })} after the point.`,
    'invalidInput.negative': () => 'Must not be negative.',
    'invalidInput.cycle': () => 'Would lead back to itself.',
    'invalidInput.currencyMismatch': () => 'Must be in the currency of the order.',
    'invalidInput.beforeStart': () => 'Must not be before its beginning.',
    'invalidInput.unknown': () => 'Is not known here.',
    'invalidInput.shape': () => 'Does not have the shape of this kind of rules.',
    'invalidInput.hasComplaint': () => 'This ticket already has a complaint.',
    'invalidInput.alreadyDuplicate': () => 'Is a duplicate itself: give the one it points to.',
    'invalidInput.confirmation': () => 'Must be the id of the customer that is meant, once more.',
    staleUpdate: () => 'The source has said something newer before.',
    notEligible: ({ reasons }: { reasons: string }) =>
      `The shop’s rules do not allow it: ${wordsOf('en', 'reasons', reasons)}.`,
    quantityExceeded: ({ available }: { available: number }) =>
      `Only ${available} ${plural('en', available, { one: 'is', many: 'are' })} left for this.`,
    amountExceeded: ({ available }: { available: string }) => `At most ${available} can be given.`,
    'invalidInput.oneOf': () => 'Exactly one of these must be given.',
    'invalidInput.fileName': () =>
      'Must be the name of a file, without a path and without invisible characters.',
    'attachmentRefused.tooLarge': ({ max }: { max: number }) =>
      `The file may have at most ${max} ${plural('en', max, { one: 'byte', many: 'bytes' })}.`,
    'attachmentRefused.tooMany': ({ max }: { max: number }) =>
      `At most ${max} ${plural('en', max, { one: 'file', many: 'files' })} may wait to be sent.`,
    'attachmentRefused.type': () => 'Files of this type cannot be sent.',
    'attachmentRefused.taken': () => 'The file is already part of a message or a return.',
    'attachmentRefused.infected': () => 'The file is dangerous and was removed.',
    'attachmentRefused.failed': () => 'The file could not be taken; please send it again.',
    notConfigured: ({ setting }: { setting: string }) =>
      `This server is not set up for it: ${setting} is missing.`,
    'attachmentRefused.notUploaded': () => 'The file has not been uploaded yet.',
    'invalidInput.timeZone': () => 'Is not a time zone of the IANA database.',
    'invalidInput.time': () => 'Must be a time of the day such as 09:00, or 24:00 for its end.',
    'invalidInput.span': () => 'Must end after it begins.',
    'invalidInput.overlap': () => 'Overlaps another one of the same day.',
    channelClosed: () => 'This channel is switched off at the moment.',
    replyWindowClosed: () =>
      'This platform does not allow an answer so long after the customer’s last message.',
    botMuted: () => 'The bot has handed this ticket to a person and may not write here.',
    'leaseHeld.OTHER_WORKER': () => 'Another worker is sending this message.',
    'leaseHeld.EARLIER_MESSAGE': () => 'An earlier message of this conversation has to go out first.',
    'leaseHeld.BACK_OFF': ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `The last try failed: try again in ${retryAfterSeconds} ${plural('en', retryAfterSeconds, { one: 'second', many: 'seconds' })}.`,
    'leaseHeld.ATTACHMENTS': () => 'A file of this message is still being scanned.',
    leaseLost: () => 'Another worker has taken this message on since.',
    alreadyHandled: ({ status }: { status: string }) =>
      `Nothing is left to send: the message is ${wordsOf('en', 'states', status)}.`,
    deliveryUnconfirmed: () =>
      'A worker took this message on and never told what became of it: it may have been sent.',
    conflict: ({ currentVersion }: { currentVersion: number }) =>
      `The object has changed: its version is now ${currentVersion}.`,
    illegalTransition: ({
      from,
      action,
      allowedActions,
    }: {
      from: string
      action: string
      allowedActions: string
    }) =>
      `“${wordsOf('en', 'actions', action)}” is not possible in the state “${wordsOf('en', 'states', from)}”. Possible: ${allowedActions === '' ? 'nothing' : wordsOf('en', 'actions', allowedActions)}.`,
    alreadyClaimed: () => 'Somebody else is already working on this ticket.',
    missedMessages: ({ count }: { count: number }) =>
      `${count} ${plural('en', count, { one: 'message has', many: 'messages have' })} arrived that you have not seen.`,
    idempotencyConflict: () => 'This key was used before with another content.',
    tooSoon: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `Please try again in ${retryAfterSeconds} ${plural('en', retryAfterSeconds, { one: 'second', many: 'seconds' })}.`,
    alreadyRedacted: () => 'The content of this message was removed for good.',
  },
  errors: {
    GRAPHQL_PARSE_FAILED: () => notUnderstood,
    GRAPHQL_VALIDATION_FAILED: () => notUnderstood,
    BAD_USER_INPUT: () => notUnderstood,
    PERSISTED_QUERY_NOT_FOUND: () => notUnderstood,
    PERSISTED_QUERY_ONLY: () => notUnderstood,
    UNAUTHENTICATED: () => 'Please log in.',
    TOKEN_EXPIRED: () => 'Your session has ended. Please log in again.',
    FORBIDDEN: () => 'You have no right to do this.',
    QUERY_TOO_COMPLEX: () => 'This asks for too much at once.',
    THROTTLED: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `These were too many requests. Please try again in ${retryAfterSeconds} ${plural('en', retryAfterSeconds, { one: 'second', many: 'seconds' })}.`,
    SUBSCRIPTION_LIMIT: () => 'Too much is open at once. Please close a window or a tab.',
    STREAM_RESET: () => 'What you see may be out of date. Please load it anew.',
    STREAM_LAGGED: () => 'The connection is too slow for all that happens. What you see may be out of date.',
    NOT_VISIBLE: () => 'There is no such object, or it is not visible to you.',
    SERVICE_UNAVAILABLE: () => 'The service is not available at the moment. Please try again later.',
    TIMEOUT: () => 'This took too long. Please try again.',
    INTERNAL_SERVER_ERROR: () => 'Something went wrong on our side. Please try again later.',
  },
  links: {
    empty: 'There was no content.',
    invalid: 'This link is not valid.',
    notFound: 'There is no such file.',
    notAllowed: 'This is not done here.',
    already: 'The file was uploaded before.',
    expired: 'This link has expired.',
    tooLarge: 'The file is larger than announced or allowed.',
    wrongType: 'The content is not of a type that is taken, or not of the announced one.',
    unavailable: 'Please try again later.',
  },
  questions: {
    ORDER_NUMBER: 'Which order is it about? Please send its number.',
    TRACKING_NUMBER: 'Which parcel is it about? Please send the tracking number or the number of the order.',
    PRODUCT: 'Which product is it about? Please send its article number or choose it from your order.',
    PHOTO: 'Please attach photos that show what is wrong.',
    PAYMENT_METHOD: 'How did you pay or try to pay: by card, by bank transfer, in another way?',
    ERROR_TEXT: 'What does the message say, word for word? A screenshot helps too.',
    DEVICE: 'Which device and which browser or app do you use?',
  },
} satisfies Catalogue
