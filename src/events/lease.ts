/** Something a person holds for some seconds unless they say it again: they write, they look, they are at the desk. */
export interface Lease {
  /** What it is about, such as typing in one ticket: followers follow a topic. */
  readonly topic: string
  readonly holderKind: 'CUSTOMER' | 'OPERATOR'
  readonly holderId: string
  /** Null: given back. */
  readonly value: string | null
  /** From now: the clocks of the nodes may differ. */
  readonly lastsMs: number
  /** Of two about one topic and holder the higher counts, whichever is heard last. */
  readonly version: number
}

export function leaseKey({ topic, holderId }: Lease): string {
  return `${topic} ${holderId}`
}
