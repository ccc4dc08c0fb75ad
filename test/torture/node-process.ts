import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { projectPath } from '../../src/core/project-path.ts'
import { bundle } from '../bench/bundle.ts'
import { fixedPort } from '../kit/ports.ts'

/** One node of the installation, which dies and comes back at the same address. */
export class NodeProcess {
  readonly port: number
  readonly #program: string
  readonly #settings: Readonly<Record<string, string>>
  #child: ChildProcess | null = null
  #isReady = false
  readonly said: string[] = []

  private constructor(port: number, program: string, settings: Readonly<Record<string, string>>) {
    this.port = port
    this.#program = program
    this.#settings = settings
  }

  /** @param program a TypeScript file that starts a node and ends with its input */
  static async make(
    settings: Readonly<Record<string, string>>,
    program = 'test/bench/opora-program.ts',
  ): Promise<NodeProcess> {
    return new NodeProcess(await fixedPort(), await bundle(program), settings)
  }

  get isReady(): boolean {
    return this.#isReady
  }

  /** Starts it, and waits until it answers; one that cannot start, as without a database, is tried again. */
  async start(isOver: () => boolean = () => false): Promise<void> {
    while (!this.#isReady && !isOver()) {
      const child = this.#launch()
      const isEnded = () => child.exitCode !== null || child.signalCode !== null
      while (!isEnded() && !isOver()) {
        if (await this.#answers()) {
          this.#isReady = this.#child === child && !isEnded()
          return
        }
        await pause(20)
      }
    }
  }

  /** kill -9 */
  async kill(): Promise<void> {
    this.#isReady = false
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  async stop(): Promise<void> {
    this.#isReady = false
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(timer)
  }

  #launch(): ChildProcess {
    const child = spawn(process.execPath, ['--enable-source-maps', this.#program], {
      cwd: projectPath(),
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: `${this.port}`, ...this.#settings },
      // The program ends when its input does: nothing is left running when this process is killed.
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.said.push(text)
      if (this.said.length > 1_000) this.said.shift()
    })
    child.once('exit', () => {
      if (this.#child === child) this.#isReady = false
    })
    this.#child = child
    return child
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`http://127.0.0.1:${this.port}/healthz`).catch(() => null)
    await response?.body?.cancel()
    return response?.status === 200
  }
}
