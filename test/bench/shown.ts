/** How the API shows what is stored, for contestants that do it in JavaScript. */

/** What people read out on the phone: `T-000123`. */
export function readable(letter: 'T' | 'R' | 'C', serial: number): string {
  return `${letter}-${String(serial).padStart(6, '0')}`
}

/** Minor units of a currency with two digits, the only kind that is filled in. */
export function decimal(minorUnits: bigint | string): string {
  return (Number(minorUnits) / 100).toFixed(2)
}
