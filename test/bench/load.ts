import { fork } from 'node:child_process'
import { projectPath } from '../../src/core/project-path.ts'

export interface LoadRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A closed loop: each connection sends its next request when the last one was answered. */
export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Connection 3 of 8 sends number 3, 11, 19, … of these, from the start again after the last. */
  readonly requests: readonly LoadRequest[]
  /** Each answer must hold this text. */
  readonly expected: string
  /** True if `$UUID` in a body stands for a new UUID each time it is sent, the same one wherever it stands in it. */
  readonly hasKeys?: boolean
}

export interface LoadReport {
  readonly requests: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** A process of its own that does what it is told, one thing at a time. */
export interface Worker<Task, Report> {
  /** @throws with the worker's own words when it could not */
  run(task: Task): Promise<Report>
  stop(): void
}

export type LoadGenerator = Worker<Load, LoadReport>

/** Starts the process that sends. */
export function startLoadGenerator(): LoadGenerator {
  return startWorker('test/bench/load-program.ts')
}

/** What a worker answers to a task. */
export type Answer<Report> = { readonly report: Report } | { readonly failure: string }

/** Starts a program that answers each message, a task, with one message, an `Answer`. */
export function startWorker<Task extends object, Report>(program: string): Worker<Task, Report> {
  const child = fork(projectPath(program), { execArgv: ['--import', 'tsx'] })
  let settle: (answer: Answer<Report>) => void = () => {}
  child.on('message', (answer) => settle(answer as Answer<Report>))
  child.on('exit', () => settle({ failure: `${program} has ended` }))
  return {
    async run(task) {
      const answered = new Promise<Answer<Report>>((resolve) => {
        settle = resolve
      })
      child.send(task)
      const answer = await answered
      if ('failure' in answer) throw new Error(answer.failure)
      return answer.report
    },
    stop: () => child.kill(),
  }
}

/** The other side: answers each task of the parent, and ends with it. */
export function serveTasks(work: (task: never) => Promise<object>): void {
  process.on('message', (task) => {
    work(task as never).then(
      (report) => process.send?.({ report }),
      (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
}
