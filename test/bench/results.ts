import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { projectPath } from '../../src/core/project-path.ts'

const path = projectPath('test', 'bench', 'RESULTS.md')
const marker = '<!-- Below this line by hand: the benchmarks leave it as it is. -->'

const how = `Written by \`npm run bench\`; repeat it with the same command, or one part with \`npm run bench -- page --json\`.
Options: \`--rounds 9 --seconds 5 --tickets 100000 --followers 1000,5000 --contestants limit,plain\`, and \`--scale small\`
to see that everything runs. The first run installs the other contestants' packages into \`test/bench/contestants\`.

Every claim is a ratio of contestants that took turns in one run on one machine, ours against theirs: above 1 we are
better. A round's pair is compared with itself, so that what else the machine does troubles both sides; a goal is met when
the lower quartile meets it. Processor times are of all the contestant's processes, and of all of PostgreSQL. Before
anything is measured the bench compares what the contestants answer, and stops at a difference.`

/** Writes RESULTS.md anew, but for what stands below the line that people write. */
export function writeResults(circumstances: string, sections: readonly string[]): void {
  const present = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const [, byHand = '\n'] = present.split(marker)
  const measured = ['# Speed, measured', how, circumstances, ...sections, marker].join('\n\n')
  writeFileSync(path, `${measured}${byHand}`)
}
