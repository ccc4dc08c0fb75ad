/**
 * Chance that is the same on every run: `roll` answers 0 to `sides` - 1 for a number and a purpose. Both are single
 * expressions without a table, which PostgreSQL puts in the place of the call.
 */
export const randomness = `
  create function pg_temp.roll(n bigint, purpose int, sides int) returns int language sql immutable parallel safe as
    $$ select ((hashint8extended(n, purpose) & 4611686018427387903) % sides)::int $$;
  create function pg_temp.uuid7(at timestamptz, n bigint, purpose text) returns uuid language sql stable parallel safe as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(purpose || n), 1, 3) ||
      '8' || substr(md5(purpose || n), 4, 15))::uuid $$`

export const start = `timestamptz '2026-01-01T00:00:00Z'`

/** When ticket `n` of `:tickets` was opened: they are spread over 90 days. */
export const ticketTime = `(${start} + interval '90 days' * (n::float8 / :tickets))`

/** Whose ticket `n` is: three tickets a customer. */
export const ticketCustomer = `pg_temp.uuid7(${start}, 1 + pg_temp.roll(n, 2, greatest(:tickets / 3, 1)), 'customer')`
