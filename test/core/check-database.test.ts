import { expect, inject, test } from 'vitest'
import { checkDatabase } from '../../src/core/check-database.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import { createDatabase, emptyDatabase } from '../kit/database.ts'
import { databaseUrl } from '../kit/global-setup.ts'

async function refusal(url: string): Promise<string> {
  const error = await checkDatabase(url).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StartRefused)
  const { message } = error as StartRefused
  expect(message).not.toContain('\n')
  expect(message).not.toContain(new URL(url).password)
  return message
}

test('a database that knows Russian will do', async () => {
  const database = await emptyDatabase()
  await expect(checkDatabase(database.url)).resolves.toBeUndefined()
  await database.drop()
})

test.for([
  ["encoding 'SQL_ASCII' locale_provider libc locale 'C'", /its encoding is SQL_ASCII, not UTF8/],
  ["encoding 'UTF8' locale_provider libc locale 'C'", /it does not know Russian letters/],
  ["encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'", /its LC_CTYPE is C/],
] as const)('%s will not', async ([words, reason]) => {
  const database = await createDatabase(`template template0 ${words}`)
  expect(await refusal(database.url)).toMatch(reason)
  await database.drop()
})

test('one that cannot be reached is named without its password', async () => {
  const guessed = new URL(inject('adminUrl'))
  guessed.password = 'guessed-password'
  expect(await refusal(guessed.href)).toMatch(
    /127\.0\.0\.1:\d+\/opora cannot be used: password authentication/,
  )
  const absent = databaseUrl(inject('adminUrl'), 'absent')
  expect(await refusal(absent)).toMatch(/\/absent cannot be used: database "absent" does not exist/)
  expect(await refusal('postgresql://opora:secret-word@127.0.0.1:1/opora')).toMatch(
    /127\.0\.0\.1:1\/opora .*ECONNREFUSED/,
  )
})
