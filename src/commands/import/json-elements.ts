import { describeDamage } from './lines.ts'

/** The bytes of one element of a list, or why the list ends here; `line` is where the element begins. */
type JsonElement = { line: number; bytes: Buffer } | { line: number; fault: string }

const maximumElementBytes = 16 * 1024 * 1024
const [newline, quote, backslash, comma] = [0x0a, 0x22, 0x5c, 0x2c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Cuts a JSON list, or an object of lists (`{ "train": […], "test": […] }`), into its elements without
 * parsing them, so that one broken element costs only itself and the file is never in memory as a whole.
 */
export async function* readElements(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonElement> {
  const scanner = new ElementScanner()
  try {
    for await (const chunk of chunks) yield* scanner.scan(chunk)
  } catch (error) {
    yield { line: scanner.openLine, fault: describeDamage(error) }
    return
  }
  if (scanner.isOpen) yield { line: scanner.openLine, fault: 'the file ends in the middle of a list' }
}

class ElementScanner {
  #line = 1
  #nesting: number[] = []
  #isInString = false
  #isEscaped = false
  #element: { line: number; pieces: Buffer[]; length: number } | undefined

  get isOpen(): boolean {
    return this.#nesting.length > 0
  }

  get openLine(): number {
    return this.#element?.line ?? this.#line
  }

  *scan(chunk: Buffer): Generator<JsonElement> {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (byte === newline) this.#line += 1
      if (this.#endsElement(byte)) {
        this.#collect(chunk.subarray(start, at))
        yield this.#takeElement()
      } else if (!this.#element && this.#startsElement(byte)) {
        this.#element = { line: this.#line, pieces: [], length: 0 }
        start = at
      }
      this.#follow(byte)
    }
    this.#collect(chunk.subarray(start))
  }

  #isInList(): boolean {
    const [outer, inner] = this.#nesting
    if (this.#nesting.length === 1) return outer === openList
    return this.#nesting.length === 2 && outer === openObject && inner === openList
  }

  #startsElement(byte: number): boolean {
    return byte > 0x20 && byte !== comma && byte !== closeList && this.#isInList()
  }

  #endsElement(byte: number): boolean {
    if (!this.#element || this.#isInString) return false
    return (byte === comma || byte === closeList) && this.#isInList()
  }

  #follow(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (this.#isInString) {
      if (byte === backslash) this.#isEscaped = true
      else if (byte === quote) this.#isInString = false
    } else if (byte === quote) this.#isInString = true
    else if (byte === openList || byte === openObject) this.#nesting.push(byte)
    else if (byte === closeList || byte === closeObject) this.#nesting.pop()
  }

  #collect(piece: Buffer): void {
    if (!this.#element) return
    this.#element.length += piece.length
    if (this.#element.length <= maximumElementBytes) this.#element.pieces.push(piece)
    else this.#element.pieces = []
  }

  #takeElement(): JsonElement {
    const { line, pieces, length } = this.#element!
    this.#element = undefined
    if (length > maximumElementBytes)
      return { line, fault: `the element is longer than ${maximumElementBytes} bytes` }
    return { line, bytes: Buffer.concat(pieces) }
  }
}
