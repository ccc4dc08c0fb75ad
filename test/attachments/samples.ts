import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Files of each kind, written by us byte by byte. */

const latin = (text: string) => Buffer.from(text, 'latin1')

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture of one dot; `comment` makes it larger and different. */
export function png(comment = ''): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...(comment === '' ? [] : [pngChunk('tEXt', latin(`Comment\0${comment}`))]),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 200, 30, 40]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  latin('JFIF\0'),
  Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]),
])
export const gif = Buffer.concat([latin('GIF89a'), Buffer.from([1, 0, 1, 0, 0, 0, 0, 0x3b])])
export const webp = Buffer.concat([
  latin('RIFF'),
  Buffer.from([26, 0, 0, 0]),
  latin('WEBPVP8 '),
  Buffer.alloc(18),
])
export const pdf = latin('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const text = Buffer.from('Здравствуйте! Где моя посылка?\n', 'utf8')
export const ogg = Buffer.concat([latin('OggS'), Buffer.alloc(24), latin('\x01vorbis'), Buffer.alloc(30)])
export const mp3 = Buffer.concat([
  latin('ID3\x03\0\0\0\0\0\x0a'),
  Buffer.alloc(10),
  Buffer.from([0xff, 0xfb, 0x90, 0]),
  Buffer.alloc(413),
])
export const webm = Buffer.concat([
  Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84]),
  latin('webm'),
])
const box = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 20]), latin('ftyp'), latin(brand), Buffer.alloc(4), latin(brand)])
export const mp4 = box('isom')
export const mov = box('qt  ')
export const heic = box('heic')

export interface ZipEntry {
  readonly name: string
  readonly data: Buffer
  /** What the archive says of the unpacked size; the truth when left out. */
  readonly saidSize?: number
}

/** A ZIP archive, deflated. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, saidSize = data.length } of entries) {
    const packed = deflateRawSync(data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(saidSize, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([latin('PK\x03\x04'), fields, latin(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([latin('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, latin(name)]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, latin('PK\x05\x06'), end])
}

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`

/** An office document with these parts beside the usual ones. */
export function docx(...parts: readonly ZipEntry[]): Buffer {
  return zip([
    { name: '[Content_Types].xml', data: latin(contentTypes('wordprocessingml.document')) },
    { name: 'word/document.xml', data: Buffer.from('<document>Заявление на возврат</document>') },
    ...parts,
  ])
}
export const xlsx = zip([
  { name: '[Content_Types].xml', data: latin(contentTypes('spreadsheetml.sheet')) },
  { name: 'xl/workbook.xml', data: latin('<workbook/>') },
])

/** In two parts, so that this file is none of its findings itself. */
export const eicar = latin(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)
