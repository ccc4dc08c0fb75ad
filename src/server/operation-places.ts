import type { Env } from '../env.ts'
import { topLevelError } from '../graphql/errors.ts'

/**
 * How many operations may be under way on one connection, and of one person over all connections to this node. Each
 * holds a listener, a place in the database's queue or an answer in the making: without a bound one client could fill
 * the memory.
 */
export class OperationPlaces {
  readonly #ofConnections: Counted<object>
  readonly #ofViewers: Counted<string>

  constructor(limits: Pick<Env, 'SOCKET_OPERATION_LIMIT' | 'VIEWER_OPERATION_LIMIT'>) {
    this.#ofConnections = new Counted(limits.SOCKET_OPERATION_LIMIT)
    this.#ofViewers = new Counted(limits.VIEWER_OPERATION_LIMIT)
  }

  /** Operations of all people together. */
  get taken(): number {
    return this.#ofViewers.total
  }

  /**
   * Answers how to leave the place.
   * @throws a SUBSCRIPTION_LIMIT error when all are taken
   */
  take(viewer: string, connection: object): () => void {
    const leaveConnection = this.#ofConnections.take(connection)
    if (leaveConnection === null) throw refusal('on this connection', this.#ofConnections)
    const leaveViewer = this.#ofViewers.take(viewer)
    if (leaveViewer === null) {
      leaveConnection()
      throw refusal('of this person', this.#ofViewers)
    }
    return () => {
      leaveConnection()
      leaveViewer()
    }
  }
}

function refusal(whose: string, { limit }: { limit: number }) {
  const message = `${limit} operations are under way ${whose}: end one of them first.`
  return topLevelError('SUBSCRIPTION_LIMIT', message)
}

class Counted<Owner> {
  readonly limit: number
  readonly #taken = new Map<Owner, number>()
  total = 0

  constructor(limit: number) {
    this.limit = limit
  }

  take(owner: Owner): (() => void) | null {
    const taken = this.#taken.get(owner) ?? 0
    if (taken >= this.limit) return null
    this.#taken.set(owner, taken + 1)
    this.total += 1
    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      this.total -= 1
      const left = (this.#taken.get(owner) ?? 1) - 1
      if (left > 0) this.#taken.set(owner, left)
      else this.#taken.delete(owner)
    }
  }
}
