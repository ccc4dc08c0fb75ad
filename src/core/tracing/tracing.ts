/** What is told of a span beside its name and time: never variables, texts or names of people. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** Something that takes time, as the collector of traces is told of it. */
export interface Span {
  readonly traceId: string
  /** Runs the work as part of it: until it ends, steps that begin in there are told beneath it. */
  run<T>(work: () => T): T
  rename(name: string): void
  tell(attributes: Attributes): void
  /** `failure`: the code of what went wrong on our side. */
  end(failure?: string): void
}

/**
 * Where time goes, told to a collector. Who has none has no `Tracing` at all, and pays nothing. Nothing of it is
 * global: nodes of one process tell theirs apart.
 */
export interface Tracing {
  /** Begins a trace; with a W3C `traceparent` it goes on with that one. */
  begin(name: string, attributes: Attributes, traceparent?: string | null): Span
  /** A step of what is under way at the moment; null when nothing is. */
  step(name: string, attributes: Attributes): Span | null
  /** Sends what was not sent yet, as far as the collector takes it. */
  close(): Promise<void>
}
