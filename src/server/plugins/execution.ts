import { execute } from 'graphql'
import { subscribe } from '../subscribe.ts'
import type { ServerPlugin } from './server-context.ts'

/** One engine for every transport: graphql's own, and subscriptions with a new context for each event. */
export function useExecution(): ServerPlugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute)
    },
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(subscribe)
    },
  }
}
