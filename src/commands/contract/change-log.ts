import type { Day } from './deprecation.ts'

/** `schema/CHANGES.md`: what is not released yet, then each release, the newest first. */
export interface ChangeLog {
  /** What stands under “Unreleased”; empty when nothing has changed. */
  readonly unreleased: string
  /** Null before the first release. */
  readonly last: { readonly version: string; readonly day: Day } | null
}

const heading = '## Unreleased'
const nothing = 'Nothing yet.'
const release = /^## (\d+\.\d+\.\d+), (\d{4}-\d{2}-\d{2})$/m

/** @throws Error when there is no section “Unreleased”, or it does not stand first */
export function readChangeLog(text: string): ChangeLog {
  const { section, rest } = split(text)
  const [, version, day] = release.exec(rest) ?? []
  return {
    unreleased: section === nothing ? '' : section,
    last: version === undefined || day === undefined ? null : { version, day },
  }
}

/** The change log after a release: what was unreleased has its version and day, and a new section stands above. */
export function releaseChangeLog(text: string, version: string, day: Day): string {
  const { before, section, rest } = split(text)
  return `${before}${heading}\n\n${nothing}\n\n## ${version}, ${day}\n\n${section}\n${rest === '' ? '' : `\n${rest}`}`
}

function split(text: string): { before: string; section: string; rest: string } {
  const start = text.search(new RegExp(`^${heading}$`, 'm'))
  const first = text.search(/^## /m)
  if (start < 0 || start !== first) throw new Error(`CHANGES.md must begin its sections with "${heading}"`)
  const body = text.slice(start + heading.length)
  const next = body.search(/^## /m)
  const end = next < 0 ? body.length : next
  return { before: text.slice(0, start), section: body.slice(0, end).trim(), rest: body.slice(end) }
}

/** The names in backticks: those of changed members, as schema coordinates, types or root fields. */
export function namesIn(section: string): ReadonlySet<string> {
  return new Set([...section.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? ''))
}

/** Negative when the first version is the older one. */
export function compareVersions(one: string, other: string): number {
  const [first = [], second = []] = [one, other].map((version) => version.split('.').map(Number))
  const at = first.findIndex((part, index) => part !== second[index])
  return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0)
}
