import { IdempotencyConflict, InvalidInput, NotFound } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { idOf } from '../../../graphql/input.ts'
import { operatorViewer, personViewer } from '../../../graphql/viewer-of.ts'
import type { ProblemChanged } from '../actions/problems.ts'
import { maxDescription, reportProblem, resolveProblem } from '../actions/problems.ts'
import { DeliveryProblemKindEnum } from './enums.ts'

const ReportInput = builder.inputType('DeliveryProblemReportInput', {
  description: 'What is wrong with a parcel.',
  fields: (t) => ({
    deliveryId: t.id({ description: 'Which parcel.' }),
    kind: t.field({ type: DeliveryProblemKindEnum, description: 'What is wrong.' }),
    description: t.string({
      required: false,
      description: `In one’s own words; up to ${maxDescription} characters. The customer of the parcel sees it.`,
    }),
    idempotencyKey: t.string({
      required: false,
      description: 'Any number of calls with one key make one report; 1–200 characters.',
    }),
  }),
})

const ResolveInput = builder.inputType('DeliveryProblemResolveInput', {
  description: 'A problem that is settled.',
  fields: (t) => ({ problemId: t.id({ description: 'Which.' }) }),
})

/** A payload with the problem as it is now. */
function problemPayload<T extends ProblemChanged>(name: string, description: string) {
  const payload = payloadType<T>(name, description)
  builder.objectFields(payload, (t) => ({
    problem: t.prismaField({
      description: 'The problem.',
      type: 'DeliveryProblem',
      resolve: async (query, { problemId }, _args, { desk }) =>
        await desk.database.prisma.deliveryProblem.findUniqueOrThrow({ ...query, where: { id: problemId } }),
    }),
  }))
  return payload
}

const ReportPayload = problemPayload<ProblemChanged & { readonly isNew: boolean }>(
  'DeliveryProblemReportPayload',
  'A problem as reported.',
)
builder.objectFields(ReportPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', {
    description: 'False if a problem of the kind was open already: then it is that one, as it was.',
  }),
}))
const ResolvePayload = problemPayload<ProblemChanged>(
  'DeliveryProblemResolvePayload',
  'A problem after it was settled.',
)

builder.mutationFields((t) => ({
  deliveryProblemReport: t.field({
    description:
      'Says that something is wrong with a parcel. For its customer and the desk. While a problem of the kind is open, the answer is that one.',
    type: ReportPayload,
    authScopes: { $any: { staff: true, buyer: true } },
    args: { input: t.arg({ type: ReportInput, description: 'What, and with which parcel.' }) },
    errors: { types: [NotFound, InvalidInput, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await reportProblem(context.desk, personViewer(context), {
        deliveryId: idOf('Delivery', input.deliveryId),
        kind: input.kind,
        description: input.description ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  deliveryProblemResolve: t.field({
    description: 'Says that a problem is settled. For the desk. Saying it again changes nothing.',
    type: ResolvePayload,
    authScopes: { staff: true },
    args: { input: t.arg({ type: ResolveInput, description: 'Which.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await resolveProblem(context.desk, operatorViewer(context), idOf('DeliveryProblem', input.problemId)),
  }),
}))
