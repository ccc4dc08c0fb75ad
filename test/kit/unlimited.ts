/** Settings of a server that takes whatever it is asked: for tests that ask everything of everybody. */
export const unlimited: Readonly<Record<string, string>> = {
  COST_LIMIT_ANONYMOUS: '0',
  COST_LIMIT_GUEST: '0',
  COST_LIMIT_CUSTOMER: '0',
  COST_LIMIT_OPERATOR: '0',
  COST_LIMIT_SUPERVISOR: '0',
  COST_LIMIT_ADMIN: '0',
  COST_LIMIT_SERVICE: '0',
  OPERATION_COST_LIMIT: '0',
  DOCUMENT_ALIAS_LIMIT: '10000',
}
