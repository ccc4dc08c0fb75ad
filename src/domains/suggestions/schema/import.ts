import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { LanguageEnum } from '../../../graphql/enums.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { importSuggestions } from '../actions/import.ts'
import { suggestionPayload } from './payload.ts'

const SuggestionImportInput = builder.inputType('SuggestionImportInput', {
  description: 'One suggestion of the past.',
  fields: (t) => ({
    source: t.string({ description: 'Where it comes from, such as a file’s name; 1–200 characters.' }),
    externalId: t.string({
      description: 'Its key inside the source; 1–200 characters. The two together are imported once.',
    }),
    customerExternalId: t.string({
      description:
        'The author’s key: the shop’s (`customersUpsert`) if there is one, else the source’s own, made if it is new.',
    }),
    customerName: t.string({
      required: false,
      description: 'The author’s name, for a customer not known yet.',
    }),
    title: t.string({ description: 'What it is, in a line; 1–200 characters.' }),
    text: t.string({ description: 'What it says; 1–10,000 characters.' }),
    language: t.field({ type: LanguageEnum, description: 'The language it is written in.' }),
    occurredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it was made, not in the future; now when left out.',
    }),
  }),
})

const SuggestionsImportInput = builder.inputType('SuggestionsImportInput', {
  description: 'Suggestions of the past.',
  fields: (t) => ({
    suggestions: t.field({ type: [SuggestionImportInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const SuggestionImportPayload = suggestionPayload<{ suggestionId: string; isNew: boolean; eventId: bigint }>(
  'SuggestionImportPayload',
  'An imported suggestion.',
)
builder.objectFields(SuggestionImportPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'False if this source and key had been imported before.' }),
}))

const SuggestionsImportPayload = bulkPayloadType('SuggestionsImportPayload', {
  name: 'SuggestionImport',
  payload: SuggestionImportPayload,
})

builder.mutationFields((t) => ({
  suggestionsImport: t.field({
    description:
      'Writes suggestions of the past: past times allowed, nobody notified. Needs the scope `import:write`. Safe to repeat.',
    type: SuggestionsImportPayload,
    authScopes: { service: 'import:write' },
    args: { input: t.arg({ type: SuggestionsImportInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await importSuggestions(
        context.desk,
        knownViewer(context),
        input.suggestions.map((suggestion) => ({
          ...suggestion,
          customerName: suggestion.customerName ?? null,
          occurredAt: suggestion.occurredAt ?? null,
        })),
      ),
    }),
  }),
}))
