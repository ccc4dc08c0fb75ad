import { expect } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { until } from '../kit/postgres-process.ts'
import { done, type Person } from '../kit/world.ts'

export interface Export {
  readonly id: string
  readonly status: string
  readonly progressPercent: number
  readonly failureCode: string | null
  readonly byteSize: number | null
  readonly requestedByKind: string
  readonly readyAt: string | null
  readonly expiresAt: string | null
  readonly url: string | null
  readonly customer: { readonly id: string }
}
export const exportFields =
  'id status progressPercent failureCode byteSize requestedByKind readyAt expiresAt url customer { id }'

/** Asks for an export that must not be refused. */
export async function ask(by: Person, input: object = {}): Promise<Export> {
  const { export: asked } = await done<{ export: Export }>(
    by,
    'customerExportRequest',
    input,
    `export { ${exportFields} }`,
  )
  return asked
}

/** An export as somebody sees it now; null when they do not. */
export async function readExport(by: Person, id: string): Promise<Export | null> {
  const { customerExport } = await by.ask<{ customerExport: Export | null }>(
    `query ($id: ID!) { customerExport(id: $id) { ${exportFields} } }`,
    { id },
  )
  return customerExport
}

/** The export once it is in a state. */
export async function exportIn(by: Person, id: string, status: string): Promise<Export> {
  await until(async () => (await readExport(by, id))?.status === status)
  const found = await readExport(by, id)
  if (found === null) throw new Error('the export is not visible')
  return found
}

export interface Archive {
  readonly data: Record<string, Record<string, unknown>[]>
  /** What is in the files, by their names. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Gets the archive by its link, and unpacks it. */
export async function unpack({ url }: Export): Promise<Archive> {
  const response = await fetch(url ?? '')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const content = Buffer.from(await response.arrayBuffer())
  const archive = await fromBufferPromise(content, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  const data = JSON.parse(files.get('data.json')?.toString() ?? '') as Archive['data']
  return { data, files }
}
