/** Beyond so many codes the rest is counted together: there are some twenty. */
const maxCodes = 60

/**
 * What a node has counted since it started. Plain numbers, so that counting costs next to nothing where it is done for
 * every delivery; whoever wants to know reads them.
 */
export class Counts {
  /** Subscriptions under way, over every transport. */
  subscriptions = 0
  /** Responses of server-sent events that are open. */
  eventStreams = 0
  /** Results made for one follower each. */
  deliveries = 0
  /** Executions that made them: followers who get the same share one. */
  executions = 0
  /** Followers that were told `Lagged`. */
  lagged = 0
  /** Connections that were cut because their client took nothing. */
  cut = 0
  /** Top-level errors by their code. */
  readonly errors = new Map<string, number>()

  error(code: string): void {
    const known = this.errors.size < maxCodes || this.errors.has(code) ? code : 'OTHER'
    this.errors.set(known, (this.errors.get(known) ?? 0) + 1)
  }
}
