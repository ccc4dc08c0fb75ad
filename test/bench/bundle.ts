import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { projectPath } from '../../src/core/project-path.ts'
import { isForeign } from './foreign.ts'

/**
 * Makes a program into one file, as `npm start` does with the server: what is measured is what runs in production, and
 * no contestant pays for a loader. Packages are found from where the file is put, so the foreign ones stay with theirs.
 * @returns the file's path
 */
export async function bundle(program: string): Promise<string> {
  const folder = isForeign(program) ? projectPath(dirname(program), 'dist') : projectPath('dist', 'bench')
  const name = program.replace(/^test\/(bench\/)?/, '').replaceAll('/', '-')
  const outfile = join(folder, name.replace(/\.m?[jt]s$/, '.mjs'))
  const { outputFiles } = await build({
    entryPoints: [projectPath(program)],
    outfile,
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
  await mkdir(folder, { recursive: true })
  for (const { path, contents } of outputFiles) {
    // Appears whole: another run may be starting the same program.
    const unfinished = `${path}.${process.pid}`
    await writeFile(unfinished, contents)
    await rename(unfinished, path)
  }
  return outfile
}
