/** The one source of the present time for actions; rules get `now` as an argument. */
export function now(): Date {
  return new Date()
}
