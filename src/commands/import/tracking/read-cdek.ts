import { SaxesParser } from 'saxes'
import type { SampleReader } from './sample.ts'

interface State {
  readonly rawCode: string
  readonly rawText: string
  readonly location: readonly string[]
  readonly time: string
}
type Attributes = Readonly<Record<string, string>>

/**
 * A status report of CDEK's API 1.5. Where an order has a history of states, the status repeats the last of them. What
 * stands in a ReturnOrder is a parcel of its own to the shop, not to the customer, and is passed over.
 */
export function readCdekSample(xml: string, reader: SampleReader): void {
  const parser = new SaxesParser()
  const path: string[] = []
  let order: Attributes | null = null
  let states = new Map<string, State>()
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.includes('ReturnOrder')) return
    if (name === 'Order') {
      order = attributes
      states = new Map()
    }
    const state = stateOf(path, attributes)
    if (state !== null) states.set(JSON.stringify([state.rawCode, state.time]), state)
  })
  parser.on('closetag', ({ name }) => {
    path.pop()
    if (name === 'Order' && order !== null) addOrder(order, [...states.values()], reader)
  })
  try {
    parser.write(xml).close()
  } catch (error) {
    reader.refuse(error instanceof Error ? error.message : String(error))
  }
}

function stateOf(path: readonly string[], attributes: Attributes): State | null {
  const place = path.slice(-2).join('/')
  const isDelay = place === 'DelayReason/State' || place === 'Order/DelayReason'
  const isStatus = place === 'Order/Status' || place === 'Status/State'
  const { Code: code = '', Date: time = '', Description: rawText = '', CityName: city = '' } = attributes
  if (!(isDelay || isStatus) || code === '') return null
  return { rawCode: isDelay ? `delay/${code}` : code, rawText, location: [city], time }
}

function addOrder(
  { DispatchNumber: trackingNumber = '', ErrorCode: error, Msg: reason }: Attributes,
  states: readonly State[],
  reader: SampleReader,
): void {
  if (error !== undefined) return reader.refuse(`${error}: ${reason ?? ''}`)
  if (trackingNumber === '') return reader.refuse('an order without a DispatchNumber')
  const [first] = states
  // Reports of other kinds name orders too, but say nothing of where they are.
  if (first === undefined) return
  reader.add({ carrier: 'cdek', trackingNumber, codeSystem: 'CDEK', createdAt: first.time }, states)
}
