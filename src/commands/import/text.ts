const subjectLength = 120

/** The text as it is sent: trimmed, line ends as `\n`. Empty when there was only white space. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim()
}

/** The first words of a text on one line, at most 120 UTF-16 code units. */
export function subjectOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= subjectLength) return line
  const head = line.slice(0, subjectLength - 1)
  const lastSpace = head.lastIndexOf(' ')
  const cut = lastSpace > subjectLength / 2 ? head.slice(0, lastSpace) : head
  return `${withoutHalfCharacter(cut)}…`
}

function withoutHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The bytes as text, or undefined when they are not UTF-8: a guess would store broken names for good. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}
