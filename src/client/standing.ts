import { Queue } from './queue.ts'

/**
 * `catchingUp`: connected, and being told what happened before; `live`: all of that is handed out, and what happens is
 * told; `offline`: not connected, trying to be.
 */
export type FollowState = 'live' | 'catchingUp' | 'offline'

/** Where a stream stands: as variables, to begin behind it. Plain JSON. */
export interface FollowPlace {
  readonly after?: string
  readonly afterSeq?: number
}

interface Reached {
  readonly place: FollowPlace
  /** During which telling the history was all told; 0 for none. */
  readonly caughtUpIn: number
}

/**
 * The items of a stream, and where it stands: what arrives is known at once, but counts only when all that arrived
 * before it has been handed out.
 */
export class Standing<Data> {
  readonly items = new Queue<Data>()
  readonly #onState: ((state: FollowState) => void) | undefined
  #arrived: Reached
  #handedOut: Reached
  /** Each subscription on each connection tells its history anew. */
  #telling = 0
  #isTold = false
  #shown: FollowState = 'offline'

  constructor(place: FollowPlace, onState: ((state: FollowState) => void) | undefined) {
    this.#arrived = { place, caughtUpIn: 0 }
    this.#handedOut = this.#arrived
    this.#onState = onState
  }

  get state(): FollowState {
    if (!this.#isTold) return 'offline'
    return this.#handedOut.caughtUpIn === this.#telling ? 'live' : 'catchingUp'
  }

  get place(): FollowPlace {
    return this.#handedOut.place
  }

  /** Connected; `hasHistory` when it is still to be said that all of it is told. */
  begin(hasHistory: boolean): void {
    this.#telling += 1
    this.#isTold = true
    if (!hasHistory) this.caughtUp()
    this.#show()
  }

  lose(): void {
    this.#isTold = false
    this.#show()
  }

  caughtUp(): void {
    this.#reach({ ...this.#arrived, caughtUpIn: this.#telling })
  }

  arrive(item: Data, place: FollowPlace): void {
    this.items.push(item)
    this.moveTo(place)
  }

  moveTo(place: FollowPlace): void {
    this.#reach({ ...this.#arrived, place })
  }

  #reach(reached: Reached): void {
    this.#arrived = reached
    this.items.mark(() => {
      this.#handedOut = reached
      this.#show()
    })
  }

  #show(): void {
    const { state } = this
    const onState = this.#onState
    if (state === this.#shown) return
    this.#shown = state
    // Not from within the socket's own events, which a throwing listener would break.
    if (onState !== undefined) queueMicrotask(() => onState(state))
  }
}
