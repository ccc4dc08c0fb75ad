import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../kit/server.ts'
import { snapshot } from '../kit/snapshot.ts'
import { service } from '../kit/world.ts'
import { writeFolder } from './files.ts'
import { startImport } from './import-process.ts'

const header = ',User review,Review date,Star review,Text length,Has media,Written by bot'
const rows = [
  String.raw`0,"Порвались\nв первый день",2024-10-09,1,1,0,0`,
  '1,"Хорошие, но хотелось бы',
  'коробку",2024-10-08,5,1,0,0',
  '2,Отлично,2024-10-07,5,1,0,0',
  '3,,2024-10-07,1,0,0,0',
  '4,Хорошо,когда-то,5,1,0,0',
]

it('brings Russian reviews in as complaints, suggestions and ratings; again it changes nothing', async () => {
  const server = await startTestServer()
  onTestFinished(async () => await server.close())
  const folder = await writeFolder({ 'wb_reviews.csv': [header, ...rows].join('\n'), 'README.md': 'hello' })
  const { token } = await service(server, 'import:write')
  const run = async (path: string) =>
    await startImport(server, ['reviews', path], { OPORA_TOKEN: token ?? '' }).ended
  const first = await run(folder)
  expect(first.code).toBe(0)
  const table = first.out.split('\n').map((line) => line.replaceAll(/ +/g, ' '))
  expect(table[1]).toMatch(/^wb complaints 1 1 0 0 0 1 /)
  expect(table[2]).toMatch(/^wb suggestions 1 1 0 0 0 1 /)
  expect(table[3]).toMatch(/^wb ratings 2 2 0 0 0 1 /)
  expect(first.out).toContain('unreadable wb_reviews.csv:7: no date: когда-то')
  const { rows: stored } = await server.desk.database.pool.query<{ said: string }>(
    `select concat_ws('|', 'complaint', complaints.status, about, language, text) as said
       from complaints join tickets on tickets.id = complaints.ticket_id
       join messages on messages.ticket_id = tickets.id
     union all select concat_ws('|', 'suggestion', status, language, title, text) from suggestions
     union all select concat_ws('|', 'rating', score, text, occurred_at at time zone 'UTC') from ratings order by 1`,
  )
  expect(stored.map(({ said }) => said)).toEqual([
    'complaint|RECEIVED|GOODS|RU|Порвались\nв первый день',
    'rating|1|2024-10-06 21:00:00',
    'rating|5|Отлично|2024-10-06 21:00:00',
    'suggestion|OPEN|RU|Хорошие, но хотелось бы коробку|Хорошие, но хотелось бы\nкоробку',
  ])
  const before = await snapshot(server.desk)
  const second = await run(join(folder, 'wb_reviews.csv'))
  expect(second.code).toBe(0)
  expect(await snapshot(server.desk)).toEqual(before)
  const refused = await run(join(folder, 'README.md'))
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.err).toContain('is understood. Understood is CSV with the columns User review')
})
