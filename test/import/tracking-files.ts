/** Carriers' answers as we write them ourselves, in the shapes of the services, with the dirt that theirs have. */

/** AfterShip: offsets that differ, a day alone, a moment that is none, one event twice. */
export const afterShip = [
  {
    id: 'a1',
    tracking_number: 'AS-1',
    slug: 'postnl-3s',
    created_at: '2026-03-05T04:00:00+00:00',
    checkpoints: [
      {
        tag: 'InfoReceived',
        subtag: 'InfoReceived_001',
        message: ' Shipment expected ',
        location: null,
        checkpoint_time: '2026-03-01T15:29:27+01:00',
      },
      {
        tag: 'InTransit',
        subtag: 'InTransit_004',
        message: 'Sorted',
        location: 'NL, Netherlands',
        checkpoint_time: '2026-03-02T09:00:00-0500',
      },
      {
        tag: 'InTransit',
        subtag: 'InTransit_004',
        message: 'Sorted',
        location: 'NL, Netherlands',
        checkpoint_time: '2026-03-02T14:00:00Z',
      },
      { tag: 'Delivered', subtag: null, message: '', location: ' ', checkpoint_time: '2026-03-04' },
      { tag: 'Delivered', checkpoint_time: 'yesterday' },
    ],
  },
  { tracking_number: 'AS-2', slug: '4px', created_at: '2026-03-05T04:00:00+00:00', checkpoints: [] },
]

const details = [
  {
    status: 'pre_transit',
    status_detail: 'status_update',
    message: 'Label made',
    datetime: '2026-03-01T10:00:00Z',
    tracking_location: { city: 'HOUSTON', state: 'TX', country: null, zip: '77001' },
  },
  { status: 'delivered', status_detail: null, message: null, datetime: '2026-03-03T10:00:00Z' },
]

/** EasyPost: a tracker deep in another answer, and the webhook that tells the same again. */
export const easyPost = {
  shipments: [
    {
      object: 'Shipment',
      tracker: {
        object: 'Tracker',
        tracking_code: 'EP-1',
        carrier: 'Canada Post',
        created_at: '2026-02-28T00:00:00Z',
        tracking_details: details,
      },
    },
    { object: 'Shipment', tracker: null },
  ],
  event: {
    object: 'Event',
    result: { object: 'Tracker', tracking_code: 'EP-1', carrier: 'CanadaPost', tracking_details: details },
  },
}

/** 17TRACK: an answer in JSON within JSON; a state left out, no event, and one that is not understood. */
export const seventeenTrack = {
  Code: 0,
  Json: [
    {
      FTrackNo: 'ST-1',
      FPackageState: 40,
      FCreateTime: '2026-03-01 10:00:00',
      FLastEvent: '{"a":"2026-03-03 12:02","b":null,"c":"Paris","d":"","z":"Delivered"}',
    },
    { FTrackNo: 'ST-2', FCreateTime: '2026-03-01 10:00:00', FLastEvent: '' },
    { FTrackNo: 'ST-3', FPackageState: 10, FLastEvent: '{"a":"2026-03-03"' },
    { FTrackNo: 'ST-1', FLastEvent: '{"a":"2026-03-02","c":"Milano","d":"Italy","z":"Arrived"}' },
  ],
}

/** CDEK: a history whose last state is the status, a delay, a way back, and orders that are not found. */
export const cdek = `<?xml version="1.0" encoding="UTF-8"?>
<StatusReport DateFirst="2000-12-31T17:00:00+00:00" DateLast="2026-03-10T08:55:52+00:00">
  <Order Number="1" DispatchNumber="CD-1" DeliveryDate="2026-03-04T13:33:27+03:00">
    <Status Date="2026-03-04T10:33:42+00:00" Code="5" Description="Не вручен" CityName="Нальчик">
      <State Date="2026-03-01T14:54:13+03:00" Code="1" Description="Создан" CityName="Москва" />
      <State Date="2026-03-03" Code="10" Description="Принят на склад" CityName="Нальчик" />
      <State Date="2026-03-04T10:33:42+00:00" Code="5" Description="Не вручен" CityName="Нальчик" />
    </Status>
    <Reason Code="11" Description="Отказ" Date="2026-03-04T10:33:42+00:00"></Reason>
    <DelayReason Code="" Description="" Date="">
      <State Date="2026-03-02T16:56:41+00:00" Code="47" Description="Адрес &quot;не&quot; существует" />
    </DelayReason>
    <ReturnOrder DispatchNumber="CD-BACK">
      <Status Date="2026-03-05T10:00:00+00:00" Code="12" Description="До востребования" CityName="Москва" />
    </ReturnOrder>
  </Order>
  <Order Number="2" DispatchNumber="CD-2">
    <Status Date="2026-03-01T02:10:00+00:00" Code="1" Description="Создан" CityName="Москва"></Status>
    <DelayReason Code="" Description="" Date=""></DelayReason>
  </Order>
  <Order DispatchNumber="CD-3" ErrorCode="ERR_INVALID_DISPATCHNUMBER" Msg="Заказ не найден"/>
  <Order Number="4"><Status Date="2026-03-01T02:10:00+00:00" Code="1" /></Order>
</StatusReport>`

/** CDEK answers about other things too: they are XML of ours, and tell of no parcel. */
export const foreignXml =
  '<?xml version="1.0"?><PvzList><Pvz Code="MSK1" City="Москва"/><Order DispatchNumber="9"/></PvzList>'

/** A folder with all of them, and what cannot be read. */
export const trackingFiles: Record<string, string> = {
  'aftership.json': JSON.stringify(afterShip),
  'easypost.json': JSON.stringify(easyPost),
  '17track.json': JSON.stringify(seventeenTrack),
  'cdek.xml': cdek,
  'foreign.xml': foreignXml,
  'broken.xml': '<StatusReport><Order DispatchNumber="CD-9">',
  'broken.json': '{"data": [',
  'scalar.json': '7',
  'notes.txt': 'not read',
}
