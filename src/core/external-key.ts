import { checkText, textLimits } from './text.ts'

/** A partner's key of a record: unique per source. */
export interface ExternalKey {
  readonly source: string
  readonly externalId: string
}

/** The key as one string, for maps. */
export function externalKey({ source, externalId }: ExternalKey): string {
  return JSON.stringify([source, externalId])
}

/** @throws InvalidInput for a key that no record can have */
export function checkExternalKey(key: ExternalKey, path: readonly string[]): ExternalKey {
  return {
    source: checkText(key.source, [...path, 'source'], textLimits.key),
    externalId: checkText(key.externalId, [...path, 'externalId'], textLimits.key),
  }
}
