import { Readable } from 'node:stream'
import type { CustomerViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import { nameFor } from '../../../core/files/content-type.ts'
import { encodeId } from '../../../core/ids.ts'
import type { Attachment, CustomerExport } from '../../../core/prisma/client.ts'
import type { Desk } from '../../../events/desk.ts'
import { visibleAttachments } from '../../attachments/policy.ts'
import { recordsOf } from '../reads.ts'
import { dataOf } from './data.ts'
import { pages } from './pages.ts'
import type { Progress } from './progress.ts'
import type { Person } from './section.ts'
import type { ZipEntry } from './zip.ts'
import { zipOf } from './zip.ts'

/**
 * Everything the shop keeps of a customer, as that customer may see it: `data.json`, and the files. The policies of a
 * buyer's own requests decide what that is, so that nothing of the desk's own or of other people gets in.
 */
export function archiveOf(desk: Desk, { customerId }: CustomerExport, progress: Progress): Readable {
  const exportedAt = now()
  return zipOf(entriesOf(desk, customerId, progress, exportedAt), exportedAt)
}

async function* entriesOf(
  desk: Desk,
  customerId: string,
  progress: Progress,
  exportedAt: Date,
): AsyncGenerator<ZipEntry> {
  const { prisma } = desk.database
  const customerIds = await recordsOf(prisma, customerId)
  const person: Person = { prisma, customerIds, viewers: customerIds.map(asBuyer) }
  yield {
    name: 'data.json',
    isPacked: false,
    open: async () => Readable.from(dataOf(person, progress, exportedAt), { objectMode: false }),
  }
  for await (const files of attachmentsOf(person)) {
    for (const file of files) {
      // A content that was lost must not cost the customer all the rest.
      if (await desk.files.storage.exists(file.storageKey)) yield entryOf(desk, file, progress)
      else
        desk.log.warn({ attachmentId: file.id }, 'a file is not in the storage: it is left out of an export')
    }
  }
}

function attachmentsOf({ prisma, viewers }: Person): AsyncGenerator<Attachment[]> {
  return pages(async (after, take) => {
    const where = { AND: [{ OR: viewers.map(visibleAttachments) }, { status: 'CLEAN' as const }, after] }
    return await prisma.attachment.findMany({ where, orderBy: { id: 'asc' }, take })
  })
}

const packedTypes = /^(image|video|audio)\/|officedocument/

function entryOf(desk: Desk, file: Attachment, progress: Progress): ZipEntry {
  const contentType = file.contentType ?? ''
  return {
    name: `attachments/${encodeId('Attachment', file.id)}/${nameFor(file.fileName, contentType)}`,
    isPacked: packedTypes.test(contentType),
    async open() {
      await progress.add(1)
      return await desk.files.storage.read(file.storageKey)
    },
  }
}

/** Nobody logs in as this viewer: it stands for what the customer could see. */
function asBuyer(customerId: string): CustomerViewer {
  const claims = {
    issuer: '',
    subject: '',
    role: 'customer',
    scopes: [],
    locale: null,
    name: null,
    expiresAt: 0,
  } as const
  return { kind: 'customer', role: 'customer', customerId, claims, locale: 'ru' }
}
