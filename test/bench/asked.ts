import type { Contestant } from './contestant.ts'
import type { Measurable } from './harness.ts'
import type { Load } from './load.ts'
import type { Stage } from './stage.ts'

/** A contestant that is asked anew as soon as it has answered. */
export function asked(
  stage: Stage,
  { name, url, processId }: Contestant,
  load: Omit<Load, 'url' | 'seconds'>,
): Measurable {
  return {
    name,
    processId,
    async run(seconds) {
      const { requests: units, ...report } = await stage.load.run({ ...load, url, seconds })
      return { units, ...report }
    },
  }
}
