import type { Desk } from '../../../events/desk.ts'

/** Another node has begun the same work anew, or it is not wanted any more. */
export class Overtaken extends Error {}

/** How far an export has come, told in its row; telling it keeps other nodes from beginning it anew. */
export class Progress {
  readonly #desk: Desk
  readonly #start: { readonly id: string; readonly attemptCount: number; readonly customerId: string }
  readonly #leaseSeconds: number
  #done = 0

  constructor(
    desk: Desk,
    start: { readonly id: string; readonly attemptCount: number; readonly customerId: string },
    leaseSeconds: number,
  ) {
    this.#desk = desk
    this.#start = start
    this.#leaseSeconds = leaseSeconds
  }

  /** Counts what is to be done. */
  async begin(): Promise<void> {
    const { rows } = await this.#desk.database.pool.query<{ count: number }>(totalSql, [
      this.#start.customerId,
    ])
    await this.#write(this.#leaseSeconds, rows[0]?.count ?? 0)
  }

  async add(count: number): Promise<void> {
    this.#done += count
    await this.#write(this.#leaseSeconds, null)
  }

  /** @throws Overtaken */
  async renew(seconds: number): Promise<void> {
    await this.#write(seconds, null)
  }

  async #write(seconds: number, total: number | null): Promise<void> {
    const { id, attemptCount } = this.#start
    const { rowCount } = await this.#desk.database.pool.query(
      `with told as (
         update customer_exports set done_count = $3, total_count = coalesce($4, total_count)
         where id = $1 and attempt_count = $2 and status = 'RUNNING' returning id
       )
       update due set due_at = now() + make_interval(secs => $5) from told
       where kind = 'export.run' and subject_id = told.id`,
      [id, attemptCount, this.#done, total, seconds],
    )
    if (rowCount === 0) throw new Overtaken()
  }
}

/** Records and files, about: what comes meanwhile is in the archive too. */
const totalSql = `
  with person as (select id from customers where id = $1 or merged_into_id = $1)
  select (
    (select count(*) from tickets where customer_id in (select id from person))
    + (select count(*) from messages join tickets on tickets.id = ticket_id
       where customer_id in (select id from person) and seq is not null)
    + (select count(*) from orders where customer_id in (select id from person))
    + (select count(*) from payments where customer_id in (select id from person))
    + (select count(*) from deliveries where customer_id in (select id from person))
    + (select count(*) from returns where customer_id in (select id from person))
    + (select count(*) from refunds where customer_id in (select id from person))
    + (select count(*) from complaints where customer_id in (select id from person))
    + (select count(*) from suggestions where customer_id in (select id from person))
    + (select count(*) from ratings where customer_id in (select id from person))
    + (select count(*) from attachments where customer_id in (select id from person) and status = 'CLEAN')
  )::int as count`
