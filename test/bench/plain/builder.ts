import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import { PrismaPg } from '@prisma/adapter-pg'
import { DateTimeResolver } from 'graphql-scalars'
import { PrismaClient } from '../../../src/core/prisma/client.ts'
import { Language, TicketStatus } from '../../../src/core/prisma/enums.ts'
import type PrismaTypes from '../../../src/core/prisma/pothos-types.ts'
import { getDatamodel } from '../../../src/core/prisma/pothos-types.ts'
import { readEnv } from '../../../src/env.ts'
import type { Asker } from '../askers.ts'

/** Pothos and Prisma as their guides put them together, without anything of Opora's but the tables. */

const env = readEnv()
const names = new Map<string, string>()

export const prisma = new PrismaClient({
  adapter: new PrismaPg(
    { connectionString: env.DATABASE_URL, max: env.DATABASE_POOL },
    {
      statementNameGenerator({ sql }) {
        const name = names.get(sql) ?? `p${names.size}`
        names.set(sql, name)
        return name
      },
    },
  ),
})

export const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes
  Context: { asker: Asker }
  DefaultFieldNullability: false
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string } }
}>({
  plugins: [PrismaPlugin],
  defaultFieldNullability: false,
  prisma: { client: prisma, dmmf: getDatamodel() },
  // The types of the plugins that Opora uses are global, and one of them asks for its options here too.
} as never)
builder.addScalarType('DateTime', DateTimeResolver)
builder.queryType({})

export const Status = builder.enumType(TicketStatus, { name: 'TicketStatus' })
export const Locale = builder.enumType(Language, { name: 'Language' })
