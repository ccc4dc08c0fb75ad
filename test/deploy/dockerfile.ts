import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('../..', import.meta.url))

export interface Instruction {
  readonly name: string
  readonly value: string
}

/** The instructions of a Dockerfile in their order: comments left out, continued lines joined. */
export function readDockerfile(path: string): Instruction[] {
  return readFileSync(path, 'utf8')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
      return { name, value }
    })
}
