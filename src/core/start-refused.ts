/**
 * The server cannot start. The message is one plain line that a person can act on; the start prints it alone,
 * without a stack. What caused it, if anything, is in `cause`.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}
