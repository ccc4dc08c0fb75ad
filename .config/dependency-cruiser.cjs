// Which may import which. Down only, no cycles: main → server → graphql → domains → events → auth → core → env.
const domains = [
  'customers',
  'operators',
  'service-tokens',
  'channels',
  'policies',
  'products',
  'orders',
  'payments',
  'deliveries',
  'attachments',
  'tickets',
  'messages',
  'threads',
  'presence',
  'returns',
  'complaints',
  'suggestions',
  'ratings',
  'privacy',
  'streams',
  'audit',
  'reports',
]

/** A domain uses those before it in the list, never those after. */
const domainOrder = domains.slice(0, -1).map((domain, index) => ({
  name: `${domain}-uses-lower-domains-only`,
  severity: 'error',
  from: { path: `^src/domains/${domain}/` },
  to: { path: `^src/domains/(${domains.slice(index + 1).join('|')})/` },
}))

const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: typeof to === 'string' ? { path: to } : to,
})

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('env-imports-nothing-of-ours', '^src/env', '^src/(?!env)'),
    forbid(
      'core-knows-no-domain',
      '^src/core/',
      '^src/(auth|events|domains|graphql|server|client|commands|main)',
    ),
    forbid('auth-is-low', '^src/auth/', '^src/(events|domains|graphql|server|client|commands|main)'),
    forbid('events-are-below-domains', '^src/events/', '^src/(domains|graphql|server|client|commands|main)'),
    forbid('domains-are-below-the-server', '^src/domains/', '^src/(server|client|commands|main)'),
    forbid('graphql-is-below-the-server', '^src/graphql/', '^src/(server|client|commands|main)'),
    forbid('server-runs-no-command', '^src/server/', '^src/(client|commands|main)'),
    forbid('bridges-use-the-client-only', '^src/bridges/', '^src/(?!bridges/|client/index|env)'),
    forbid('nothing-imports-bridges', { path: '^src/', pathNot: '^src/bridges/' }, '^src/bridges/'),
    forbid('client-imports-nothing-of-the-server', '^src/client/', '^src/(?!client/)'),
    forbid(
      'only-schemas-know-graphql',
      { path: '^src/domains/', pathNot: '/(schema|loaders)(/|\\.ts$)' },
      '^(src/graphql/|node_modules/(graphql|@pothos)/)',
      'Actions, rules, policy and live can be used without GraphQL.',
    ),
    forbid(
      'rules-are-pure',
      '^src/domains/.+/rules\\.ts$',
      {
        path: '^src/',
        pathNot:
          '^src/(core/(channel-problems|problems|ids|money|transitions)\\.ts|core/prisma/enums\\.ts|auth/viewer\\.ts)$',
      },
      'Rules decide; they read and write nothing.',
    ),
    forbid('only-auth-knows-jose', { path: '^src/', pathNot: '^src/auth/' }, 'node_modules/jose'),
    forbid(
      'only-core-makes-database-clients',
      { path: '^src/', pathNot: '^src/(core|events)/' },
      'node_modules/(pg|@prisma/adapter-pg)/',
    ),
    forbid(
      'only-the-server-and-client-know-sockets',
      { path: '^src/', pathNot: '^src/(server|client)/' },
      'node_modules/(ws|graphql-ws)/',
    ),
    forbid('nothing-imports-main', { path: '^src/', pathNot: '^src/main' }, '^src/main'),
    ...domainOrder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/core/prisma/|^src/client/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
