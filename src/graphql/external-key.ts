import { builder } from './builder.ts'

export const ExternalKeyInput = builder.inputType('ExternalKeyInput', {
  description: 'A partner’s key of a record: the two parts together name one.',
  fields: (t) => ({
    source: t.string({ description: 'The system that the key is of; 1–200 characters.' }),
    externalId: t.string({ description: 'The key inside that system; 1–200 characters.' }),
  }),
})
