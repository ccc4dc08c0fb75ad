import type { CodegenConfig } from '@graphql-codegen/cli'

/** The typed client of the printed schema; the hand-written half of `opora/client` is beside it. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/**/*.graphql',
  generates: {
    'src/client/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumType: 'string-literal',
        strictScalars: true,
        scalars: { ID: 'string', DateTime: 'string', EmailAddress: 'string' },
      },
    },
  },
  importExtension: '.ts',
  silent: true,
}

export default config
