import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql'
import type { Context } from '../../graphql/context.ts'
import { clientAddress } from '../client-address.ts'
import type { Admission, Admitted, Cost } from '../cost/admission.ts'
import type { ServerContext, ServerPlugin } from './server-context.ts'

/**
 * What an operation costs is looked at before it is executed, and told with its answer. Of a subscription the start is
 * paid for: its events are shared by many, and carry nothing of one of them.
 */
export function useCost(admission: Admission, proxyHops: number): ServerPlugin {
  const admit = (args: ExecutionArgs) => {
    const { req, viewer } = args.contextValue as Context & Partial<ServerContext>
    // Over WebSocket this is done before an operation comes here.
    return req === undefined ? null : admission.admit(args, viewer, () => clientAddress(req, proxyHops))
  }
  return {
    onExecute({ args, setResultAndStopExecution }) {
      return whenKnown(admit(args), ({ cost, refusal }) => {
        if (refusal === null) return { onExecuteDone: (done) => tellCost(done, cost) }
        setResultAndStopExecution(refused(args, refusal, cost))
        return undefined
      })
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      return whenKnown(admit(args), ({ cost, refusal }) => {
        if (refusal !== null) setResultAndStopExecution(refused(args, refusal, cost))
        return undefined
      })
    },
  }
}

/** Nobody waits for a turn of the loop where nothing has to be asked of Redis. */
function whenKnown<T>(
  admitted: Admitted | Promise<Admitted> | null,
  go: (admitted: Admitted) => T | undefined,
): T | undefined | Promise<T | undefined> {
  if (admitted === null) return undefined
  return admitted instanceof Promise ? admitted.then(go) : go(admitted)
}

interface Done {
  readonly result: unknown
  readonly setResult: (result: ExecutionResult) => void
}

function tellCost({ result, setResult }: Done, cost: Cost): void {
  setResult(withCost(result as ExecutionResult, cost))
}

function refused(args: ExecutionArgs, refusal: GraphQLError, cost: Cost): ExecutionResult {
  const { watched, viewer } = args.contextValue as Context & Partial<ServerContext>
  // No later step will see it.
  watched?.prepared(args.document, args.operationName, viewer)
  return withCost({ errors: [refusal] }, cost)
}

/** The result of one who asked, which is shared with nobody. */
export function withCost(result: ExecutionResult, cost: Cost): ExecutionResult {
  return { ...result, extensions: { ...result.extensions, cost } }
}
