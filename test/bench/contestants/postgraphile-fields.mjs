import { TYPES } from 'postgraphile/@dataplan/pg'
import { object } from 'postgraphile/grafast'

/** Plans of fields that are shown otherwise than they are stored. */
export function shownBy(build) {
  const { sql, pgResources } = build
  const text = ($row, expression) => $row.select(expression($row.getClassStep().alias), TYPES.text, true)
  return {
    publicId:
      (prefix, column = 'id') =>
      ($row) =>
        text($row, (alias) => sql`${sql.literal(`${prefix}_`)} || ${alias}.${sql.identifier(column)}`),
    /** Such as `T-000123`. */
    readable: (letter) => ($row) =>
      text($row, (alias) => sql`${sql.literal(`${letter}-`)} || lpad(${alias}.serial::text, 6, '0')`),
    iso: (column) => ($row) =>
      text(
        $row,
        (alias) => sql`to_char(${alias}.${sql.identifier(column)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      ),
    /** Of the row's own currency, or of that of its order. */
    money: (column, parent) => ($row) => {
      const $currency = parent === undefined ? $row : pgResources[parent].get({ id: $row.get('order_id') })
      const amount = (alias) => sql`round(${alias}.${sql.identifier(column)} / 100.0, 2)::text`
      return object({ amount: text($row, amount), currencyCode: $currency.get('currency_code') })
    },
    /** All rows that name this one in a column. */
    children:
      (resource, column, ...orders) =>
      ($row) => {
        const $rows = pgResources[resource].find({ [column]: $row.get('id') })
        for (const [attribute, direction] of orders) $rows.orderBy({ attribute, direction })
        $rows.setOrderIsUnique()
        return $rows
      },
  }
}
