import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDanger } from '../../src/core/files/built-in-scanner.ts'
import { findContentType, isAcceptable, isAsAnnounced, nameFor } from '../../src/core/files/content-type.ts'
import { Scratch } from '../../src/core/files/scratch.ts'
import * as samples from './samples.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'opora-scratch-'))
})
afterAll(async () => await rm(directory, { recursive: true }))

async function withScratch<T>(content: Buffer, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = await Scratch.open(directory)
  try {
    await scratch.fill(Readable.from([content]), content.length)
    return await work(scratch)
  } finally {
    await scratch.close()
  }
}
const typeOf = async (content: Buffer) => await withScratch(content, findContentType)
const dangerOf = async (content: Buffer, contentType: string) =>
  await withScratch(content, async (scratch) => await findDanger(scratch, contentType))

const latin = (text: string) => Buffer.from(text, 'latin1')
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('what content is', () => {
  it.each([
    ['a PNG', samples.png(), 'image/png'],
    ['a JPEG', samples.jpeg, 'image/jpeg'],
    ['a GIF', samples.gif, 'image/gif'],
    ['a WebP', samples.webp, 'image/webp'],
    ['a HEIC', samples.heic, 'image/heic'],
    ['a PDF', samples.pdf, 'application/pdf'],
    ['a text', samples.text, 'text/plain'],
    ['an MP4', samples.mp4, 'video/mp4'],
    ['a MOV', samples.mov, 'video/quicktime'],
    ['a WebM', samples.webm, 'video/webm'],
    ['an Ogg', samples.ogg, 'audio/ogg'],
    ['an MP3', samples.mp3, 'audio/mpeg'],
    ['a DOCX', samples.docx(), docxType],
    ['an XLSX', samples.xlsx, xlsxType],
  ])('%s is found, and has nothing bad in it', async (_name, content, contentType) => {
    expect(await typeOf(content)).toBe(contentType)
    expect(await dangerOf(content, contentType)).toBe(null)
  })

  it.each([
    ['an archive', samples.zip([{ name: 'a.txt', data: latin('a') }])],
    ['a Windows program', Buffer.concat([latin('MZ'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([latin('\x7FELF\x02\x01\x01'), Buffer.alloc(200)])],
    ['a shell script', latin('#!/bin/sh\nrm -rf /\n')],
    ['a page', latin('  <!DOCTYPE html><html><script>alert(1)</script></html>')],
    [
      'a drawing with a script',
      latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a drawing behind an XML head', latin('<?xml version="1.0"?><svg onload="alert(1)"/>')],
    ['a PHP program', latin('<?php system($_GET["c"]);')],
    ['zeros', Buffer.alloc(1_000)],
    ['a text in UTF-16', Buffer.from('\uFEFFпривет', 'utf16le')],
    ['a text in another code page', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is nothing that is taken', async (_name, content) => {
    expect(await typeOf(content)).toBe(null)
  })

  it('a text is looked at to its end', async () => {
    const long = Buffer.concat([Buffer.alloc(200_000, 'я'), Buffer.from([0xff])])
    expect(await typeOf(long)).toBe(null)
    expect(await typeOf(long.subarray(0, 200_000))).toBe('text/plain')
  })

  it.each([
    ['image/jpg', 'image/jpeg', true],
    ['IMAGE/PNG; q=1', 'image/png', true],
    ['application/octet-stream', 'application/pdf', true],
    ['video/mp4', 'video/quicktime', true],
    ['image/png', 'image/jpeg', false],
    ['text/plain', 'application/pdf', false],
  ])('%s announced and %s found: %s', (announced, found, isSame) => {
    expect(isAcceptable(announced)).toBe(true)
    expect(isAsAnnounced(announced, found)).toBe(isSame)
  })

  it.each(['text/html', 'image/svg+xml', 'application/zip', 'application/x-msdownload', ''])(
    '%j is not acceptable',
    (announced) => expect(isAcceptable(announced)).toBe(false),
  )

  it.each([
    ['чек.pdf', 'application/pdf', 'чек.pdf'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['run.bat', 'text/plain', 'run.bat.txt'],
    ['page.html', 'text/plain', 'page.html.txt'],
    ['без расширения', 'image/png', 'без расширения.png'],
  ])('%s of %s is given out as %s', (given, contentType, expected) => {
    expect(nameFor(given, contentType)).toBe(expected)
  })
})

const zeros = (size: number) => Buffer.alloc(size)

describe('what is dangerous', () => {
  it.each([
    ['the test string of scanners', samples.eicar, 'text/plain', 'virus'],
    ['the test string far inside', Buffer.concat([zeros(65_500), samples.eicar]), 'application/pdf', 'virus'],
    [
      'the test string in a document',
      samples.docx({ name: 'word/x.xml', data: samples.eicar }),
      docxType,
      'virus',
    ],
    ['a program', Buffer.concat([latin('MZ'), zeros(100)]), 'text/plain', 'executable'],
    [
      'a macro',
      samples.docx({ name: 'word/vbaProject.bin', data: latin('Sub AutoOpen') }),
      docxType,
      'macro',
    ],
    ['a program in a document', samples.docx({ name: 'word/a.exe', data: latin('MZ') }), docxType, 'macro'],
    [
      'a document of zeros',
      samples.docx({ name: 'word/a.xml', data: zeros(60_000_000) }),
      docxType,
      'archive',
    ],
    [
      'a document that says it is small',
      samples.docx({ name: 'word/a.xml', data: zeros(60_000_000), saidSize: 100 }),
      docxType,
      'archive',
    ],
    [
      'a document of very many parts',
      samples.docx(
        ...Array.from({ length: 10_001 }, (_, index) => ({ name: `p${index}`, data: latin('a') })),
      ),
      docxType,
      'archive',
    ],
    ['an archive in a document', samples.docx({ name: 'word/a.zip', data: zeros(9) }), docxType, 'archive'],
    [
      'a document with a way out',
      samples.docx({ name: '../../etc/passwd', data: zeros(9) }),
      docxType,
      'archive',
    ],
    ['a document cut off', samples.docx().subarray(0, -30), docxType, 'archive'],
    [
      'a picture with a script',
      Buffer.concat([samples.gif, latin('<script>alert(1)</script>')]),
      'image/gif',
      'script',
    ],
    [
      'a picture with a PHP program',
      Buffer.from(samples.png('<?php eval($_GET[1]);')),
      'image/png',
      'script',
    ],
    [
      'a picture with an archive behind it',
      Buffer.concat([samples.jpeg, samples.zip([{ name: 'a.jar', data: zeros(10) }])]),
      'image/jpeg',
      'polyglot',
    ],
    ['a picture that is a PDF too', Buffer.concat([samples.gif, samples.pdf]), 'image/gif', 'polyglot'],
    [
      'a PDF with an archive behind it',
      Buffer.concat([samples.pdf, samples.xlsx]),
      'application/pdf',
      'polyglot',
    ],
  ])('%s', async (_name, content, contentType, danger) => {
    expect(await dangerOf(content, contentType)).toBe(danger)
  })

  it('a needle across two reads is found', async () => {
    for (const before of [65_535, 65_536, 65_537, 131_040]) {
      expect(await dangerOf(Buffer.concat([zeros(before), samples.eicar]), 'application/pdf')).toBe('virus')
    }
  })
})

it('nothing is left in the folder of scratch files, not even while they are open', async () => {
  const scratch = await Scratch.open(directory)
  expect(await readdir(directory)).toEqual([])
  await scratch.close()
})
