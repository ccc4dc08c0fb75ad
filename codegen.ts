import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { type DocumentNode, Kind, print, stripIgnoredCharacters } from 'graphql'

/** Texts of operations by their ids. */
const texts = new Map<string, string>()

/** Each operation carries its id: SHA-256 of the text that is sent, which has nothing that could be left out. */
function identify(document: DocumentNode) {
  if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return undefined
  const text = stripIgnoredCharacters(print(document))
  const hash = createHash('sha256').update(text).digest('hex')
  texts.set(hash, text)
  return { hash }
}

/** Puts the texts in that the ids are of; and a bundle shall carry only the operations it uses. */
const finish = (_path: string, code: string) =>
  code
    .replaceAll(
      / = new TypedDocumentString\(`[^`]*`, (\{"hash":"(\w+)"\})/g,
      (_all, meta: string, id: string) => {
        return ` = new TypedDocumentString(${JSON.stringify(texts.get(id))}, ${meta}`
      },
    )
    .replaceAll(' = new TypedDocumentString(', ' = /*#__PURE__*/ new TypedDocumentString(')

/** The typed client of the printed schema; the hand-written half of `opora/client` is beside it. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/**/*.graphql',
  generates: {
    'src/client/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true, onExecutableDocumentNode: identify },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumType: 'string-literal',
        strictScalars: true,
        scalars: {
          ID: 'string',
          DateTime: 'string',
          EmailAddress: 'string',
          URL: 'string',
          JSON: 'unknown',
          Decimal: 'string',
          CurrencyCode: 'string',
        },
      },
    },
  },
  hooks: { beforeOneFileWrite: finish },
  importExtension: '.ts',
  errorsOnly: true,
}

export default config
