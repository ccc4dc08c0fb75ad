import type { DocumentNode, ExecutionResult } from 'graphql'
import type { Viewer } from '../../auth/viewer.ts'
import type { Logger } from '../../core/logger.ts'
import type { Span, Tracing } from '../../core/tracing/tracing.ts'
import type { Env } from '../../env.ts'
import { type OperationFacts, operationFacts } from './operation-facts.ts'

export type Transport = 'HTTP' | 'WebSocket'

/** Told of each operation that was answered; of a subscription, when it stood. */
export type OperationListener = (name: string, kind: OperationFacts['kind'], seconds: number) => void

export interface WatchOptions {
  readonly env: Pick<Env, 'LOG_OPERATIONS'>
  readonly log: Logger
  readonly tracing: Tracing | null
  /** Names that may stand where every further one costs: names are the clients' to make up. */
  readonly knownNames: ReadonlySet<string>
  readonly onAnswered: OperationListener
}

/** What is told of each operation, whatever brought it: a line of the log, a measure, a trace. */
export class Watch {
  readonly #options: WatchOptions

  constructor(options: WatchOptions) {
    this.#options = options
  }

  /** An operation has arrived; `traceparent` is what its client says of the trace it belongs to. */
  arrived(transport: Transport, requestId: string, traceparent: unknown): WatchedOperation {
    return new WatchedOperation(this.#options, transport, requestId, traceparent)
  }
}

/** Of operations without a name that is known. */
const otherName = 'other'
const unknown: OperationFacts = { name: null, kind: 'unknown' }
/** Codes of errors that are ours, not the client's. */
const failures: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE', 'TIMEOUT'])

/** One operation from its arrival to its answer. */
export class WatchedOperation {
  readonly #options: WatchOptions
  readonly #transport: Transport
  readonly #requestId: string
  readonly #began = performance.now()
  readonly #span: Span | null
  #facts = unknown
  #role: string | null = null
  #isAnswered = false

  constructor(options: WatchOptions, transport: Transport, requestId: string, traceparent: unknown) {
    this.#options = options
    this.#transport = transport
    this.#requestId = requestId
    const attributes = { 'opora.request_id': requestId, 'opora.transport': transport }
    const parent = typeof traceparent === 'string' ? traceparent : null
    this.#span = options.tracing?.begin('operation', attributes, parent) ?? null
  }

  /** Runs a part of the work on it, so that its database statements are told as its steps. */
  run<T>(work: () => T): T {
    return this.#span === null ? work() : this.#span.run(work)
  }

  /** It is known what is asked for, and by whom. */
  prepared(document: DocumentNode, operationName: string | null | undefined, viewer: Viewer): void {
    this.#facts = operationFacts(document, operationName)
    this.#role = viewer.kind === 'anonymous' ? 'anonymous' : viewer.role
    const { kind, name } = this.#facts
    this.#span?.rename(name !== null && this.#options.knownNames.has(name) ? `${kind} ${name}` : kind)
    this.#span?.tell({
      'graphql.operation.type': kind,
      ...(name !== null && { 'graphql.operation.name': name }),
      'opora.viewer.role': this.#role,
    })
  }

  /** Its result, with errors sealed, is on its way; a subscription stands. Said again it does nothing. */
  answered(errors: ExecutionResult['errors']): void {
    if (this.#isAnswered) return
    this.#isAnswered = true
    const seconds = (performance.now() - this.#began) / 1_000
    const codes = [...new Set((errors ?? []).map(({ extensions }) => String(extensions['code'])))]
    const { name, kind } = this.#facts
    const { knownNames, onAnswered } = this.#options
    onAnswered(name !== null && knownNames.has(name) ? name : otherName, kind, seconds)
    this.#log(seconds, codes)
    this.#span?.end(codes.find((code) => failures.has(code)))
  }

  #log(seconds: number, codes: readonly string[]): void {
    const { log, env } = this.#options
    const level = env.LOG_OPERATIONS
    if (!log.isLevelEnabled(level)) return
    const { name, kind } = this.#facts
    const line = {
      requestId: this.#requestId,
      operation: name,
      kind,
      role: this.#role,
      transport: this.#transport,
      ms: Math.round(seconds * 10_000) / 10,
      ...(codes.length > 0 && { codes }),
      ...(this.#span !== null && { traceId: this.#span.traceId }),
    }
    log[level](line, 'operation')
  }
}
