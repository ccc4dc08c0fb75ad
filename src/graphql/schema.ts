import './scalars.ts'
import './enums.ts'
import './node.ts'
import './problems.ts'
import '../domains/customers/schema.ts'
import '../domains/operators/schema.ts'
import '../domains/tickets/schema/type.ts'
import '../domains/tickets/schema/queries.ts'
import '../domains/tickets/schema/mutations.ts'
import '../domains/messages/schema/type.ts'
import '../domains/messages/schema/problems.ts'
import '../domains/messages/schema/mutations.ts'
import '../domains/messages/schema/import.ts'
import '../domains/messages/schema/events.ts'
import '../domains/messages/schema/subscriptions.ts'
import { builder } from './builder.ts'

/** Everything the endpoint offers: each noun adds its own part. */
export const schema = builder.toSchema()
