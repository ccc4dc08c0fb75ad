import {
  type OporaClient,
  ParcelSourceDocument,
  TrackingEventsRecordDocument,
} from '../../../client/index.ts'
import { showSteps } from '../bulk/progress.ts'
import { toResults } from '../bulk/send.ts'
import { sendCustomers, sendDeliveries, sendOrders } from '../bulk/senders.ts'
import { type ItemResult, runSteps, type Step, stepOf } from '../bulk/steps.ts'
import { formatTallies, isClean, number } from '../bulk/tally.ts'
import type { Outcome, Task } from '../kinds.ts'
import { customer, source, toDelivery, toEvent, toOrder } from './map.ts'
import type { SampleParcel } from './sample.ts'
import { readSamples, type Samples } from './samples.ts'

/**
 * Replays what carriers really answered, as their webhooks would tell it. Parcels that the server does not know get an
 * order of a demo customer. Idempotent: run again, everything is known already.
 */
export async function importTracking({ paths, client }: Task): Promise<Outcome> {
  const samples = await readSamples(paths)
  const unknown = await withoutForeign(client, samples.parcels)
  const codes = { unknown: 0 }
  const events = samples.parcels.flatMap((parcel) => parcel.events.map((event) => toEvent(parcel, event)))
  const steps = [
    step('customers', [{ key: source, item: customer }], sendCustomers(client)),
    step('orders', unknown.map(toOrder), sendOrders(client)),
    step('parcels', unknown.map(toDelivery), sendDeliveries(client)),
    step('tracking events', events, sendEvents(client, codes)),
  ]
  const tallies = await runSteps(steps, { progress: showSteps() })
  const read = `${number(samples.fileCount)} files read, ${number(samples.emptyCount)} of them without a parcel`
  const told = `${number(samples.parcels.length)} parcels, ${number(events.length)} events`
  const text = [
    `${read}; ${told}, ${number(codes.unknown)} of the new ones with unknown codes`,
    ...unreadable(samples),
    formatTallies(tallies),
  ].join('\n')
  return { text, isGood: isClean(tallies) }
}

const unreadable = (samples: Samples) =>
  samples.unreadable.map(({ file, reason }) => `unreadable ${file}: ${reason}`)

/** A step over items in memory. */
function step<Item>(
  name: string,
  items: readonly { readonly key: string; readonly item: Item }[],
  send: (items: Item[]) => Promise<ItemResult[]>,
): Step {
  let done = 0
  async function* readings() {
    for (const item of items) {
      done += 1
      yield item
    }
  }
  const open = () => ({ readings: readings(), totalBytes: items.length, doneBytes: () => done })
  return stepOf<Item>({ name, open, send })
}

type Event = ReturnType<typeof toEvent>['item']

/** Sends events, and counts the new ones whose code no table knows. */
function sendEvents(client: OporaClient, codes: { unknown: number }) {
  return async (events: Event[]): Promise<ItemResult[]> => {
    const { trackingEventsRecord } = await client.mutate(TrackingEventsRecordDocument, { input: { events } })
    const results = toResults(trackingEventsRecord)
    if ('results' in trackingEventsRecord) {
      for (const result of trackingEventsRecord.results) {
        if ('isNew' in result && result.isNew && result.meaning === null) codes.unknown += 1
      }
    }
    return results
  }
}

/** The parcels that are of no other source: those that another one told of are only told what the carrier says. */
async function withoutForeign(
  client: OporaClient,
  parcels: readonly SampleParcel[],
): Promise<SampleParcel[]> {
  const own: SampleParcel[] = []
  for (const parcel of parcels) {
    const { delivery } = await client.query(ParcelSourceDocument, { trackingNumber: parcel.trackingNumber })
    const isForeign = delivery?.carrier === parcel.carrier && delivery.source !== source
    if (!isForeign) own.push(parcel)
  }
  return own
}
