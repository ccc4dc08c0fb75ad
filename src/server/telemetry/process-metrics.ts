import { collectDefaultMetrics, Registry } from 'prom-client'

let registry: Registry | null = null

/** Of the process, whichever of its nodes is asked: memory, processor time, delay of the event loop, collections. */
export function processMetrics(): Registry {
  if (registry === null) {
    registry = new Registry()
    collectDefaultMetrics({ register: registry })
  }
  return registry
}
