/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why an action is not possible now. */
export type ActionBlock =
  /** The time for it has passed. */
  | 'DEADLINE'
  /** It depends on the goods: they must arrive or be inspected first. */
  | 'GOODS'
  /** Something must be said or shown first. */
  | 'INFORMATION'
  /** There is no money left for it, or it is on its way. */
  | 'MONEY'
  /** Somebody else must do it. */
  | 'PERMISSION'
  /** The state machine has no such step from the present state. */
  | 'STATUS';

/** Whether a file may be downloaded. */
export type AttachmentStatus =
  /** Nothing was found in it: it may be downloaded. */
  | 'CLEAN'
  /** It could not be taken, or was removed: see `failureCode`. */
  | 'FAILED'
  /** It is dangerous; its content was removed. */
  | 'INFECTED'
  /** Not uploaded yet, or not scanned yet. */
  | 'PENDING';

/** Which events. What is left out does not narrow; everything given must hold. */
export type AuditEventFilter = {
  /** Done by this operator, service token or customer; an id of something else is an error. What a customer did is found sooner with the same `subjectId`. */
  actorId?: string | null | undefined;
  /** Done by one of these sides. */
  actorKinds?: Array<AuthorKind> | null | undefined;
  /** Occurred then or later. */
  occurredFrom?: string | null | undefined;
  /** Occurred before then. */
  occurredTo?: string | null | undefined;
  /** About this ticket, customer (and the guests that they were before they logged in) or operator; an id of something else is an error. */
  subjectId?: string | null | undefined;
  /** Of one of these types, such as `operator.updated`; one that does not exist is an error. */
  types?: Array<string> | null | undefined;
};

/** Which side wrote or did something. */
export type AuthorKind =
  /** A customer or a guest. */
  | 'CUSTOMER'
  /** A person of the support team. */
  | 'OPERATOR'
  /** A bot or a partner’s system. */
  | 'SERVICE'
  /** Opora itself. */
  | 'SYSTEM';

/** Gives a ticket to a person. */
export type BotHandOffInput = {
  /** What the bot knows of the matter, for the operator; at most 10000 characters of JSON. */
  context?: unknown;
  /** Why, 1–500 characters. */
  reason?: string | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Gives a ticket back to the bot. */
export type BotResumeInput = {
  /** Which ticket. */
  ticketId: string;
};

/** Whose codes they are. */
export type CarrierCodeSystem =
  /** AfterShip: tags and subtags, such as `InTransit_003`. */
  | 'AFTERSHIP'
  /** CDEK: statuses of its API 2.0, or numbers of its API 1.5. */
  | 'CDEK'
  /** EasyPost: statuses such as `out_for_delivery`. */
  | 'EASYPOST'
  /** The Russian Post: `<type>/<attribute>` of the operation, such as `8/2`. */
  | 'RUSSIAN_POST'
  /** 17TRACK: statuses and sub statuses, such as `Exception_Returning`, or its older numbers. */
  | 'SEVENTEEN_TRACK';

/** Where a conversation takes place. */
export type Channel =
  /** The chat in the mobile app. */
  | 'APP_CHAT'
  /** E-mail. */
  | 'EMAIL'
  /** Facebook. */
  | 'FACEBOOK'
  /** Instagram. */
  | 'INSTAGRAM'
  /** The hotline. */
  | 'PHONE'
  /** The chat on the site. */
  | 'SITE_CHAT'
  /** Telegram. */
  | 'TELEGRAM'
  /** VK. */
  | 'VK'
  /** WhatsApp. */
  | 'WHATSAPP';

/** Announces a file that a customer sent on a platform. */
export type ChannelAttachmentCreateInput = {
  /** How large it is, in bytes. */
  byteSize: number;
  /** Which platform. */
  channel: Channel;
  /** What it is, such as `image/jpeg`: see `attachmentCreate`. */
  contentType: string;
  /** Its name, without a path: see `attachmentCreate`. */
  fileName: string;
  /** Of the file, such as the platform’s key of it, kept 48 hours: retries announce one file, so that the message that carries it stays the same. */
  idempotencyKey?: string | null | undefined;
  /** The key of the person there. */
  senderId: string;
  /** How the person is called there. */
  senderName?: string | null | undefined;
};

/** What became of messages that were sent to one account’s customers. */
export type ChannelDeliveryReportInput = {
  /** Which of our accounts. */
  account: string;
  /** Which platform. */
  channel: Channel;
  /** At most 100; each is taken alone. */
  reports: Array<DeliveryReportInput>;
};

/** What a customer wrote on a platform. Keys are the platform’s own, 1–200 characters. */
export type ChannelMessageReceiveInput = {
  /** Which of our accounts there, such as the name of the bot. */
  account: string;
  /** Its files, at most 10, uploaded by `channelAttachmentCreate`. */
  attachmentIds?: Array<string> | null | undefined;
  /** Which platform. */
  channel: Channel;
  /** The key of the conversation: answers go there. */
  conversationId: string;
  /** The key of the message whose text this is now; its other texts are kept as history. */
  editOf?: string | null | undefined;
  /** The key of this message, unique in the account: where the platform counts by conversation, put the conversation before it. An edit has a key of its own. */
  externalId: string;
  /** Of a new ticket or customer. */
  language?: Language;
  /** The key of the person, the same for all accounts of the platform. */
  senderId: string;
  /** How the person is called there, 1–200 characters; kept from the first message. */
  senderName?: string | null | undefined;
  /** The platform’s clock. The reply window counts from it; of edits the newest stays. */
  sentAt?: string | null | undefined;
  /** What it says, 1–10,000 characters; may be empty when it carries a file. */
  text: string;
  /** Of a new ticket. */
  topic?: Topic;
};

/** Changes how the desk keeps a channel. What is left out or null stays as it is. */
export type ChannelUpdateInput = {
  /** Which channel. */
  channel: Channel;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** True takes the limit of answers away, and its source. */
  hasNoReplyWindow?: boolean;
  /** True: somebody is there at any time. */
  isAlwaysOpen?: boolean | null | undefined;
  /** False switches it off: new messages are refused with ChannelClosed, in both directions. */
  isEnabled?: boolean | null | undefined;
  /** How long after the customer’s last message the platform allows an answer, 1–31536000. */
  replyWindowSeconds?: number | null | undefined;
  /** Where the platform says so; 1–2,000 characters. */
  replyWindowSource?: string | null | undefined;
  /** All of the weekly hours, at most 70; they count while `isAlwaysOpen` is false. */
  slots?: Array<OpeningSlotInput> | null | undefined;
  /** A zone of the IANA database, such as `Asia/Almaty`. */
  timeZone?: string | null | undefined;
};

/** What a complaint is about. */
export type ComplaintAbout =
  /** A courier. */
  | 'COURIER'
  /** The goods: quality, completeness, another thing than ordered. */
  | 'GOODS'
  /** A person of the support team. */
  | 'OPERATOR'
  /** A pickup point. */
  | 'PICKUP_POINT'
  /** The shop’s service: prices, payments, the site, delivery as a whole. */
  | 'SERVICE';

/** Confirms that a complaint has arrived. */
export type ComplaintAcknowledgeInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
};

/** What can be asked of a complaint. */
export type ComplaintAction =
  /** Confirm to the customer that it has arrived: `complaintAcknowledge`. */
  | 'ACKNOWLEDGE'
  /** Take a dispute to be judged: `complaintArbitrate`. */
  | 'ARBITRATE'
  /** Ask the customer something: `complaintAskCustomer`. */
  | 'ASK_CUSTOMER'
  /** Say that the matter is over: `complaintClose`. */
  | 'CLOSE'
  /** Not accept the answer: `complaintDispute`. */
  | 'DISPUTE'
  /** Judge a dispute: `complaintFinalize`. */
  | 'FINALIZE'
  /** Look into it, or go on after the customer’s answer: `complaintInvestigate`. */
  | 'INVESTIGATE'
  /** Answer it: `complaintResolve`. */
  | 'RESOLVE'
  /** Take it back: `complaintWithdraw`. */
  | 'WITHDRAW';

/** Takes a dispute to be judged. */
export type ComplaintArbitrateInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
};

/** Asks the customer. */
export type ComplaintAskCustomerInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** What; 1–10,000 characters. The customer reads it in the ticket. */
  text: string;
};

/** What set a status change of a complaint off. */
export type ComplaintCause =
  /** `complaintAcknowledge`. */
  | 'ACKNOWLEDGE'
  /** `complaintArbitrate`. */
  | 'ARBITRATE'
  /** `complaintAskCustomer`. */
  | 'ASK_CUSTOMER'
  /** `complaintClose`. */
  | 'CLOSE'
  /** `complaintDispute`. */
  | 'DISPUTE'
  /** Nobody had disputed the answer in time. */
  | 'DISPUTE_WINDOW'
  /** `complaintFinalize`. */
  | 'FINALIZE'
  /** `complaintInvestigate`. */
  | 'INVESTIGATE'
  /** `complaintResolve`. */
  | 'RESOLVE'
  /** `complaintWithdraw`. */
  | 'WITHDRAW';

/** Ends a complaint. */
export type ComplaintCloseInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
};

/** Does not accept an answer. */
export type ComplaintDisputeInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Why; 1–10,000 characters, a message in the ticket. */
  text: string;
};

/** What somebody complains about. */
export type ComplaintFileInput = {
  /** What it is about. */
  about: ComplaintAbout;
  /** Where the conversation of a new ticket takes place. */
  channel?: Channel;
  /** For whom; the desk and bots must say it unless the ticket does, a buyer is it. */
  customerId?: string | null | undefined;
  /** The parcel it is about, of the customer’s own. It brings its order with it. */
  deliveryId?: string | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it file one complaint. */
  idempotencyKey?: string | null | undefined;
  /** Of a new ticket; the viewer’s when left out. */
  language?: Language | null | undefined;
  /** The order it is about, of the customer’s own. */
  orderId?: string | null | undefined;
  /** Of a new ticket; 1–200 characters. The first words of the text when left out. */
  subject?: string | null | undefined;
  /** What the customer says, as the first message about it; 1–10,000 characters. */
  text: string;
  /** The conversation it is about, one that goes on and has no complaint yet (`hasComplaint`). Left out: a new ticket is opened. */
  ticketId?: string | null | undefined;
};

/** Which complaints. What is left out does not narrow; everything given must hold. */
export type ComplaintFilter = {
  /** About one of these. */
  about?: Array<ComplaintAbout> | null | undefined;
  /** Of this customer. */
  customerId?: string | null | undefined;
  /** About this order. */
  orderId?: string | null | undefined;
  /** Resolved in one of these ways. */
  resolutions?: Array<ComplaintResolution> | null | undefined;
  /** One of these states. */
  statuses?: Array<ComplaintStatus> | null | undefined;
};

/** Judges a dispute. */
export type ComplaintFinalizeInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** The money granted, above zero, in the order’s currency if there is an order: for MONETARY_RELIEF, and only then. */
  relief?: MoneyInput | null | undefined;
  /** How it is resolved; WITHDRAWN is the customer’s own: `complaintWithdraw`. */
  resolution: ComplaintResolution;
  /** The answer, 1–10,000 characters. The customer reads it in the ticket. */
  text: string;
};

/** What the shop answered. */
export type ComplaintImportAnswerInput = {
  /** When; the complaint’s time when left out. */
  occurredAt?: string | null | undefined;
  /** 1–10,000 characters. */
  text: string;
};

/** One complaint of the past. */
export type ComplaintImportInput = {
  /** What it is about. */
  about: ComplaintAbout;
  /** The shop’s answer. */
  answer?: ComplaintImportAnswerInput | null | undefined;
  /** The customer’s key: the shop’s (`customersUpsert`) if there is one, else the source’s own, made if it is new. */
  customerExternalId: string;
  /** The customer’s name, for a customer not known yet. */
  customerName?: string | null | undefined;
  /** Its key inside the source; 1–200 characters. The two together are imported once. */
  externalId: string;
  /** The language it is written in. */
  language: Language;
  /** When it was filed, not in the future; now when left out. */
  occurredAt?: string | null | undefined;
  /** The order it is about. One that is not known refuses the item. */
  order?: ExternalKeyInput | null | undefined;
  /** How it was resolved: required unless it is RECEIVED, refused then. */
  resolution?: ComplaintResolution | null | undefined;
  /** Where it comes from, such as a file’s name; 1–200 characters. */
  source: string;
  /** Where it stands. */
  status?: ComplaintImportStatus;
  /** 1–200 characters; the first words of the text when left out. */
  subject?: string | null | undefined;
  /** Labels of its ticket; at most 20 of 1–50 characters. */
  tags?: Array<string>;
  /** What the customer wrote; 1–10,000 characters. */
  text: string;
};

/** Where an imported complaint stands. */
export type ComplaintImportStatus =
  /** Over. */
  | 'CLOSED'
  /** Still to be answered; no clock runs. */
  | 'RECEIVED'
  /** Answered; it does not close by itself. */
  | 'RESOLVED';

/** Looks into a complaint. */
export type ComplaintInvestigateInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
};

/** How a complaint was resolved. */
export type ComplaintResolution =
  /** The shop apologised. */
  | 'APOLOGY'
  /** It was explained what had happened. */
  | 'EXPLANATION'
  /** Money was granted: see `relief`. */
  | 'MONETARY_RELIEF'
  /** Something else was granted: a promo code, free delivery. */
  | 'NON_MONETARY_RELIEF'
  /** The goods are replaced. */
  | 'REPLACEMENT'
  /** The complaint was found to have no ground. */
  | 'UNFOUNDED'
  /** The customer took it back: `complaintWithdraw`. */
  | 'WITHDRAWN';

/** Answers a complaint. */
export type ComplaintResolveInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** The money granted, above zero, in the order’s currency if there is an order: for MONETARY_RELIEF, and only then. */
  relief?: MoneyInput | null | undefined;
  /** How it is resolved; WITHDRAWN is the customer’s own: `complaintWithdraw`. */
  resolution: ComplaintResolution;
  /** The answer, 1–10,000 characters. The customer reads it in the ticket. */
  text: string;
};

/** Where a complaint stands. */
export type ComplaintStatus =
  /** Confirmed to the customer. */
  | 'ACKNOWLEDGED'
  /** A supervisor judges the dispute. */
  | 'ARBITRATION'
  /** Over. */
  | 'CLOSED'
  /** The customer does not accept the answer. */
  | 'DISPUTED'
  /** Judged; there is no dispute after it. */
  | 'FINAL'
  /** Somebody looks into it. */
  | 'INVESTIGATING'
  /** Filed; nobody has confirmed it yet. */
  | 'RECEIVED'
  /** Answered; the customer can dispute the answer for a time, then it closes by itself. */
  | 'RESOLVED'
  /** The customer was asked something. */
  | 'WAITING_CUSTOMER';

/** Takes a complaint back. */
export type ComplaintWithdrawInput = {
  /** Which complaint. */
  complaintId: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
};

/** Complaints of the past. */
export type ComplaintsImportInput = {
  /** At most 500. */
  complaints: Array<ComplaintImportInput>;
};

/** Removes everything personal of a customer for good. */
export type CustomerEraseInput = {
  /** The `Customer.id` as the customer is shown now, once more: nothing can be taken back. Another one is refused (`confirmation`). */
  confirmation: string;
  /** Whom. The id of a joined record means the customer it became. */
  customerId: string;
};

/** Where an erasure stands; nothing leads back. */
export type CustomerErasureStatus =
  /** Nothing personal is left, files included. */
  | 'COMPLETED'
  /** Nobody is this customer any more; what the shop keeps beside is being removed. */
  | 'RUNNING';

/** Asks for a copy of everything the shop keeps of a customer. */
export type CustomerExportRequestInput = {
  /** Of whom. A buyer leaves it out: it is themself. Required for the desk. */
  customerId?: string | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it ask for one copy. */
  idempotencyKey?: string | null | undefined;
};

/** Where an export stands. */
export type CustomerExportStatus =
  /** Its time is over and the archive was removed; ask for a new one. */
  | 'EXPIRED'
  /** It could not be made: see `failureCode`. */
  | 'FAILED'
  /** No node has begun with it yet. */
  | 'PENDING'
  /** It can be got: see `url`. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/** The token a customer logs in with. */
export type CustomerLoginInput = {
  /** The token’s `iss`. */
  issuer: string;
  /** The token’s `sub`. */
  subject: string;
};

/** One customer as the shop knows them. Fields left out stay. */
export type CustomerUpsertInput = {
  /** The e-mail address. */
  email?: string | null | undefined;
  /** The shop’s own key; 1–200 characters. */
  externalId: string;
  /** The language to answer in. */
  locale?: Language | null | undefined;
  /** The login that the shop vouches for; one that belongs to somebody else is refused. */
  login?: CustomerLoginInput | null | undefined;
  /** How to address the person; 1–200 characters. */
  name?: string | null | undefined;
  /** In E.164 form, such as `+79001234567`. */
  phone?: string | null | undefined;
};

/** Customers of the shop. */
export type CustomersUpsertInput = {
  /** At most 500. */
  customers: Array<CustomerUpsertInput>;
};

/** Why a try to pay was declined. The provider’s own code is kept beside it as `rawReason`. */
export type DeclineReason =
  /** The buyer did not prove to be the owner: 3-D Secure, PIN or CVC. */
  | 'AUTHENTICATION_FAILED'
  /** The card’s time has ended. */
  | 'CARD_EXPIRED'
  /** The bank or the provider suspects fraud, or the card is reported as lost. */
  | 'FRAUD_SUSPECTED'
  /** Not enough money on the account. */
  | 'INSUFFICIENT_FUNDS'
  /** The bank refused without saying why, or does not allow such payments. */
  | 'ISSUER_DECLINED'
  /** A limit of the card or of the way of paying was reached. */
  | 'LIMIT_EXCEEDED'
  /** A system on the way did not work. */
  | 'TECHNICAL'
  /** Nobody said, or the code is not known here. */
  | 'UNKNOWN';

/** Parcels of the shop. */
export type DeliveriesUpsertInput = {
  /** At most 500. */
  deliveries: Array<DeliveryUpsertInput>;
};

/** Which parcels. What is left out does not narrow; everything given must hold. */
export type DeliveryFilter = {
  /** Of this carrier: its key, such as `cdek`. */
  carrier?: string | null | undefined;
  /** Of this customer. */
  customerId?: string | null | undefined;
  /** Late ones only, or only those that are not. */
  isLate?: boolean | null | undefined;
  /** One of these states. */
  statuses?: Array<DeliveryStatus> | null | undefined;
};

/** How many of an order’s line a parcel holds. */
export type DeliveryItemInput = {
  /** The source’s key of the line, within the order. */
  orderItemExternalId: string;
  /** How many: at least 1, no more than the line has. */
  quantity: number;
};

/** What is wrong with a parcel. */
export type DeliveryProblemKind =
  /** Trouble with the courier. */
  | 'COURIER'
  /** It came damaged. */
  | 'DAMAGED'
  /** It did not come within the promised time. */
  | 'LATE'
  /** Nobody knows where it is. */
  | 'LOST'
  /** It is told as delivered, but did not come. */
  | 'NOT_RECEIVED'
  /** Trouble at the pickup point. */
  | 'PICKUP_POINT';

/** What is wrong with a parcel. */
export type DeliveryProblemReportInput = {
  /** Which parcel. */
  deliveryId: string;
  /** In one’s own words; up to 2000 characters. The customer of the parcel sees it. */
  description?: string | null | undefined;
  /** Any number of calls with one key make one report; 1–200 characters. */
  idempotencyKey?: string | null | undefined;
  /** What is wrong. */
  kind: DeliveryProblemKind;
};

/** A problem that is settled. */
export type DeliveryProblemResolveInput = {
  /** Which. */
  problemId: string;
};

/** What became of one message. */
export type DeliveryReportInput = {
  /** The platform’s code of the failure, such as `403`. */
  code?: string | null | undefined;
  /** The platform’s key of what was sent. */
  externalId?: string | null | undefined;
  /** The platform’s keys of what it was sent as, unique in the account: one, or several when it was cut into parts, at most 30. Recorded once. */
  externalIds?: Array<string> | null | undefined;
  /** True if the failure may pass. Only for what was surely not sent. */
  isRetryable?: boolean;
  /** Of `outboundMessageClaim`. */
  leaseToken?: string | null | undefined;
  /** Which message; or give `externalId`. */
  messageId?: string | null | undefined;
  /** The platform’s clock. */
  occurredAt?: string | null | undefined;
  /** How long the platform asks to wait, 0–3600. */
  retryAfterSeconds?: number | null | undefined;
  /** What became of it. */
  status: DeliveryReportStatus;
};

/** What became of a message. */
export type DeliveryReportStatus =
  /** It reached the customer’s device. */
  | 'DELIVERED'
  /** It was not sent, or could not be delivered. Needs `code`, and `leaseToken` unless it was SENT. */
  | 'FAILED'
  /** The customer has read it. */
  | 'READ'
  /** The platform has taken it. Needs `leaseToken` and `externalIds`. */
  | 'SENT';

/** Where a parcel is. The carrier’s own code is kept beside it. */
export type DeliveryStatus =
  /** Will not be sent. */
  | 'CANCELLED'
  /** Announced to the carrier; nothing more is known. */
  | 'CREATED'
  /** The carrier says that it takes longer. */
  | 'DELAYED'
  /** Handed over. */
  | 'DELIVERED'
  /** An attempt to deliver it failed. */
  | 'DELIVERY_ATTEMPTED'
  /** Something went wrong; the carrier’s words say what. */
  | 'EXCEPTION'
  /** The carrier has it. */
  | 'HANDED_TO_CARRIER'
  /** On its way. */
  | 'IN_TRANSIT'
  /** The carrier has lost it. */
  | 'LOST'
  /** With the courier or postman. */
  | 'OUT_FOR_DELIVERY'
  /** Fetched by the customer. */
  | 'PICKED_UP'
  /** Waits at the pickup point. */
  | 'READY_FOR_PICKUP'
  /** The sender has it again. */
  | 'RETURNED_TO_SENDER'
  /** Goes back to the sender. */
  | 'RETURNING';

/** One parcel as the source knows it, whole: what is left out is empty. Where it is, is told by `trackingEventsRecord`. */
export type DeliveryUpsertInput = {
  /** The carrier’s key: small letters, digits and hyphens, such as `cdek` or `russian-post`. */
  carrier: string;
  /** The source’s own key; 1–200 characters. */
  externalId: string;
  /** What of the order is in it; at most 200 lines. */
  items?: Array<DeliveryItemInput>;
  /** That system’s key of the order. A parcel never changes its order. */
  orderExternalId: string;
  /** The system that the order was told by. */
  orderSource: string;
  /** Where it can be fetched, if it is not brought. */
  pickupPoint?: PickupPointInput | null | undefined;
  /** The first moment of the promised time. */
  promisedFrom?: string | null | undefined;
  /** The last moment of the promised time, not before the first. When it passes while the parcel is on its way, `delivery.late` is appended; one that has passed when it is told is history and no news. */
  promisedTo?: string | null | undefined;
  /** Who sends it, on a marketplace. */
  sellerName?: string | null | undefined;
  /** The system the record comes from; 1–200 characters. */
  source: string;
  /** When the source changed it last; older than what is stored gives a StaleUpdate. */
  sourceUpdatedAt: string;
  /** The carrier’s number; up to 50 characters, unique per carrier. White space is removed, letters become capitals. */
  trackingNumber?: string | null | undefined;
};

/** Which events. What is left out does not narrow; everything given must hold. */
export type EventFilter = {
  /** Of this customer, and of the guests that they were before they logged in. */
  customerId?: string | null | undefined;
  /** Occurred then or later. */
  occurredFrom?: string | null | undefined;
  /** Occurred before then. */
  occurredTo?: string | null | undefined;
  /** Of this ticket. */
  ticketId?: string | null | undefined;
  /** Of one of these types, such as `message.sent`; one that does not exist is an error. */
  types?: Array<string> | null | undefined;
};

/** A partner’s key of a record: the two parts together name one. */
export type ExternalKeyInput = {
  /** The key inside that system; 1–200 characters. */
  externalId: string;
  /** The system that the key is of; 1–200 characters. */
  source: string;
};

/** Where the goods of a return are. */
export type GoodsStatus =
  /** The customer is to send them. */
  | 'AWAITING'
  /** Looked at: see `inspection`. */
  | 'INSPECTED'
  /** On their way back. */
  | 'IN_TRANSIT'
  /** Some have arrived. */
  | 'PARTIALLY_RECEIVED'
  /** All have arrived. */
  | 'RECEIVED';

/** Joins a guest to the logged-in buyer. */
export type GuestLinkInput = {
  /** The token of `guestStart`: the only proof of being that guest. */
  guestToken: string;
};

/** Starts a conversation without login. */
export type GuestStartInput = {
  /** How to address the person; up to 200 characters. */
  name?: string | null | undefined;
};

/** Who wrote an imported message. */
export type ImportAuthor =
  /** The customer. */
  | 'CUSTOMER'
  /** A person of the desk. */
  | 'OPERATOR'
  /** A line of a system. */
  | 'SYSTEM';

/** Where an imported ticket stands. */
export type ImportStatus =
  /** Ended. */
  | 'CLOSED'
  /** Still to be worked on. */
  | 'OPEN'
  /** Settled; it does not close by itself. */
  | 'RESOLVED';

/** Which tickets of those the viewer may see. Everything given must hold. */
export type InboxFilter = {
  /** Of this operator; null for tickets nobody has. */
  assigneeId?: string | null | undefined;
  /** One of these states. */
  statuses?: Array<TicketStatus> | null | undefined;
  /** Of this team; null for the common queue. */
  teamId?: string | null | undefined;
  /** One of these topics. */
  topics?: Array<Topic> | null | undefined;
};

/** What an inspection of goods found. */
export type InspectionResult =
  /** They are not: no money is granted because of this return. */
  | 'FAIL'
  /** They are as the customer says: money may be granted. */
  | 'PASS';

/** A language of the desk. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** Why a message may not be sent now. */
export type LeaseHoldReason =
  /** A file of it is still being scanned. */
  | 'ATTACHMENTS'
  /** The last try failed and the time for the next one has not come. */
  | 'BACK_OFF'
  /** An earlier message of the conversation is not out yet: messages go in order. */
  | 'EARLIER_MESSAGE'
  /** Another worker has it. */
  | 'OTHER_WORKER';

/** A card of a product or of an order: exactly one of them. */
export type MessageCardInput = {
  /** The order, of the ticket’s customer. */
  orderId?: string | null | undefined;
  /** The product. */
  productId?: string | null | undefined;
};

/** How far a message has come on its way to a platform. */
export type MessageDeliveryStatus =
  /** It reached the customer’s device. */
  | 'DELIVERED'
  /** It could not be sent: see `failureCode` and `isRetryable`. */
  | 'FAILED'
  /** No bot has taken it on yet. */
  | 'PENDING'
  /** The customer has read it. */
  | 'READ'
  /** A bot has taken it on. */
  | 'SENDING'
  /** The platform has taken it. */
  | 'SENT'
  /** A bot took it on and never told what became of it: it may have been sent. It is not sent again by itself. */
  | 'UNCONFIRMED';

/** Changes the text of one’s own message or note. */
export type MessageEditInput = {
  /** Which. */
  messageId: string;
  /** 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. */
  text: string;
};

/** What kind of entry a message is. */
export type MessageKind =
  /** A card of a product or an order. */
  | 'CARD'
  /** An internal note of the desk; buyers never see it. */
  | 'NOTE'
  /** A line the system wrote. */
  | 'SYSTEM'
  /** Words of a person or a bot. */
  | 'TEXT';

/** Removes the content of a message or note for good. */
export type MessageRedactInput = {
  /** Which. */
  messageId: string;
};

/** Sends a public message. */
export type MessageSendInput = {
  /** Files to send with it, at most 10: uploaded, of the ticket’s customer, by the viewer’s side or the customer, and in no other message or return. One that is still being scanned is shown with its status. */
  attachmentIds?: Array<string> | null | undefined;
  /** Products and orders to show with it, at most 5. */
  cards?: Array<MessageCardInput> | null | undefined;
  /** A UUID chosen by the sender: any number of retries with it give the one message. */
  clientMessageId?: string | null | undefined;
  /** True keeps the ticket with the desk after an operator’s reply. */
  keepOpen?: boolean;
  /** The newest `seq` the operator has seen: newer messages of others refuse the reply. */
  lastSeenSeq?: number | null | undefined;
  /** The sender’s clock. Information only. */
  sentAt?: string | null | undefined;
  /** 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. May be empty when the message carries a file or a card. */
  text: string;
  /** Into which ticket. */
  ticketId: string;
};

/** Moves the viewer’s read marker, never back. */
export type MessagesMarkReadInput = {
  /** Of which ticket. */
  ticketId: string;
  /** Everything up to this `seq` was read; at most the ticket’s `lastSeq`. */
  upToSeq: number;
};

/** An amount of money, exact. */
export type MoneyInput = {
  /** In whole units, such as `199.90`; not negative, no finer than the currency. */
  amount: string;
  /** Which currency. */
  currencyCode: string;
};

/** Writes an internal note. */
export type NoteAddInput = {
  /** A UUID chosen by the sender: any number of retries with it give the one message. */
  clientMessageId?: string | null | undefined;
  /** 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. */
  text: string;
  /** On which ticket. */
  ticketId: string;
};

/** One span of a week in which a channel is open. One that passes midnight is two. */
export type OpeningSlotInput = {
  /** Until when, such as `18:00`; `24:00` is the end of the day. */
  closesAt: string;
  /** From when on, such as `09:00`. */
  opensAt: string;
  /** Which day. */
  weekday: Weekday;
};

/** What a person of the support team may do at most. */
export type OperatorRole =
  /** Everything a supervisor may, and administers people and teams. */
  | 'ADMIN'
  /** Works on the tickets of the own teams, on those of no team, and on the own ones. */
  | 'OPERATOR'
  /** Sees and moves every ticket. */
  | 'SUPERVISOR';

/** Whether an operator is there. Ephemeral: never stored. */
export type OperatorStatus =
  /** Back in a while. */
  | 'AWAY'
  /** Not there: said so, or did not say again in time to be there. */
  | 'OFFLINE'
  /** At the desk. */
  | 'ONLINE';

/** Says whether the operator is there. */
export type OperatorStatusSetInput = {
  /** The status; ONLINE and AWAY must be sent again before `expiresAt`. */
  status: OperatorStatus;
};

/** Changes a person’s rights. Fields left out stay. */
export type OperatorUpdateInput = {
  /** True ends every right at once, open streams included. */
  isDisabled?: boolean | null | undefined;
  /** The name that buyers see; up to 200 characters. */
  name?: string | null | undefined;
  /** Whom. */
  operatorId: string;
  /** The highest role the desk grants. */
  role?: OperatorRole | null | undefined;
  /** The teams from now on. */
  teamIds?: Array<string> | null | undefined;
};

/** Where an order goes. */
export type OrderAddressInput = {
  /** The city; 1–200 characters. */
  city?: string | null | undefined;
  /** The country; 1–200 characters. */
  country?: string | null | undefined;
  /** Street, house and flat; 1–500 characters. */
  line?: string | null | undefined;
  /** The postal code; 1–20 characters. */
  postalCode?: string | null | undefined;
  /** The region or state; 1–200 characters. */
  region?: string | null | undefined;
};

/** In which direction. */
export type OrderDirection =
  /** From the smallest or oldest. */
  | 'ASC'
  /** From the largest or newest. */
  | 'DESC';

/** Which orders. What is left out does not narrow; everything given must hold. */
export type OrderFilter = {
  /** Of this customer. */
  customerId?: string | null | undefined;
  /** Late ones only, or only those that are not. */
  isLate?: boolean | null | undefined;
  /** Placed then or later. */
  placedFrom?: string | null | undefined;
  /** Placed before then. */
  placedTo?: string | null | undefined;
  /** With one of these words of the shop, to the letter. */
  rawStatuses?: Array<string> | null | undefined;
  /** With a line sold by this seller, to the letter. */
  sellerName?: string | null | undefined;
  /** From this system. */
  source?: string | null | undefined;
  /** In one of these states. */
  statuses?: Array<OrderStatus> | null | undefined;
};

/** One line of an order. */
export type OrderItemUpsertInput = {
  /** The category as ordered; 1–200 characters. */
  category?: string | null | undefined;
  /** The shop’s own key, unique within the order; 1–200 characters. */
  externalId: string;
  /** What it is called; 1–500 characters. */
  name: string;
  /** The key of the product in the order’s source; one that is not known here is refused. */
  productExternalId?: string | null | undefined;
  /** How many, 1–10000. */
  quantity: number;
  /** Who sells it; 1–200 characters. */
  sellerName?: string | null | undefined;
  /** The line’s part of the shipping. Not negative, no finer than the currency. */
  shipping?: string;
  /** The stock keeping unit; 1–200 characters. */
  sku?: string | null | undefined;
  /** The price of one. Not negative, no finer than the currency. */
  unitPrice: string;
};

/** Where an order stands. The shop’s own word is kept beside it as `rawStatus`. */
export type OrderStatus =
  /** Has to be paid first. */
  | 'AWAITING_PAYMENT'
  /** Nothing of it will come. */
  | 'CANCELLED'
  /** Placed, nothing more. */
  | 'CREATED'
  /** All of it has arrived. */
  | 'DELIVERED'
  /** Some of it has arrived. */
  | 'PARTIALLY_DELIVERED'
  /** Is being prepared. */
  | 'PROCESSING'
  /** On its way. */
  | 'SHIPPED'
  /** The shop cannot get the goods. */
  | 'UNAVAILABLE'
  /** The shop’s word has no counterpart here: see `rawStatus`. */
  | 'UNKNOWN';

/** One order as the shop knows it now: the whole of it, what is left out is not there. Dates lie between 1990 and ten years ahead. */
export type OrderUpsertInput = {
  /** Where it goes. */
  address?: OrderAddressInput | null | undefined;
  /** When its payment was approved. */
  approvedAt?: string | null | undefined;
  /** When it was cancelled. */
  cancelledAt?: string | null | undefined;
  /** Of every amount. It never changes. */
  currencyCode: string;
  /** Whose it is, by the key of `customersUpsert`. It never changes. */
  customerExternalId: string;
  /** When all of it had arrived. */
  deliveredAt?: string | null | undefined;
  /** Discounts already taken off; information only. Not negative, no finer than the currency. */
  discountTotal?: string;
  /** The shop’s own key, unique per source; 1–200 characters. */
  externalId: string;
  /** All its lines, at most 500; one that was given before and is not now is cancelled. */
  items: Array<OrderItemUpsertInput>;
  /** What people call it by, unique over everything; 1–50 characters. */
  number: string;
  /** When it was placed. */
  placedAt: string;
  /** The last moment promised for its delivery. */
  promisedTo?: string | null | undefined;
  /** The shop’s own word for the status; 1–200 characters. */
  rawStatus?: string | null | undefined;
  /** Who receives it; 1–200 characters. */
  recipientName?: string | null | undefined;
  /** Shipping. Not negative, no finer than the currency. */
  shippingTotal?: string;
  /** The system the record comes from; 1–200 characters. */
  source: string;
  /** When the source changed it last; older than what is stored gives a StaleUpdate. */
  sourceUpdatedAt: string;
  /** Where it stands. */
  status: OrderStatus;
  /** What is to be paid. Not negative, no finer than the currency. */
  total: string;
};

/** Orders of the shop. */
export type OrdersUpsertInput = {
  /** At most 500. */
  orders: Array<OrderUpsertInput>;
};

/** Takes a message of the desk on, to send it to its platform. */
export type OutboundMessageClaimInput = {
  /** Our account that sends it. */
  account: string;
  /** True only when the bot has looked at the platform, or the platform has told, that an unconfirmed message is not there. */
  isKnownUnsent?: boolean;
  /** How long the worker has it, 5–600: longer than sending and reporting can take. */
  leaseSeconds?: number;
  /** Which message. */
  messageId: string;
  /** Who takes it on: a name that is new at each start of a process, such as a UUID. The same one asking again gets its lease again. */
  worker: string;
};

/** One try to pay. */
export type PaymentAttemptInput = {
  /** Why it was declined; left out, it is looked up by `rawReason`. Not for a try that went through. */
  declineReason?: DeclineReason | null | undefined;
  /** The source’s own key, unique within the payment; 1–200 characters. */
  externalId: string;
  /** True if it went through. */
  isSuccessful: boolean;
  /** When it was made. */
  occurredAt: string;
  /** The provider’s own code or words of the refusal; 1–200 characters. */
  rawReason?: string | null | undefined;
};

/** How a payment is made. */
export type PaymentMethod =
  /** A slip paid at a bank, such as a boleto. */
  | 'BANK_SLIP'
  /** A transfer from a bank account. */
  | 'BANK_TRANSFER'
  /** A bank card. */
  | 'CARD'
  /** To the courier or at the pickup point. */
  | 'CASH_ON_DELIVERY'
  /** In parts, by a credit of the shop or a bank. */
  | 'INSTALMENTS'
  /** Anything else: see `rawMethod`. */
  | 'OTHER'
  /** The Faster Payments System, by QR code or phone number. */
  | 'SBP'
  /** A gift card or a voucher. */
  | 'VOUCHER'
  /** An electronic wallet. */
  | 'WALLET';

/** One payment as the source knows it now. Dates lie between 1990 and ten years ahead; amounts are not negative and no finer than the currency. */
export type PaymentRecordInput = {
  /** What is to be paid by it. */
  amount: string;
  /** Tries to pay, at most 200. They add up over calls; one of a known key is the same one. */
  attempts?: Array<PaymentAttemptInput>;
  /** What was taken: at most `amount`. */
  capturedAmount?: string;
  /** The order’s currency. */
  currencyCode: string;
  /** The source’s own key, unique per source; 1–200 characters. */
  externalId: string;
  /** Into how many instalments it is split, 1–120. */
  instalmentCount?: number;
  /** How it is paid. */
  method: PaymentMethod;
  /** The order’s key in its source; one that is not known here is refused. It never changes. */
  orderExternalId: string;
  /** The source of the order, as in `ordersUpsert`. */
  orderSource: string;
  /** The source’s own word for the method; 1–200 characters. */
  rawMethod?: string | null | undefined;
  /** The source’s own word for the status; 1–200 characters. */
  rawStatus?: string | null | undefined;
  /** The system the record comes from; 1–200 characters. */
  source: string;
  /** When the source changed it last; older than what is stored gives a StaleUpdate. */
  sourceUpdatedAt: string;
  /** When it was begun. */
  startedAt: string;
  /** Where it stands. */
  status: PaymentStatus;
};

/** Where a payment stands. */
export type PaymentStatus =
  /** Set aside by the bank, not taken yet. */
  | 'AUTHORIZED'
  /** Given up before anything was taken. */
  | 'CANCELLED'
  /** Taken. */
  | 'CAPTURED'
  /** Did not go through. */
  | 'FAILED'
  /** Begun; nothing was taken yet. */
  | 'PENDING'
  /** The source’s word has no counterpart here: see `rawStatus`. */
  | 'UNKNOWN';

/** Payments of orders. */
export type PaymentsRecordInput = {
  /** At most 500. */
  payments: Array<PaymentRecordInput>;
};

/** Where a parcel can be fetched. */
export type PickupPointInput = {
  /** Where it is; up to 500 characters. */
  address?: string | null | undefined;
  /** When it is open, in its own words; up to 500 characters. */
  hours?: string | null | undefined;
  /** What it is called; 1–200 characters. */
  name: string;
  /** Until when it keeps the parcel. */
  storedUntil?: string | null | undefined;
};

/** Says that the operator looks at a ticket, or left it. */
export type PresenceSetInput = {
  /** True while the ticket is open: send it again before `expiresAt`, best at half the time. */
  isPresent: boolean;
  /** Which ticket. */
  ticketId: string;
};

/** How urgent a ticket is. */
export type Priority =
  /** Before the usual ones. */
  | 'HIGH'
  /** Can wait. */
  | 'LOW'
  /** The usual. */
  | 'NORMAL'
  /** At once. */
  | 'URGENT';

/** What kind of refusal it is: branch on this. */
export type ProblemCode =
  /** Somebody else has the ticket. */
  | 'ALREADY_CLAIMED'
  /** Nothing is left to send. */
  | 'ALREADY_HANDLED'
  /** The content was removed for good. */
  | 'ALREADY_REDACTED'
  /** More money than there is to give. */
  | 'AMOUNT_EXCEEDED'
  /** The file cannot be taken, or not yet. */
  | 'ATTACHMENT_REFUSED'
  /** The bot has handed the ticket to a person. */
  | 'BOT_MUTED'
  /** The channel is switched off. */
  | 'CHANNEL_CLOSED'
  /** The object has changed since the given version. */
  | 'CONFLICT'
  /** The message may have been sent already, and nobody knows. */
  | 'DELIVERY_UNCONFIRMED'
  /** The key was used before with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The state machine has no such step from here. */
  | 'ILLEGAL_TRANSITION'
  /** The input breaks a documented limit. */
  | 'INVALID_INPUT'
  /** The message may not be sent to the platform now: wait. */
  | 'LEASE_HELD'
  /** Another worker has taken the message on since. */
  | 'LEASE_LOST'
  /** There are messages the operator has not seen. */
  | 'MISSED_MESSAGES'
  /** This server is not connected to the outside system that it needs for it. */
  | 'NOT_CONFIGURED'
  /** The shop’s policy does not allow it. */
  | 'NOT_ELIGIBLE'
  /** No such object, or none that the viewer may see. */
  | 'NOT_FOUND'
  /** More than there is. */
  | 'QUANTITY_EXCEEDED'
  /** The platform allows no answer so long after the customer’s last message. */
  | 'REPLY_WINDOW_CLOSED'
  /** The source has said something newer before. */
  | 'STALE_UPDATE'
  /** A domain rule asks to wait. */
  | 'TOO_SOON';

/** A promotion of a product for a time. */
export type ProductPromotionInput = {
  /** When it ends, after it begins; left out: no end is set. */
  endsAt?: string | null | undefined;
  /** What the shop calls it; 1–200 characters. */
  name: string;
  /** The price while it runs, in the product’s currency; only for a product with a price. */
  price?: string | null | undefined;
  /** When it begins; left out: it has begun. */
  startsAt?: string | null | undefined;
};

/** One product as the shop offers it now: the whole of it, what is left out is not there. */
export type ProductUpsertInput = {
  /** The shop’s category, by which policies of returns are chosen; 1–200 characters. */
  category?: string | null | undefined;
  /** The currency of all its prices. Together with `price`. */
  currencyCode?: string | null | undefined;
  /** What the shop says about it; 1–10000 characters. */
  description?: string | null | undefined;
  /** The shop’s own key, unique per source; 1–200 characters. */
  externalId: string;
  /** A picture of it. An http or https address of up to 2000 characters. */
  imageUrl?: string | null | undefined;
  /** True if it can be ordered now. */
  isAvailable?: boolean;
  /** What it is called; 1–500 characters. */
  name: string;
  /** The price; not negative, no finer than the currency. Together with `currencyCode`. */
  price?: string | null | undefined;
  /** All its promotions, at most 50, the most important first. */
  promotions?: Array<ProductPromotionInput>;
  /** The system the record comes from; 1–200 characters. */
  source: string;
  /** When the source changed it last; older than what is stored gives a StaleUpdate. */
  sourceUpdatedAt: string;
  /** How many are in stock, 0–1000000000; left out when the shop does not say. */
  stock?: number | null | undefined;
  /** The page of the shop that shows it. An http or https address of up to 2000 characters. */
  url?: string | null | undefined;
};

/** Products of the shop. */
export type ProductsUpsertInput = {
  /** At most 500. */
  products: Array<ProductUpsertInput>;
};

/** Which ratings. What is left out does not narrow; everything given must hold. */
export type RatingFilter = {
  /** Given by this customer. */
  customerId?: string | null | undefined;
  /** With words, or without any. */
  hasText?: boolean | null | undefined;
  /** Of this order. */
  orderId?: string | null | undefined;
  /** Of this product. */
  productId?: string | null | undefined;
  /** With one of these scores, from 1 to 5. */
  scores?: Array<number> | null | undefined;
};

/** One judgement in stars. */
export type RatingRecordInput = {
  /** The customer’s key: the shop’s (`customersUpsert`) if there is one, else the source’s own. Left out: the customer of the order. */
  customerExternalId?: string | null | undefined;
  /** Its key inside the source; 1–200 characters. The two together are recorded once. */
  externalId: string;
  /** When it was given, not in the future; now when left out. */
  occurredAt?: string | null | undefined;
  /** The order that is judged. One that is not known refuses the item. */
  order?: ExternalKeyInput | null | undefined;
  /** The product that is judged. One that is not known refuses the item. */
  product?: ExternalKeyInput | null | undefined;
  /** From 1, the worst, to 5. */
  score: number;
  /** The system the record comes from; 1–200 characters. */
  source: string;
  /** What was said, if anything; 1–10,000 characters. */
  text?: string | null | undefined;
};

/** Customers’ judgements in stars. */
export type RatingsRecordInput = {
  /** At most 500. */
  ratings: Array<RatingRecordInput>;
};

/** A side of a conversation. */
export type ReaderSide =
  /** The customer. */
  | 'CUSTOMER'
  /** The desk. */
  | 'OPERATOR';

/** What can be asked of a refund. */
export type RefundAction =
  /** Have the payment provider give it back: `refundExecute`. */
  | 'EXECUTE';

/** Has a granted refund given back. */
export type RefundExecuteInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it begin one execution; the money moves once in any case. */
  idempotencyKey?: string | null | undefined;
  /** Which. */
  refundId: string;
};

/** Grants money: for a return, or for an order. */
export type RefundGrantInput = {
  /** How much: above zero, in the currency of the order, no more than is left of the payment. */
  amount: MoneyInput;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it grant one refund. */
  idempotencyKey: string;
  /** For which order. This or `returnId`. */
  orderId?: string | null | undefined;
  /** By which payment of the order; the one of which most is left when it is left out. */
  paymentId?: string | null | undefined;
  /** Because of which return. This or `orderId`. */
  returnId?: string | null | undefined;
};

/** Where a refund’s money is. */
export type RefundStatus =
  /** The provider refused; it can be tried again, under the same key. */
  | 'FAILED'
  /** Decided; the payment provider has not been asked yet. */
  | 'GRANTED'
  /** The provider was asked and is asked again until it answers. */
  | 'PENDING'
  /** Given back. The end. */
  | 'SUCCEEDED';

/** Why a stream cannot go on from a cursor. */
export type ResetReason =
  /** The cursor is ahead of the log. */
  | 'AHEAD'
  /** The log no longer reaches back that far. */
  | 'EXPIRED'
  /** The viewer’s role or teams changed: other tickets may be visible now. */
  | 'RIGHTS_CHANGED'
  /** More happened since than a replay gives. */
  | 'TOO_FAR'
  /** The cursor was not made by this log, or before it was restored. */
  | 'UNKNOWN_CURSOR';

/** What can be asked of a return. */
export type ReturnAction =
  /** Grant it: `returnApprove`. */
  | 'APPROVE'
  /** Ask the customer for more: `returnAskInfo`. */
  | 'ASK_INFO'
  /** Take it back before the goods are sent: `returnCancel`. */
  | 'CANCEL'
  /** Refuse it: `returnDecline`. */
  | 'DECLINE'
  /** Grant money because of it: `refundGrant`. */
  | 'GRANT_REFUND'
  /** Say what an inspection found: `returnGoodsInspect`. */
  | 'INSPECT_GOODS'
  /** Say or show what was asked for: `returnProvideInfo`. */
  | 'PROVIDE_INFO'
  /** Say which goods have arrived: `returnGoodsReceive`. */
  | 'RECEIVE_GOODS'
  /** Ask for another look: `returnReconsider`. */
  | 'RECONSIDER'
  /** Take it to be decided: `returnReview`. */
  | 'REVIEW'
  /** Say that the goods are on their way: `returnGoodsSend`. */
  | 'SEND_GOODS';

/** Grants a return. */
export type ReturnApproveInput = {
  /** How; the policy limits it. */
  decision: ReturnDecision;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** What is given instead, one for each that comes back: for an EXCHANGE, and only then. */
  replacementProductId?: string | null | undefined;
  /** Which return. */
  returnId: string;
};

/** Asks the customer for more. */
export type ReturnAskInfoInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
  /** What is missing; 1–10,000 characters. The customer reads it. */
  text: string;
};

/** Takes a return back. */
export type ReturnCancelInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
};

/** How a return is settled, and what its customer wishes. */
export type ReturnDecision =
  /** Other goods for these; the difference in price is paid or given back. */
  | 'EXCHANGE'
  /** The goods are looked at; money is given back when they pass. */
  | 'INSPECTION'
  /** The money is given back, the goods are kept. */
  | 'REFUND_WITHOUT_RETURN'
  /** The goods are put right. */
  | 'REPAIR'
  /** The goods come back, then the money is given back. */
  | 'RETURN_AND_REFUND';

/** Refuses a return. */
export type ReturnDeclineInput = {
  /** Why: a key of the policy’s `declineReasons`. */
  code: string;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
  /** Why, in words for the customer; 1–10,000 characters. */
  text: string;
};

/** Which returns. What is left out does not narrow; everything given must hold. */
export type ReturnFilter = {
  /** Of this customer. */
  customerId?: string | null | undefined;
  /** Of this order. */
  orderId?: string | null | undefined;
  /** One of these states. */
  statuses?: Array<ReturnStatus> | null | undefined;
};

/** Goods were looked at. */
export type ReturnGoodsInspectInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** What was found. */
  result: InspectionResult;
  /** Which return. */
  returnId: string;
};

/** Goods have arrived. */
export type ReturnGoodsReceiveInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it count the goods once. */
  idempotencyKey?: string | null | undefined;
  /** Which, beside those that arrived before: 1–100 lines, each once. */
  items: Array<ReturnItemInput>;
  /** Which return. */
  returnId: string;
};

/** The goods are on their way. */
export type ReturnGoodsSendInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
};

/** How many of a line. */
export type ReturnItemInput = {
  /** Which line of the order. */
  orderItemId: string;
  /** How many: at least 1. */
  quantity: number;
};

/** Says or shows what was asked for: words, documents, or both. */
export type ReturnProvideInfoInput = {
  /** Attachments of the customer that are uploaded and part of nothing else; at most 10, each once. */
  documentIds?: Array<string> | null | undefined;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
  /** Added to the comment, which may have 10,000 characters in all. */
  text?: string | null | undefined;
};

/** Asks for another look. */
export type ReturnReconsiderInput = {
  /** Added to the comment, which may have 10,000 characters in all. */
  comment?: string | null | undefined;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
};

/** Files a return. */
export type ReturnRequestInput = {
  /** Where the conversation of a new ticket takes place. */
  channel?: Channel;
  /** In the customer’s words; 1–10,000 characters. */
  comment?: string | null | undefined;
  /** Attachments of the customer that are uploaded and part of nothing else; at most 10, each once. */
  documentIds?: Array<string> | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it file one return. */
  idempotencyKey?: string | null | undefined;
  /** Which goods: 1–100 lines, each once. */
  items: Array<ReturnItemInput>;
  /** Of which order. */
  orderId: string;
  /** A key of the policy: see `returnEligibility`. */
  reason: string;
  /** The customer’s ticket in which it is talked about; a new one of topic RETURN is opened when it is left out. */
  ticketId?: string | null | undefined;
  /** What the customer wishes; the policy limits it. */
  wish: ReturnDecision;
};

/** Takes a return to be decided. */
export type ReturnReviewInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which return. */
  returnId: string;
};

/** Where the decision about a return stands. The goods and the money have machines of their own. */
export type ReturnStatus =
  /** Granted as `decision` says. */
  | 'APPROVED'
  /** Taken back. The end. */
  | 'CANCELLED'
  /** Refused; the customer may ask for another look: `returnReconsider`. */
  | 'DECLINED'
  /** The customer has to say or show more: see `infoRequest`. */
  | 'INFO_REQUIRED'
  /** The desk has to look at it. */
  | 'REQUESTED'
  /** Somebody of the desk looks at it. */
  | 'UNDER_REVIEW';

/** In which role somebody asks. */
export type Role =
  /** Administers people and teams too. */
  | 'ADMIN'
  /** A buyer. */
  | 'CUSTOMER'
  /** A buyer before login. */
  | 'GUEST'
  /** A person of the support team. */
  | 'OPERATOR'
  /** A bot or a partner’s system. */
  | 'SERVICE'
  /** Sees and moves every ticket. */
  | 'SUPERVISOR';

/** A service token for a partner’s system or a bot. */
export type ServiceTokenCreateInput = {
  /** Until when it counts, not in the past; for ever when left out. */
  expiresAt?: string | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it make one secret. A retry is answered without it, for it is stored nowhere: rotate with `overlapSeconds` 0 if the first answer was lost. */
  idempotencyKey?: string | null | undefined;
  /** What it is for, in people’s words; 1–200 characters. */
  name: string;
  /** What the service may do, one at least: `orders:write`, `deliveries:write`, `payments:write`, `products:write`, `returns:write`, `refunds:execute`, `tickets:read`, `tickets:write`, `events:read`, `webhooks:write`, `customers:write`, `knowledge:write`, `complaints:write`, `import:write`, `channels:site_chat`, `channels:app_chat`, `channels:phone`, `channels:email`, `channels:vk`, `channels:instagram`, `channels:facebook`, `channels:whatsapp`, `channels:telegram`. One that does not exist is refused. */
  scopes: Array<string>;
  /** The service that acts with it: 1–100 Latin letters, digits, dots, hyphens and underscores, the first a letter or a digit. Tokens of one service share its idempotency keys. */
  service: string;
};

/** Which service tokens. What is left out does not narrow; everything given must hold. */
export type ServiceTokenFilter = {
  /** Those of this service. */
  service?: string | null | undefined;
  /** Those that have this status now. */
  status?: ServiceTokenStatus | null | undefined;
};

/** The end of a service token. */
export type ServiceTokenRevokeInput = {
  /** Which token. */
  serviceTokenId: string;
};

/** Another secret for a service token. */
export type ServiceTokenRotateInput = {
  /** Until when the token counts from now on, not in the past; left out, it keeps its end. */
  expiresAt?: string | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it make one secret. A retry is answered without it, for it is stored nowhere: rotate with `overlapSeconds` 0 if the first answer was lost. */
  idempotencyKey?: string | null | undefined;
  /** For how long the secrets of before work on beside the new one, 0–2592000: a day when left out, 0 ends them at once. None works longer than it would have. */
  overlapSeconds?: number;
  /** Which token. */
  serviceTokenId: string;
};

/** Whether a service token counts. */
export type ServiceTokenStatus =
  /** It counts, with each of its secrets that has not ended. */
  | 'ACTIVE'
  /** Its time is over; a rotation with another `expiresAt` brings it back. */
  | 'EXPIRED'
  /** It was ended for good. */
  | 'REVOKED';

/** What can be asked of a suggestion. */
export type SuggestionAction =
  /** Say that it is done: `suggestionUpdate`. */
  | 'COMPLETE'
  /** Say that it will not be done: `suggestionUpdate`. */
  | 'DECLINE'
  /** Point to another one that says the same: `suggestionUpdate`. */
  | 'MARK_DUPLICATE'
  /** Say that it will be done: `suggestionUpdate`. */
  | 'PLAN'
  /** Say that it is being done: `suggestionUpdate`. */
  | 'START'
  /** Take the vote back: `suggestionUnvote`. */
  | 'UNVOTE'
  /** Vote for it: `suggestionVote`. Not for one’s own, and not as a guest. */
  | 'VOTE';

/** Which suggestions. What is left out does not narrow; everything given must hold. */
export type SuggestionFilter = {
  /** Made by this customer; nothing for those who may not learn whose they are. */
  customerId?: string | null | undefined;
  /** In this language. */
  language?: Language | null | undefined;
  /** One of these states. */
  statuses?: Array<SuggestionStatus> | null | undefined;
};

/** One suggestion of the past. */
export type SuggestionImportInput = {
  /** The author’s key: the shop’s (`customersUpsert`) if there is one, else the source’s own, made if it is new. */
  customerExternalId: string;
  /** The author’s name, for a customer not known yet. */
  customerName?: string | null | undefined;
  /** Its key inside the source; 1–200 characters. The two together are imported once. */
  externalId: string;
  /** The language it is written in. */
  language: Language;
  /** When it was made, not in the future; now when left out. */
  occurredAt?: string | null | undefined;
  /** Where it comes from, such as a file’s name; 1–200 characters. */
  source: string;
  /** What it says; 1–10,000 characters. */
  text: string;
  /** What it is, in a line; 1–200 characters. */
  title: string;
};

/** How suggestions are sorted; ties are broken by id. */
export type SuggestionOrder =
  /** Those with most votes first. */
  | 'MOST_VOTED'
  /** The newest first. */
  | 'NEWEST';

/** What became of a suggestion. */
export type SuggestionStatus =
  /** Done. */
  | 'COMPLETED'
  /** It will not be done. */
  | 'DECLINED'
  /** Somebody had suggested it before: see `duplicateOf`. */
  | 'DUPLICATE'
  /** Made; nothing is decided. */
  | 'OPEN'
  /** It will be done. */
  | 'PLANNED'
  /** It is being done. */
  | 'STARTED';

/** Makes a suggestion. */
export type SuggestionSubmitInput = {
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it make one suggestion. */
  idempotencyKey?: string | null | undefined;
  /** The viewer’s when left out. */
  language?: Language | null | undefined;
  /** What it says; 1–10,000 characters. */
  text: string;
  /** What it is, in a line; 1–200 characters. */
  title: string;
};

/** Takes a vote back. */
export type SuggestionUnvoteInput = {
  /** Which suggestion it was for. */
  suggestionId: string;
};

/** Says what becomes of a suggestion. */
export type SuggestionUpdateInput = {
  /** The suggestion that says the same: for DUPLICATE, and only then. One that is a DUPLICATE itself is refused (`alreadyDuplicate`; `cycle` when it leads back to this one): give the one it points to. */
  duplicateOfId?: string | null | undefined;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** The new status; nothing leads back to OPEN. */
  status: SuggestionStatus;
  /** Which. */
  suggestionId: string;
};

/** Votes for a suggestion. */
export type SuggestionVoteInput = {
  /** Which. */
  suggestionId: string;
};

/** Suggestions of the past. */
export type SuggestionsImportInput = {
  /** At most 500. */
  suggestions: Array<SuggestionImportInput>;
};

/** Makes a team, or renames the one with this key. */
export type TeamUpsertInput = {
  /** A short stable key: small Latin letters, digits and hyphens, up to 50. */
  key: string;
  /** The name people see; up to 200 characters. */
  name: string;
};

/** What can be asked of a ticket. */
export type TicketAction =
  /** Give it to somebody: `ticketAssign`. */
  | 'ASSIGN'
  /** Take it: `ticketClaim`. */
  | 'CLAIM'
  /** End it for good: `ticketClose`. */
  | 'CLOSE'
  /** Say which order or parcel it is about: `ticketLink`. */
  | 'LINK'
  /** End it in another ticket: `ticketMerge`. */
  | 'MERGE'
  /** Take it up again: `ticketReopen`. */
  | 'REOPEN'
  /** Send a public message: `messageSend`. */
  | 'REPLY'
  /** Say that it is settled: `ticketResolve`. */
  | 'RESOLVE'
  /** Let it sleep: `ticketSnooze`. */
  | 'SNOOZE'
  /** Mark it as not a customer’s request: `ticketMarkSpam`. */
  | 'SPAM'
  /** Change subject, priority, topic, language or tags, or add a note: `ticketUpdate`, `noteAdd`. */
  | 'UPDATE'
  /** Hand it to the customer: `ticketWait`. */
  | 'WAIT_CUSTOMER'
  /** Wait for a courier, a seller or a bank: `ticketWait`. */
  | 'WAIT_THIRD_PARTY';

/** Gives a ticket to somebody. Fields left out stay. */
export type TicketAssignInput = {
  /** To whom; null for nobody. */
  assigneeId?: string | null | undefined;
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** To which team; null for the common queue. */
  teamId?: string | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Takes a ticket. */
export type TicketClaimInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Ends a resolved ticket. */
export type TicketCloseInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Something the desk needs to know before it can help. */
export type TicketDetail =
  /** The device, browser or app. Told in words. */
  | 'DEVICE'
  /** What the failure says. Told by quoting it, by its code, by a screenshot, or by a declined payment. */
  | 'ERROR_TEXT'
  /** Which order. Told by linking it: its number in a message is enough. */
  | 'ORDER_NUMBER'
  /** How it was paid. Told in words, or by a payment of the linked order. */
  | 'PAYMENT_METHOD'
  /** What it looks like. Told by an attachment, or by a return, which has its own documents. */
  | 'PHOTO'
  /** Which product. Told by its article number, its card, a return, or an order of one line. */
  | 'PRODUCT'
  /** Which parcel. Told by linking it or its order: a number in a message is enough. */
  | 'TRACKING_NUMBER';

/** Why the words of a ticket were removed. */
export type TicketErasureCause =
  /** Its customer was erased: `customerErase`. */
  | 'CUSTOMER'
  /** It was closed longer ago than RETENTION_CLOSED_TICKETS_DAYS. */
  | 'RETENTION';

/** Which tickets. What is left out does not narrow; everything given must hold. */
export type TicketFilter = {
  /** Of this operator; null for tickets nobody has. */
  assigneeId?: string | null | undefined;
  /** Begun on one of these channels. */
  channels?: Array<Channel> | null | undefined;
  /** Of this customer. */
  customerId?: string | null | undefined;
  /** About this parcel; null for tickets about none. */
  deliveryId?: string | null | undefined;
  /** In this language. */
  language?: Language | null | undefined;
  /** About this order; null for tickets about none. */
  orderId?: string | null | undefined;
  /** One of these priorities. */
  priorities?: Array<Priority> | null | undefined;
  /** Words of the subject or messages, Russian or English, in any form; up to 200 characters. Considers the 1000 matches written to last. */
  search?: string | null | undefined;
  /** One of these states. */
  statuses?: Array<TicketStatus> | null | undefined;
  /** With this label, to the letter. For the desk. */
  tag?: string | null | undefined;
  /** Of this team; null for the common queue. */
  teamId?: string | null | undefined;
  /** One of these topics. */
  topics?: Array<Topic> | null | undefined;
};

/** One conversation of the past. */
export type TicketImportInput = {
  /** Where it took place. */
  channel?: Channel;
  /** The customer’s key inside the source. */
  customerExternalId: string;
  /** The customer’s name, for a customer not known yet. */
  customerName?: string | null | undefined;
  /** Its key inside the source; 1–200 characters. The two together are imported once. */
  externalId: string;
  /** The language of the conversation. */
  language: Language;
  /** The messages in order, at most 1000. */
  messages: Array<TicketImportMessageInput>;
  /** When it was opened; now when left out. */
  occurredAt?: string | null | undefined;
  /** Where it comes from, such as a file’s name; 1–200 characters. */
  source: string;
  /** Where it stands. */
  status?: ImportStatus;
  /** What it is about; 1–200 characters. */
  subject: string;
  /** Labels; at most 20 of 1–50 characters. */
  tags?: Array<string>;
  /** The area of the matter. */
  topic?: Topic;
};

/** One message of the past. */
export type TicketImportMessageInput = {
  /** Who wrote it. */
  author: ImportAuthor;
  /** The name shown beside it; up to 200 characters. */
  authorName?: string | null | undefined;
  /** When; the ticket’s time when left out. */
  occurredAt?: string | null | undefined;
  /** What it says; 1–10,000 characters. */
  text: string;
};

/** Says what of the shop a ticket is about. Fields left out stay; null takes the link away. */
export type TicketLinkInput = {
  /** A parcel of the ticket’s customer. It brings its order with it when none is given. */
  deliveryId?: string | null | undefined;
  /** An order of the ticket’s customer. A linked parcel of another order goes with the change. */
  orderId?: string | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Marks a ticket as not a customer’s request. */
export type TicketMarkSpamInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** Ends a ticket in another one of the same customer. */
export type TicketMergeInput = {
  /** The version of the ending one that the client has seen. */
  expectedVersion?: number | null | undefined;
  /** The one that goes on. */
  intoTicketId: string;
  /** The one that ends. */
  ticketId: string;
};

/** Opens a ticket with its first message. */
export type TicketOpenInput = {
  /** Files to send with it, at most 10: uploaded, of the ticket’s customer, by the viewer’s side or the customer, and in no other message or return. One that is still being scanned is shown with its status. */
  attachmentIds?: Array<string> | null | undefined;
  /** Products and orders to show with it, at most 5. */
  cards?: Array<MessageCardInput> | null | undefined;
  /** Where the conversation begins. */
  channel?: Channel;
  /** A UUID chosen by the sender: any number of retries with it give the one message. */
  clientMessageId?: string | null | undefined;
  /** For whom; the desk and bots must say it, a buyer is it. */
  customerId?: string | null | undefined;
  /** The parcel it is about, of the customer’s own. It brings its order with it. */
  deliveryId?: string | null | undefined;
  /** Chosen by the sender, up to 200 characters, kept 48 hours: retries with it open one ticket. */
  idempotencyKey?: string | null | undefined;
  /** The viewer’s when left out. */
  language?: Language | null | undefined;
  /** The order it is about, of the customer’s own. Left out: what the words name is linked, if anything. */
  orderId?: string | null | undefined;
  /** For the desk and bots only. */
  priority?: Priority | null | undefined;
  /** 1–200 characters; the first words of the text when left out. */
  subject?: string | null | undefined;
  /** The first message: 1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs. May be empty when the message carries a file or a card. */
  text: string;
  /** The area of the matter. */
  topic?: Topic;
};

/** How tickets are sorted; ties are broken by id. */
export type TicketOrder = {
  /** In which direction. */
  direction: OrderDirection;
  /** By what. */
  field: TicketOrderField;
};

/** What tickets are sorted by. */
export type TicketOrderField =
  /** When the ticket was opened. */
  | 'CREATED_AT'
  /** When the last public message was written. */
  | 'LAST_ACTIVITY_AT';

/** Takes a ticket up again. */
export type TicketReopenInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
};

/** How a ticket was resolved. */
export type TicketResolution =
  /** The question was answered. */
  | 'ANSWERED'
  /** It cannot or will not be done. */
  | 'DECLINED'
  /** The matter is dealt with elsewhere. */
  | 'DUPLICATE'
  /** The matter was put right. */
  | 'FIXED'
  /** The customer did not answer. */
  | 'NO_RESPONSE';

/** Says that the matter is settled. */
export type TicketResolveInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** How. */
  resolution: TicketResolution;
  /** Which ticket. */
  ticketId: string;
};

/** Lets a ticket sleep. */
export type TicketSnoozeInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
  /** Until when: in the future, at most 365 days ahead. */
  until: string;
};

/** Where a ticket stands. */
export type TicketStatus =
  /** Ended for good; a message of the customer opens a successor. */
  | 'CLOSED'
  /** Goes on in another ticket, which gets its messages. */
  | 'MERGED'
  /** Nobody has worked on it yet. */
  | 'NEW'
  /** The desk has to act. */
  | 'OPEN'
  /** Answered; a message of the customer reopens it until the reopen window ends. */
  | 'RESOLVED'
  /** Sleeps until a set time, or until the customer writes. */
  | 'SNOOZED'
  /** Not a customer’s request. */
  | 'SPAM'
  /** The customer has to answer. */
  | 'WAITING_CUSTOMER'
  /** A courier, a seller or a bank has to act. */
  | 'WAITING_THIRD_PARTY';

/** Changes what a ticket is about. Fields left out stay. */
export type TicketUpdateInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** The language of the conversation. */
  language?: Language | null | undefined;
  /** How urgent it is. */
  priority?: Priority | null | undefined;
  /** What it is about; 1–200 characters. */
  subject?: string | null | undefined;
  /** All labels from now on; at most 20 of 1–50 characters. */
  tags?: Array<string> | null | undefined;
  /** Which ticket. */
  ticketId: string;
  /** The area of the matter. */
  topic?: Topic | null | undefined;
};

/** Whom a ticket waits for. */
export type TicketWaitFor =
  /** The customer has to answer. */
  | 'CUSTOMER'
  /** A courier, a seller or a bank has to act. */
  | 'THIRD_PARTY';

/** Hands a ticket to somebody outside the desk. */
export type TicketWaitInput = {
  /** The version the client has seen; another one now gives a Conflict. Left out: not checked. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  ticketId: string;
  /** For whom. */
  waitFor: TicketWaitFor;
};

/** Conversations of the past. */
export type TicketsImportInput = {
  /** At most 100. */
  tickets: Array<TicketImportInput>;
};

/** The area of a matter. */
export type Topic =
  /** Registration, login, profile. */
  | 'ACCOUNT'
  /** A complaint. */
  | 'COMPLAINT'
  /** Parcels, couriers, pickup points. */
  | 'DELIVERY'
  /** Choosing goods, ordering, discounts. */
  | 'ORDER'
  /** Anything else. */
  | 'OTHER'
  /** Failed or refused payments. */
  | 'PAYMENT'
  /** Returns, exchanges, refunds. */
  | 'RETURN'
  /** A suggestion. */
  | 'SUGGESTION'
  /** The site or the app does not work. */
  | 'TECHNICAL';

/** One thing a carrier told of a parcel: of the one with `carrier` and `trackingNumber`, or of the one with `source` and `externalId`. */
export type TrackingEventInput = {
  /** The carrier’s key. Goes with `trackingNumber`. */
  carrier?: string | null | undefined;
  /** What it means, where the source says so itself: then no table is asked. */
  code?: DeliveryStatus | null | undefined;
  /** Whose code `rawCode` is; the carrier’s own when it is left out. */
  codeSystem?: CarrierCodeSystem | null | undefined;
  /** The source’s own key of the parcel. Not together with `trackingNumber`. */
  externalId?: string | null | undefined;
  /** Where it happened; up to 200 characters. */
  location?: string | null | undefined;
  /** When it happened, with the offset of the place. Where a carrier tells only a day, it is the beginning of that day, in UTC unless an offset is known. At most 24 hours ahead. */
  occurredAt: string;
  /** The code as it was told; up to 200 characters. One that no table knows is kept and counted, and says nothing about the status. Required unless `code` is given. */
  rawCode?: string | null | undefined;
  /** The words as they were told; up to 1000 characters. */
  rawText?: string | null | undefined;
  /** The system that tells it; 1–200 characters. */
  source: string;
  /** The carrier’s number of the parcel. */
  trackingNumber?: string | null | undefined;
};

/** What carriers told. */
export type TrackingEventsRecordInput = {
  /** At most 500, in any order. */
  events: Array<TrackingEventInput>;
};

/** What set a status change off. */
export type TransitionCause =
  /** Somebody took or was given the ticket. */
  | 'CLAIM'
  /** `ticketClose`. */
  | 'CLOSE'
  /** Its customer was erased: `customerErase`. */
  | 'ERASURE'
  /** A bot handed the ticket to a person: `botHandOff`. */
  | 'HAND_OFF'
  /** A public message. */
  | 'MESSAGE'
  /** `ticketReopen`. */
  | 'REOPEN'
  /** The reopen window had ended. */
  | 'REOPEN_WINDOW'
  /** `ticketResolve`. */
  | 'RESOLVE'
  /** `ticketSnooze`. */
  | 'SNOOZE'
  /** `ticketMarkSpam`. */
  | 'SPAM'
  /** `ticketWait`. */
  | 'WAIT'
  /** A snoozed ticket’s time had come. */
  | 'WAKE';

/** Says that the viewer writes, or stopped. */
export type TypingSetInput = {
  /** True while writing: send it again within 6 seconds. */
  isTyping: boolean;
  /** In which ticket. */
  ticketId: string;
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

export type AuditEventsQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { nodes: Array<{ id: string, type: string, occurredAt: string, isInternal: boolean, actor: { kind: AuthorKind, id: string | null, customer: { id: string, name: string | null } | null, operator: { id: string, name: string } | null, serviceToken: { id: string, name: string, service: string } | null }, ticket: { id: string, number: string } | null, customer: { id: string } | null, operator: { id: string, name: string } | null, facts: Array<{ name: string, value: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChannelsQuery = { channels: Array<{ channel: Channel, isEnabled: boolean, isOpenNow: boolean, isAlwaysOpen: boolean, timeZone: string, replyWindowSeconds: number | null, version: number, slots: Array<{ weekday: Weekday, opensAt: string, closesAt: string }> }> };

export type ChannelUpdateMutationVariables = Exact<{
  input: ChannelUpdateInput;
}>;


export type ChannelUpdateMutation = { channelUpdate:
    | { __typename: 'ChannelUpdatePayload', cursor: string, channel: { channel: Channel, isEnabled: boolean, isOpenNow: boolean, isAlwaysOpen: boolean, timeZone: string, replyWindowSeconds: number | null, version: number, slots: Array<{ weekday: Weekday, opensAt: string, closesAt: string }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ChannelPartsFragment = { channel: Channel, isEnabled: boolean, isOpenNow: boolean, isAlwaysOpen: boolean, timeZone: string, replyWindowSeconds: number | null, version: number, slots: Array<{ weekday: Weekday, opensAt: string, closesAt: string }> };

export type ChannelMessageReceiveMutationVariables = Exact<{
  input: ChannelMessageReceiveInput;
}>;


export type ChannelMessageReceiveMutation = { channelMessageReceive:
    | { __typename: 'AlreadyRedacted', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'AttachmentRefused', code: ProblemCode, detail: string, path: Array<string> | null, rule: string }
    | { __typename: 'ChannelClosed', code: ProblemCode, detail: string, path: Array<string> | null, channel: Channel }
    | { __typename: 'ChannelMessageReceivePayload', cursor: string, isNew: boolean, isBotMuted: boolean, message: { id: string, seq: number | null, text: string }, ticket: { id: string, number: string, status: TicketStatus } }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ChannelAttachmentCreateMutationVariables = Exact<{
  input: ChannelAttachmentCreateInput;
}>;


export type ChannelAttachmentCreateMutation = { channelAttachmentCreate:
    | { __typename: 'AttachmentRefused', code: ProblemCode, detail: string, path: Array<string> | null, rule: string }
    | { __typename: 'ChannelAttachmentCreatePayload', uploadUrl: string | null, uploadExpiresAt: string, attachment: { id: string, status: AttachmentStatus, failureCode: string | null } }
    | { __typename: 'ChannelClosed', code: ProblemCode, detail: string, path: Array<string> | null, channel: Channel }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type OutboundMessagesSubscriptionVariables = Exact<{
  channel: Channel;
  account: string;
  after?: string | null | undefined;
}>;


export type OutboundMessagesSubscription = { outboundMessages:
    | { __typename: 'CaughtUp', cursor: string }
    | { __typename: 'Heartbeat', cursor: string }
    | { __typename: 'Lagged', cursor: string }
    | { __typename: 'OutboundMessage', cursor: string, outbound: { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } } | null }
    | { __typename: 'OutboundMessageEdited', cursor: string, outbound: { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } } | null }
    | { __typename: 'OutboundMessageRedacted', cursor: string, outbound: { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } } | null }
    | { __typename: 'Removed', cursor: string }
    | { __typename: 'Reset', reason: ResetReason, cursor: string }
   };

export type OutboundQueryVariables = Exact<{
  messageId: string;
}>;


export type OutboundQuery = { outbound: { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } } | null };

export type OutboundPendingQueryVariables = Exact<{
  channel: Channel;
  account: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OutboundPendingQuery = { outboundPending: { nodes: Array<{ messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type OutboundMessageClaimMutationVariables = Exact<{
  input: OutboundMessageClaimInput;
}>;


export type OutboundMessageClaimMutation = { outboundMessageClaim:
    | { __typename: 'AlreadyHandled', code: ProblemCode, detail: string, path: Array<string> | null, deliveryStatus: MessageDeliveryStatus }
    | { __typename: 'ChannelClosed', code: ProblemCode, detail: string, path: Array<string> | null, channel: Channel }
    | { __typename: 'DeliveryUnconfirmed', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'LeaseHeld', code: ProblemCode, detail: string, path: Array<string> | null, reason: LeaseHoldReason, retryAfterSeconds: number }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'OutboundMessageClaimPayload', leaseToken: string, leaseUntil: string, outbound: { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } } }
   };

export type ChannelDeliveryReportMutationVariables = Exact<{
  input: ChannelDeliveryReportInput;
}>;


export type ChannelDeliveryReportMutation = { channelDeliveryReport:
    | { __typename: 'ChannelDeliveryReportPayload', results: Array<
        | { __typename: 'DeliveryReportPayload', isChanged: boolean, isOutdated: boolean, outbound: { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } } }
        | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'LeaseLost', code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
      > }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type BotHandOffMutationVariables = Exact<{
  input: BotHandOffInput;
}>;


export type BotHandOffMutation = { botHandOff:
    | { __typename: 'BotHandOffPayload', cursor: string, ticket: { id: string, status: TicketStatus } }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type BotResumeMutationVariables = Exact<{
  input: BotResumeInput;
}>;


export type BotResumeMutation = { botResume:
    | { __typename: 'BotResumePayload', cursor: string, ticket: { id: string, status: TicketStatus, botHandOff: { isMuted: boolean, reason: string | null, context: unknown, handedOffAt: string, resumedAt: string | null } | null } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type OutboundPartsFragment = { messageId: string, ticketId: string, conversationId: string, seq: number, kind: MessageKind, text: string, language: Language, createdAt: string, editedAt: string | null, redactedAt: string | null, externalIds: Array<string>, author: { kind: AuthorKind, name: string | null }, attachments: Array<{ id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, url: string | null }>, delivery: { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null } };

export type DeliveryStatePartsFragment = { status: MessageDeliveryStatus, channel: Channel, attemptCount: number, failureCode: string | null, isRetryable: boolean | null, nextAttemptAt: string | null, sentAt: string | null, deliveredAt: string | null, readAt: string | null, failedAt: string | null };

type ChannelProblemParts_AlreadyHandled_Fragment = { deliveryStatus: MessageDeliveryStatus };

type ChannelProblemParts_AttachmentRefused_Fragment = { rule: string };

type ChannelProblemParts_ChannelClosed_Fragment = { channel: Channel };

type ChannelProblemParts_LeaseHeld_Fragment = { reason: LeaseHoldReason, retryAfterSeconds: number };

export type ChannelProblemPartsFragment =
  | ChannelProblemParts_AlreadyHandled_Fragment
  | ChannelProblemParts_AttachmentRefused_Fragment
  | ChannelProblemParts_ChannelClosed_Fragment
  | ChannelProblemParts_LeaseHeld_Fragment
;

export type ComplaintPartsFragment = { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> };

type ComplaintFactParts_ComplaintEscalated_Fragment = { complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

type ComplaintFactParts_ComplaintFiled_Fragment = { complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

type ComplaintFactParts_ComplaintStatusChanged_Fragment = { fromComplaintStatus: ComplaintStatus, toComplaintStatus: ComplaintStatus, complaintCause: ComplaintCause, complaintResolution: ComplaintResolution | null, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

export type ComplaintFactPartsFragment =
  | ComplaintFactParts_ComplaintEscalated_Fragment
  | ComplaintFactParts_ComplaintFiled_Fragment
  | ComplaintFactParts_ComplaintStatusChanged_Fragment
;

export type ComplaintQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type ComplaintQuery = { complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

export type ComplaintsQueryVariables = Exact<{
  filter?: ComplaintFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ComplaintsQuery = { complaints: { nodes: Array<{ id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, totalCount: { value: number, isCapped: boolean } | null } };

export type ComplaintFileMutationVariables = Exact<{
  input: ComplaintFileInput;
}>;


export type ComplaintFileMutation = { complaintFile:
    | { __typename: 'ComplaintFilePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintAcknowledgeMutationVariables = Exact<{
  input: ComplaintAcknowledgeInput;
}>;


export type ComplaintAcknowledgeMutation = { complaintAcknowledge:
    | { __typename: 'ComplaintAcknowledgePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintInvestigateMutationVariables = Exact<{
  input: ComplaintInvestigateInput;
}>;


export type ComplaintInvestigateMutation = { complaintInvestigate:
    | { __typename: 'ComplaintInvestigatePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintAskCustomerMutationVariables = Exact<{
  input: ComplaintAskCustomerInput;
}>;


export type ComplaintAskCustomerMutation = { complaintAskCustomer:
    | { __typename: 'ComplaintAskCustomerPayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintResolveMutationVariables = Exact<{
  input: ComplaintResolveInput;
}>;


export type ComplaintResolveMutation = { complaintResolve:
    | { __typename: 'ComplaintResolvePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintWithdrawMutationVariables = Exact<{
  input: ComplaintWithdrawInput;
}>;


export type ComplaintWithdrawMutation = { complaintWithdraw:
    | { __typename: 'ComplaintWithdrawPayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintDisputeMutationVariables = Exact<{
  input: ComplaintDisputeInput;
}>;


export type ComplaintDisputeMutation = { complaintDispute:
    | { __typename: 'ComplaintDisputePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotEligible', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintArbitrateMutationVariables = Exact<{
  input: ComplaintArbitrateInput;
}>;


export type ComplaintArbitrateMutation = { complaintArbitrate:
    | { __typename: 'ComplaintArbitratePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintFinalizeMutationVariables = Exact<{
  input: ComplaintFinalizeInput;
}>;


export type ComplaintFinalizeMutation = { complaintFinalize:
    | { __typename: 'ComplaintFinalizePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintCloseMutationVariables = Exact<{
  input: ComplaintCloseInput;
}>;


export type ComplaintCloseMutation = { complaintClose:
    | { __typename: 'ComplaintClosePayload', cursor: string, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TooSoon', retryAfterSeconds: number, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ComplaintsImportMutationVariables = Exact<{
  input: ComplaintsImportInput;
}>;


export type ComplaintsImportMutation = { complaintsImport:
    | { __typename: 'ComplaintsImportPayload', results: Array<
        | { __typename: 'ComplaintImportPayload', isNew: boolean }
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
      > }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type CustomersUpsertMutationVariables = Exact<{
  input: CustomersUpsertInput;
}>;


export type CustomersUpsertMutation = { customersUpsert:
    | { __typename: 'CustomersUpsertPayload', results: Array<
        | { __typename: 'CustomerUpsertPayload', isNew: boolean }
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
      > }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type CustomerQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
}>;


export type CustomerQuery = { customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } | null };

export type CustomersQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { nodes: Array<{ id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CustomerStoryQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
  ordersFirst?: number | null | undefined;
  ordersAfter?: string | null | undefined;
  eventsLast?: number | null | undefined;
  returnsFirst?: number | null | undefined;
  refundsFirst?: number | null | undefined;
  ticketsFirst?: number | null | undefined;
  ticketsAfter?: string | null | undefined;
  messagesLast?: number | null | undefined;
}>;


export type CustomerStoryQuery = { customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string, orders: { nodes: Array<{ id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, items: Array<{ id: string, externalId: string, name: string, sku: string | null, category: string | null, sellerName: string | null, quantity: number, isCancelled: boolean, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string } }>, payments: Array<{ id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } }>, deliveries: Array<{ id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, events: { nodes: Array<{ id: string, code: DeliveryStatus | null, rawCode: string, rawText: string | null, location: string | null, occurredAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null }>, returns: { nodes: Array<{ id: string, number: string, status: ReturnStatus, version: number, reasonText: string, wish: ReturnDecision, decision: ReturnDecision | null, declineText: string | null, decisionDueAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, tickets: { nodes: Array<{ unreadCount: number, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, messages: { nodes: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type StoryReturnFragment = { id: string, number: string, status: ReturnStatus, version: number, reasonText: string, wish: ReturnDecision, decision: ReturnDecision | null, declineText: string | null, decisionDueAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> };

export type DeliveryPartsFragment = { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null };

export type DeliveryQueryVariables = Exact<{
  id?: string | null | undefined;
  trackingNumber?: string | null | undefined;
  eventsLast?: number | null | undefined;
}>;


export type DeliveryQuery = { delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, events: { nodes: Array<{ id: string, code: DeliveryStatus | null, rawCode: string, rawText: string | null, location: string | null, occurredAt: string, receivedAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, problems: Array<{ id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null }>, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

export type DeliveriesQueryVariables = Exact<{
  filter?: DeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DeliveriesQuery = { deliveries: { nodes: Array<{ id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type UnknownCarrierCodesQueryVariables = Exact<{
  carrier?: string | null | undefined;
}>;


export type UnknownCarrierCodesQuery = { unknownCarrierCodes: Array<{ carrier: string, rawCode: string, rawText: string | null, count: number, firstSeenAt: string, lastSeenAt: string }> };

export type DeliveriesUpsertMutationVariables = Exact<{
  input: DeliveriesUpsertInput;
}>;


export type DeliveriesUpsertMutation = { deliveriesUpsert:
    | { __typename: 'DeliveriesUpsertPayload', results: Array<
        | { __typename: 'DeliveryUpsertPayload', isNew: boolean }
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'QuantityExceeded', code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'StaleUpdate', code: ProblemCode, detail: string, path: Array<string> | null }
      > }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type TrackingEventsRecordMutationVariables = Exact<{
  input: TrackingEventsRecordInput;
}>;


export type TrackingEventsRecordMutation = { trackingEventsRecord:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TrackingEventsRecordPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'TrackingEventRecordPayload', isNew: boolean, meaning: DeliveryStatus | null }
      > }
   };

export type DeliveryProblemReportMutationVariables = Exact<{
  input: DeliveryProblemReportInput;
}>;


export type DeliveryProblemReportMutation = { deliveryProblemReport:
    | { __typename: 'DeliveryProblemReportPayload', isNew: boolean, problem: { id: string, kind: DeliveryProblemKind, createdAt: string } }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type DeliveryProblemResolveMutationVariables = Exact<{
  input: DeliveryProblemResolveInput;
}>;


export type DeliveryProblemResolveMutation = { deliveryProblemResolve:
    | { __typename: 'DeliveryProblemResolvePayload', problem: { id: string, resolvedAt: string | null } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ParcelSourceQueryVariables = Exact<{
  trackingNumber: string;
}>;


export type ParcelSourceQuery = { delivery: { source: string, carrier: string } | null };

type ProblemParts_AlreadyClaimed_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null, current:
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Complaint', id: string }
    | { __typename: 'Customer', id: string }
    | { __typename: 'CustomerErasure', id: string }
    | { __typename: 'CustomerExport', id: string }
    | { __typename: 'Delivery', id: string }
    | { __typename: 'DeliveryProblem', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Operator', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderItem', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'PolicyVersion', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'Rating', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'Return', id: string }
    | { __typename: 'ServiceToken', id: string }
    | { __typename: 'Suggestion', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
    | { __typename: 'TrackingEvent', id: string }
   | null };

type ProblemParts_AlreadyHandled_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_AlreadyRedacted_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_AmountExceeded_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_AttachmentRefused_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_BotMuted_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_ChannelClosed_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_Conflict_Fragment = { currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Complaint', id: string }
    | { __typename: 'Customer', id: string }
    | { __typename: 'CustomerErasure', id: string }
    | { __typename: 'CustomerExport', id: string }
    | { __typename: 'Delivery', id: string }
    | { __typename: 'DeliveryProblem', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Operator', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderItem', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'PolicyVersion', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'Rating', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'Return', id: string }
    | { __typename: 'ServiceToken', id: string }
    | { __typename: 'Suggestion', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
    | { __typename: 'TrackingEvent', id: string }
   | null };

type ProblemParts_DeliveryUnconfirmed_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_IdempotencyConflict_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_IllegalTransition_Fragment = { from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_InvalidInput_Fragment = { rule: string, code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_LeaseHeld_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_LeaseLost_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_MissedMessages_Fragment = { lastSeq: number, code: ProblemCode, detail: string, path: Array<string> | null, messages: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }> };

type ProblemParts_NotConfigured_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_NotEligible_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_NotFound_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_QuantityExceeded_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_ReplyWindowClosed_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_StaleUpdate_Fragment = { code: ProblemCode, detail: string, path: Array<string> | null };

type ProblemParts_TooSoon_Fragment = { retryAfterSeconds: number, code: ProblemCode, detail: string, path: Array<string> | null };

export type ProblemPartsFragment =
  | ProblemParts_AlreadyClaimed_Fragment
  | ProblemParts_AlreadyHandled_Fragment
  | ProblemParts_AlreadyRedacted_Fragment
  | ProblemParts_AmountExceeded_Fragment
  | ProblemParts_AttachmentRefused_Fragment
  | ProblemParts_BotMuted_Fragment
  | ProblemParts_ChannelClosed_Fragment
  | ProblemParts_Conflict_Fragment
  | ProblemParts_DeliveryUnconfirmed_Fragment
  | ProblemParts_IdempotencyConflict_Fragment
  | ProblemParts_IllegalTransition_Fragment
  | ProblemParts_InvalidInput_Fragment
  | ProblemParts_LeaseHeld_Fragment
  | ProblemParts_LeaseLost_Fragment
  | ProblemParts_MissedMessages_Fragment
  | ProblemParts_NotConfigured_Fragment
  | ProblemParts_NotEligible_Fragment
  | ProblemParts_NotFound_Fragment
  | ProblemParts_QuantityExceeded_Fragment
  | ProblemParts_ReplyWindowClosed_Fragment
  | ProblemParts_StaleUpdate_Fragment
  | ProblemParts_TooSoon_Fragment
;

type CurrentTicket_Attachment_Fragment = { __typename: 'Attachment', id: string };

type CurrentTicket_Complaint_Fragment = { __typename: 'Complaint', id: string };

type CurrentTicket_Customer_Fragment = { __typename: 'Customer', id: string };

type CurrentTicket_CustomerErasure_Fragment = { __typename: 'CustomerErasure', id: string };

type CurrentTicket_CustomerExport_Fragment = { __typename: 'CustomerExport', id: string };

type CurrentTicket_Delivery_Fragment = { __typename: 'Delivery', id: string };

type CurrentTicket_DeliveryProblem_Fragment = { __typename: 'DeliveryProblem', id: string };

type CurrentTicket_Message_Fragment = { __typename: 'Message', id: string };

type CurrentTicket_Operator_Fragment = { __typename: 'Operator', id: string };

type CurrentTicket_Order_Fragment = { __typename: 'Order', id: string };

type CurrentTicket_OrderItem_Fragment = { __typename: 'OrderItem', id: string };

type CurrentTicket_Payment_Fragment = { __typename: 'Payment', id: string };

type CurrentTicket_PolicyVersion_Fragment = { __typename: 'PolicyVersion', id: string };

type CurrentTicket_Product_Fragment = { __typename: 'Product', id: string };

type CurrentTicket_Rating_Fragment = { __typename: 'Rating', id: string };

type CurrentTicket_Refund_Fragment = { __typename: 'Refund', id: string };

type CurrentTicket_Return_Fragment = { __typename: 'Return', id: string };

type CurrentTicket_ServiceToken_Fragment = { __typename: 'ServiceToken', id: string };

type CurrentTicket_Suggestion_Fragment = { __typename: 'Suggestion', id: string };

type CurrentTicket_Team_Fragment = { __typename: 'Team', id: string };

type CurrentTicket_Ticket_Fragment = { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

type CurrentTicket_TrackingEvent_Fragment = { __typename: 'TrackingEvent', id: string };

export type CurrentTicketFragment =
  | CurrentTicket_Attachment_Fragment
  | CurrentTicket_Complaint_Fragment
  | CurrentTicket_Customer_Fragment
  | CurrentTicket_CustomerErasure_Fragment
  | CurrentTicket_CustomerExport_Fragment
  | CurrentTicket_Delivery_Fragment
  | CurrentTicket_DeliveryProblem_Fragment
  | CurrentTicket_Message_Fragment
  | CurrentTicket_Operator_Fragment
  | CurrentTicket_Order_Fragment
  | CurrentTicket_OrderItem_Fragment
  | CurrentTicket_Payment_Fragment
  | CurrentTicket_PolicyVersion_Fragment
  | CurrentTicket_Product_Fragment
  | CurrentTicket_Rating_Fragment
  | CurrentTicket_Refund_Fragment
  | CurrentTicket_Return_Fragment
  | CurrentTicket_ServiceToken_Fragment
  | CurrentTicket_Suggestion_Fragment
  | CurrentTicket_Team_Fragment
  | CurrentTicket_Ticket_Fragment
  | CurrentTicket_TrackingEvent_Fragment
;

export type CustomerPartsFragment = { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string };

export type MessagePartsFragment = { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } };

export type PagePartsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type TicketPartsFragment = { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null };

export type GuestStartMutationVariables = Exact<{
  input: GuestStartInput;
}>;


export type GuestStartMutation = { guestStart:
    | { __typename: 'GuestStartPayload', token: string, expiresAt: string, customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type GuestLinkMutationVariables = Exact<{
  input: GuestLinkInput;
}>;


export type GuestLinkMutation = { guestLink:
    | { __typename: 'GuestLinkPayload', cursor: string, customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type TicketsImportMutationVariables = Exact<{
  input: TicketsImportInput;
}>;


export type TicketsImportMutation = { ticketsImport:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketsImportPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'TicketImportPayload', isNew: boolean, ticket: { id: string, number: string } }
      > }
   };

export type TicketOpenMutationVariables = Exact<{
  input: TicketOpenInput;
}>;


export type TicketOpenMutation = { ticketOpen:
    | { __typename: 'AttachmentRefused', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ChannelClosed', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketOpenPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, missingDetails: Array<{ detail: TicketDetail, question: string }>, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null, order: { id: string, number: string, status: OrderStatus } | null, delivery: { id: string, trackingNumber: string | null, status: DeliveryStatus } | null }, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } }
   };

export type MessageSendMutationVariables = Exact<{
  input: MessageSendInput;
}>;


export type MessageSendMutation = { messageSend:
    | { __typename: 'AttachmentRefused', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'BotMuted', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ChannelClosed', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'MessageSendPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
    | { __typename: 'MissedMessages', lastSeq: number, code: ProblemCode, detail: string, path: Array<string> | null, messages: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }> }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReplyWindowClosed', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type NoteAddMutationVariables = Exact<{
  input: NoteAddInput;
}>;


export type NoteAddMutation = { noteAdd:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NoteAddPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type MessageEditMutationVariables = Exact<{
  input: MessageEditInput;
}>;


export type MessageEditMutation = { messageEdit:
    | { __typename: 'AlreadyRedacted', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'MessageEditPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type MessageRedactMutationVariables = Exact<{
  input: MessageRedactInput;
}>;


export type MessageRedactMutation = { messageRedact:
    | { __typename: 'MessageRedactPayload', cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type MessagesMarkReadMutationVariables = Exact<{
  input: MessagesMarkReadInput;
}>;


export type MessagesMarkReadMutation = { messagesMarkRead:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'MessagesMarkReadPayload', cursor: string, ticket: { id: string, unreadCount: number, customerReadSeq: number, deskReadSeq: number } }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type TypingSetMutationVariables = Exact<{
  input: TypingSetInput;
}>;


export type TypingSetMutation = { typingSet:
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TypingSetPayload', expiresAt: string }
   };

export type OperatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorsQuery = { operators: Array<{ id: string, name: string, role: OperatorRole | null, isDisabled: boolean | null, teams: Array<{ id: string, key: string, name: string }> }> };

export type TeamsQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamsQuery = { teams: Array<{ id: string, key: string, name: string }> };

export type OperatorUpdateMutationVariables = Exact<{
  input: OperatorUpdateInput;
}>;


export type OperatorUpdateMutation = { operatorUpdate:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'OperatorUpdatePayload', cursor: string, operator: { id: string, name: string, role: OperatorRole | null, isDisabled: boolean | null, teams: Array<{ id: string, key: string, name: string }> } }
   };

export type TeamUpsertMutationVariables = Exact<{
  input: TeamUpsertInput;
}>;


export type TeamUpsertMutation = { teamUpsert:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TeamUpsertPayload', team: { id: string, key: string, name: string } }
   };

export type OperatorPartsFragment = { id: string, name: string, role: OperatorRole | null, isDisabled: boolean | null, teams: Array<{ id: string, key: string, name: string }> };

export type MoneyPartsFragment = { amount: string, currencyCode: string };

export type OrderPartsFragment = { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } };

export type OrderItemPartsFragment = { id: string, externalId: string, name: string, sku: string | null, category: string | null, sellerName: string | null, quantity: number, isCancelled: boolean, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string } };

export type PaymentPartsFragment = { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } };

export type OrderQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type OrderQuery = { order: { source: string, externalId: string, recipientName: string | null, id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, address: { country: string | null, region: string | null, city: string | null, postalCode: string | null, line: string | null } | null, customer: { id: string, name: string | null } | null, items: Array<{ id: string, externalId: string, name: string, sku: string | null, category: string | null, sellerName: string | null, quantity: number, isCancelled: boolean, product: { id: string, name: string, url: string | null, imageUrl: string | null } | null, unitPrice: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, shipping: { amount: string, currencyCode: string } }>, payments: Array<{ id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, attempts: Array<{ externalId: string, isSuccessful: boolean, declineReason: DeclineReason | null, rawReason: string | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, occurredAt: string }>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } }>, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { nodes: Array<{ id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, totalCount: { value: number, isCapped: boolean } | null } };

export type OrdersUpsertMutationVariables = Exact<{
  input: OrdersUpsertInput;
}>;


export type OrdersUpsertMutation = { ordersUpsert:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'OrdersUpsertPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'OrderUpsertPayload', isNew: boolean }
        | { __typename: 'StaleUpdate', code: ProblemCode, detail: string, path: Array<string> | null }
      > }
   };

export type PaymentsRecordMutationVariables = Exact<{
  input: PaymentsRecordInput;
}>;


export type PaymentsRecordMutation = { paymentsRecord:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'PaymentsRecordPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'PaymentRecordPayload', isNew: boolean }
        | { __typename: 'StaleUpdate', code: ProblemCode, detail: string, path: Array<string> | null }
      > }
   };

export type PresenceSetMutationVariables = Exact<{
  input: PresenceSetInput;
}>;


export type PresenceSetMutation = { presenceSet:
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'PresenceSetPayload', expiresAt: string }
   };

export type OperatorStatusSetMutationVariables = Exact<{
  input: OperatorStatusSetInput;
}>;


export type OperatorStatusSetMutation = { operatorStatusSet: { __typename: 'OperatorStatusSetPayload', expiresAt: string, operator: { id: string, status: OperatorStatus | null } } };

export type PresenceSubscriptionVariables = Exact<{
  ticketId: string;
}>;


export type PresenceSubscription = { presence: { operators: Array<{ isTyping: boolean, operator: { id: string, name: string } }> } };

export type OperatorStatusesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type OperatorStatusesSubscription = { operatorStatuses: { isAll: boolean, operators: Array<{ id: string, name: string, status: OperatorStatus | null }> } };

export type CustomerExportPartsFragment = { id: string, status: CustomerExportStatus, progressPercent: number, failureCode: string | null, byteSize: number | null, createdAt: string, readyAt: string | null, expiresAt: string | null, url: string | null };

export type CustomerExportRequestMutationVariables = Exact<{
  input: CustomerExportRequestInput;
}>;


export type CustomerExportRequestMutation = { customerExportRequest:
    | { __typename: 'CustomerExportRequestPayload', cursor: string, export: { id: string, status: CustomerExportStatus, progressPercent: number, failureCode: string | null, byteSize: number | null, createdAt: string, readyAt: string | null, expiresAt: string | null, url: string | null } }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TooSoon', retryAfterSeconds: number, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type CustomerExportQueryVariables = Exact<{
  id: string;
}>;


export type CustomerExportQuery = { customerExport: { id: string, status: CustomerExportStatus, progressPercent: number, failureCode: string | null, byteSize: number | null, createdAt: string, readyAt: string | null, expiresAt: string | null, url: string | null } | null };

export type CustomerExportsQueryVariables = Exact<{
  customerId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CustomerExportsQuery = { customerExports: { nodes: Array<{ id: string, status: CustomerExportStatus, progressPercent: number, failureCode: string | null, byteSize: number | null, createdAt: string, readyAt: string | null, expiresAt: string | null, url: string | null, customer: { id: string, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, totalCount: { value: number, isCapped: boolean } | null } };

export type CustomerEraseMutationVariables = Exact<{
  input: CustomerEraseInput;
}>;


export type CustomerEraseMutation = { customerErase:
    | { __typename: 'CustomerErasePayload', cursor: string, erasure: { id: string, status: CustomerErasureStatus } }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotEligible', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type CustomerErasureQueryVariables = Exact<{
  id: string;
}>;


export type CustomerErasureQuery = { node:
    | { __typename: 'Attachment' }
    | { __typename: 'Complaint' }
    | { __typename: 'Customer' }
    | { __typename: 'CustomerErasure', id: string, status: CustomerErasureStatus, createdAt: string, completedAt: string | null }
    | { __typename: 'CustomerExport' }
    | { __typename: 'Delivery' }
    | { __typename: 'DeliveryProblem' }
    | { __typename: 'Message' }
    | { __typename: 'Operator' }
    | { __typename: 'Order' }
    | { __typename: 'OrderItem' }
    | { __typename: 'Payment' }
    | { __typename: 'PolicyVersion' }
    | { __typename: 'Product' }
    | { __typename: 'Rating' }
    | { __typename: 'Refund' }
    | { __typename: 'Return' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Suggestion' }
    | { __typename: 'Team' }
    | { __typename: 'Ticket' }
    | { __typename: 'TrackingEvent' }
   | null };

export type ProductPartsFragment = { id: string, source: string, externalId: string, name: string, category: string | null, url: string | null, imageUrl: string | null, isAvailable: boolean, stock: number | null, price: { amount: string, currencyCode: string } | null, promotions: Array<{ name: string, startsAt: string | null, endsAt: string | null, price: { amount: string, currencyCode: string } | null }> };

export type ProductQueryVariables = Exact<{
  id?: string | null | undefined;
  source?: string | null | undefined;
  externalId?: string | null | undefined;
}>;


export type ProductQuery = { product: { description: string | null, id: string, source: string, externalId: string, name: string, category: string | null, url: string | null, imageUrl: string | null, isAvailable: boolean, stock: number | null, price: { amount: string, currencyCode: string } | null, promotions: Array<{ name: string, startsAt: string | null, endsAt: string | null, price: { amount: string, currencyCode: string } | null }> } | null };

export type ProductsQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ProductsQuery = { products: { nodes: Array<{ id: string, source: string, externalId: string, name: string, category: string | null, url: string | null, imageUrl: string | null, isAvailable: boolean, stock: number | null, price: { amount: string, currencyCode: string } | null, promotions: Array<{ name: string, startsAt: string | null, endsAt: string | null, price: { amount: string, currencyCode: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ProductsUpsertMutationVariables = Exact<{
  input: ProductsUpsertInput;
}>;


export type ProductsUpsertMutation = { productsUpsert:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ProductsUpsertPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'ProductUpsertPayload', isNew: boolean }
        | { __typename: 'StaleUpdate', code: ProblemCode, detail: string, path: Array<string> | null }
      > }
   };

export type RatingPartsFragment = { id: string, score: number, text: string | null, occurredAt: string, order: { id: string, number: string } | null, product: { id: string, name: string } | null };

export type RatingsQueryVariables = Exact<{
  filter?: RatingFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RatingsQuery = { ratings: { nodes: Array<{ id: string, score: number, text: string | null, occurredAt: string, customer: { id: string, name: string | null } | null, order: { id: string, number: string } | null, product: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, totalCount: { value: number, isCapped: boolean } | null } };

export type RatingsRecordMutationVariables = Exact<{
  input: RatingsRecordInput;
}>;


export type RatingsRecordMutation = { ratingsRecord:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'RatingsRecordPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'RatingRecordPayload', isNew: boolean }
      > }
   };

export type ShopReportQueryVariables = Exact<{
  source?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type ShopReportQuery = { shopReport: { orderCount: number, addressCount: number, customerCount: number, itemCount: number, deliveredCount: number, lateCount: number, paymentCount: number, deliveryCount: number, arrivedDeliveryCount: number, lateDeliveryCount: number, suggestionCount: number, ordersByStatus: Array<{ status: OrderStatus, rawStatus: string | null, count: number }>, goodsTotals: Array<{ amount: string, currencyCode: string }>, shippingTotals: Array<{ amount: string, currencyCode: string }>, orderTotals: Array<{ amount: string, currencyCode: string }>, paymentTotals: Array<{ amount: string, currencyCode: string }>, capturedTotals: Array<{ amount: string, currencyCode: string }>, ratingsByScore: Array<{ score: number, count: number, withTextCount: number }>, complaintsByStatus: Array<{ status: ComplaintStatus, count: number }> } };

export type ReturnPartsFragment = { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> };

export type RefundPartsFragment = { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> };

export type ReturnEligibilityQueryVariables = Exact<{
  orderItemId: string;
}>;


export type ReturnEligibilityQuery = { returnEligibility: { isEligible: boolean, returnableQuantity: number, decisionDays: number, refundDays: number, policyVersion: number, policySource: string, reasons: Array<{ key: string, text: string, isEligible: boolean, blockedBy: Array<string>, deadline: string | null, windowDays: number, needsInspection: boolean, decisions: Array<ReturnDecision>, documents: Array<{ kind: string, text: string, mayFollow: boolean, isMissing: boolean }> }> } | null };

export type ReturnQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type ReturnQuery = { return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

export type ReturnsQueryVariables = Exact<{
  filter?: ReturnFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReturnsQuery = { returns: { nodes: Array<{ id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReturnRequestMutationVariables = Exact<{
  input: ReturnRequestInput;
}>;


export type ReturnRequestMutation = { returnRequest:
    | { __typename: 'AttachmentRefused', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotEligible', reasons: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'QuantityExceeded', available: number, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnRequestPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnAskInfoMutationVariables = Exact<{
  input: ReturnAskInfoInput;
}>;


export type ReturnAskInfoMutation = { returnAskInfo:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnAskInfoPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnProvideInfoMutationVariables = Exact<{
  input: ReturnProvideInfoInput;
}>;


export type ReturnProvideInfoMutation = { returnProvideInfo:
    | { __typename: 'AttachmentRefused', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnProvideInfoPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnReviewMutationVariables = Exact<{
  input: ReturnReviewInput;
}>;


export type ReturnReviewMutation = { returnReview:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnReviewPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnApproveMutationVariables = Exact<{
  input: ReturnApproveInput;
}>;


export type ReturnApproveMutation = { returnApprove:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotEligible', reasons: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnApprovePayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnDeclineMutationVariables = Exact<{
  input: ReturnDeclineInput;
}>;


export type ReturnDeclineMutation = { returnDecline:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnDeclinePayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnReconsiderMutationVariables = Exact<{
  input: ReturnReconsiderInput;
}>;


export type ReturnReconsiderMutation = { returnReconsider:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'QuantityExceeded', available: number, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnReconsiderPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnCancelMutationVariables = Exact<{
  input: ReturnCancelInput;
}>;


export type ReturnCancelMutation = { returnCancel:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnCancelPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnGoodsSendMutationVariables = Exact<{
  input: ReturnGoodsSendInput;
}>;


export type ReturnGoodsSendMutation = { returnGoodsSend:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnGoodsSendPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnGoodsReceiveMutationVariables = Exact<{
  input: ReturnGoodsReceiveInput;
}>;


export type ReturnGoodsReceiveMutation = { returnGoodsReceive:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'QuantityExceeded', available: number, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnGoodsReceivePayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ReturnGoodsInspectMutationVariables = Exact<{
  input: ReturnGoodsInspectInput;
}>;


export type ReturnGoodsInspectMutation = { returnGoodsInspect:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ReturnGoodsInspectPayload', cursor: string, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type RefundGrantMutationVariables = Exact<{
  input: RefundGrantInput;
}>;


export type RefundGrantMutation = { refundGrant:
    | { __typename: 'AmountExceeded', code: ProblemCode, detail: string, path: Array<string> | null, availableAmount: { amount: string, currencyCode: string } }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'RefundGrantPayload', cursor: string, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type RefundExecuteMutationVariables = Exact<{
  input: RefundExecuteInput;
}>;


export type RefundExecuteMutation = { refundExecute:
    | { __typename: 'AmountExceeded', code: ProblemCode, detail: string, path: Array<string> | null, availableAmount: { amount: string, currencyCode: string } }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotConfigured', setting: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'RefundExecutePayload', cursor: string, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type ServiceTokensQueryVariables = Exact<{
  filter?: ServiceTokenFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ServiceTokensQuery = { serviceTokens: { nodes: Array<{ id: string, name: string, service: string, scopes: Array<string>, status: ServiceTokenStatus, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, createdBy: { id: string, name: string } | null, revokedBy: { id: string, name: string } | null, secrets: Array<{ hint: string, createdAt: string, endsAt: string | null, lastUsedAt: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, totalCount: { value: number, isCapped: boolean } | null } };

export type ServiceTokenCreateMutationVariables = Exact<{
  input: ServiceTokenCreateInput;
}>;


export type ServiceTokenCreateMutation = { serviceTokenCreate:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ServiceTokenCreatePayload', cursor: string, secret: string | null, serviceToken: { id: string, name: string, service: string, scopes: Array<string>, status: ServiceTokenStatus, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, createdBy: { id: string, name: string } | null, revokedBy: { id: string, name: string } | null, secrets: Array<{ hint: string, createdAt: string, endsAt: string | null, lastUsedAt: string | null }> } }
   };

export type ServiceTokenRotateMutationVariables = Exact<{
  input: ServiceTokenRotateInput;
}>;


export type ServiceTokenRotateMutation = { serviceTokenRotate:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ServiceTokenRotatePayload', cursor: string, secret: string | null, serviceToken: { id: string, name: string, service: string, scopes: Array<string>, status: ServiceTokenStatus, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, createdBy: { id: string, name: string } | null, revokedBy: { id: string, name: string } | null, secrets: Array<{ hint: string, createdAt: string, endsAt: string | null, lastUsedAt: string | null }> } }
    | { __typename: 'TooSoon', retryAfterSeconds: number, code: ProblemCode, detail: string, path: Array<string> | null }
   };

export type ServiceTokenRevokeMutationVariables = Exact<{
  input: ServiceTokenRevokeInput;
}>;


export type ServiceTokenRevokeMutation = { serviceTokenRevoke:
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'ServiceTokenRevokePayload', cursor: string, serviceToken: { id: string, name: string, service: string, scopes: Array<string>, status: ServiceTokenStatus, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, createdBy: { id: string, name: string } | null, revokedBy: { id: string, name: string } | null, secrets: Array<{ hint: string, createdAt: string, endsAt: string | null, lastUsedAt: string | null }> } }
   };

export type ServiceTokenPartsFragment = { id: string, name: string, service: string, scopes: Array<string>, status: ServiceTokenStatus, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, createdBy: { id: string, name: string } | null, revokedBy: { id: string, name: string } | null, secrets: Array<{ hint: string, createdAt: string, endsAt: string | null, lastUsedAt: string | null }> };

export type MessageSentSubscriptionVariables = Exact<{
  ticketId: string;
  afterSeq?: number | null | undefined;
}>;


export type MessageSentSubscription = { messageSent: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } };

export type FollowStartQueryVariables = Exact<{
  ticketId: string;
}>;


export type FollowStartQuery = { ticket: { lastSeq: number } | null };

export type TicketEventsSubscriptionVariables = Exact<{
  ticketId: string;
  after?: string | null | undefined;
}>;


export type TicketEventsSubscription = { ticketEvents:
    | { __typename: 'AttachmentScanned', cursor: string, id: string, type: string, occurredAt: string, attachmentStatus: AttachmentStatus, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'AttachmentUploaded', cursor: string, id: string, type: string, occurredAt: string, byteSize: number, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'CaughtUp', cursor: string }
    | { __typename: 'ComplaintEscalated', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'ComplaintFiled', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'ComplaintStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromComplaintStatus: ComplaintStatus, toComplaintStatus: ComplaintStatus, complaintCause: ComplaintCause, complaintResolution: ComplaintResolution | null, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'Heartbeat', cursor: string }
    | { __typename: 'Lagged', cursor: string }
    | { __typename: 'MessageDeliveryChanged', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageSent', cursor: string, seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessagesRead', cursor: string, side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteAdded', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'RefundGranted', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'RefundStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromRefundStatus: RefundStatus, toRefundStatus: RefundStatus, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'Removed', cursor: string, subjectId: string }
    | { __typename: 'Reset', cursor: string, reason: ResetReason }
    | { __typename: 'ReturnEscalated', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnGoodsChanged', cursor: string, id: string, type: string, occurredAt: string, fromGoodsStatus: GoodsStatus, toGoodsStatus: GoodsStatus, inspection: InspectionResult | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnRequested', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromReturnStatus: ReturnStatus, toReturnStatus: ReturnStatus, returnCause: ReturnAction, returnDecision: ReturnDecision | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'TicketAssigned', cursor: string, id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketBotResumed', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketErased', cursor: string, erasureCause: TicketErasureCause, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketHandedOff', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketLinked', cursor: string, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketMerged', cursor: string, id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketObjectChanged', cursor: string, change: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketObjectsLinked', cursor: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketOpened', cursor: string, topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketStatusChanged', cursor: string, from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketTagged', cursor: string, id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketUpdated', cursor: string, fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
   };

export type InboxEventsSubscriptionVariables = Exact<{
  filter?: InboxFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type InboxEventsSubscription = { inboxEvents:
    | { __typename: 'AttachmentScanned', cursor: string, id: string, type: string, occurredAt: string, attachmentStatus: AttachmentStatus, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'AttachmentUploaded', cursor: string, id: string, type: string, occurredAt: string, byteSize: number, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'CaughtUp', cursor: string }
    | { __typename: 'ComplaintEscalated', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'ComplaintFiled', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'ComplaintStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromComplaintStatus: ComplaintStatus, toComplaintStatus: ComplaintStatus, complaintCause: ComplaintCause, complaintResolution: ComplaintResolution | null, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'Heartbeat', cursor: string }
    | { __typename: 'Lagged', cursor: string }
    | { __typename: 'MessageDeliveryChanged', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageSent', cursor: string, seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessagesRead', cursor: string, side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteAdded', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'NoteRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'RefundGranted', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'RefundStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromRefundStatus: RefundStatus, toRefundStatus: RefundStatus, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'Removed', cursor: string, subjectId: string }
    | { __typename: 'Reset', cursor: string, reason: ResetReason }
    | { __typename: 'ReturnEscalated', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnGoodsChanged', cursor: string, id: string, type: string, occurredAt: string, fromGoodsStatus: GoodsStatus, toGoodsStatus: GoodsStatus, inspection: InspectionResult | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnRequested', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromReturnStatus: ReturnStatus, toReturnStatus: ReturnStatus, returnCause: ReturnAction, returnDecision: ReturnDecision | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'TicketAssigned', cursor: string, id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketBotResumed', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketErased', cursor: string, erasureCause: TicketErasureCause, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketHandedOff', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketLinked', cursor: string, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketMerged', cursor: string, id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketObjectChanged', cursor: string, change: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketObjectsLinked', cursor: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketOpened', cursor: string, topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketStatusChanged', cursor: string, from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketTagged', cursor: string, id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketUpdated', cursor: string, fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
   };

export type CustomerEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CustomerEventsSubscription = { customerEvents:
    | { __typename: 'AttachmentScanned', cursor: string, id: string, type: string, occurredAt: string, attachmentStatus: AttachmentStatus, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'AttachmentUploaded', cursor: string, id: string, type: string, occurredAt: string, byteSize: number, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'CaughtUp', cursor: string }
    | { __typename: 'ComplaintFiled', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'ComplaintStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromComplaintStatus: ComplaintStatus, toComplaintStatus: ComplaintStatus, complaintCause: ComplaintCause, complaintResolution: ComplaintResolution | null, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
    | { __typename: 'CustomerExportReady', cursor: string, id: string, type: string, occurredAt: string, export: { id: string, status: CustomerExportStatus, progressPercent: number, failureCode: string | null, byteSize: number | null, createdAt: string, readyAt: string | null, expiresAt: string | null, url: string | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'DeliveryLate', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
    | { __typename: 'DeliveryProblemReported', cursor: string, id: string, type: string, occurredAt: string, problemKind: DeliveryProblemKind, actor: { kind: AuthorKind, id: string | null }, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
    | { __typename: 'DeliveryProblemResolved', cursor: string, id: string, type: string, occurredAt: string, problemKind: DeliveryProblemKind, actor: { kind: AuthorKind, id: string | null }, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
    | { __typename: 'DeliveryStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromDeliveryStatus: DeliveryStatus, toDeliveryStatus: DeliveryStatus, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
    | { __typename: 'DeliveryUpserted', cursor: string, id: string, type: string, occurredAt: string, isNew: boolean, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
    | { __typename: 'Heartbeat', cursor: string }
    | { __typename: 'Lagged', cursor: string }
    | { __typename: 'MessageEdited', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageRedacted', cursor: string, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessageSent', cursor: string, seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'MessagesRead', cursor: string, side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'OrderUpserted', cursor: string, id: string, type: string, occurredAt: string, fromOrderStatus: OrderStatus | null, toOrderStatus: OrderStatus, actor: { kind: AuthorKind, id: string | null }, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null }
    | { __typename: 'PaymentRecorded', cursor: string, id: string, type: string, occurredAt: string, fromPaymentStatus: PaymentStatus | null, toPaymentStatus: PaymentStatus, actor: { kind: AuthorKind, id: string | null }, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null }
    | { __typename: 'RefundGranted', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'RefundStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromRefundStatus: RefundStatus, toRefundStatus: RefundStatus, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'Removed', cursor: string, subjectId: string }
    | { __typename: 'Reset', cursor: string, reason: ResetReason }
    | { __typename: 'ReturnGoodsChanged', cursor: string, id: string, type: string, occurredAt: string, fromGoodsStatus: GoodsStatus, toGoodsStatus: GoodsStatus, inspection: InspectionResult | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnRequested', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'ReturnStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromReturnStatus: ReturnStatus, toReturnStatus: ReturnStatus, returnCause: ReturnAction, returnDecision: ReturnDecision | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
    | { __typename: 'SuggestionStatusChanged', cursor: string, id: string, type: string, occurredAt: string, fromSuggestionStatus: SuggestionStatus, toSuggestionStatus: SuggestionStatus, actor: { kind: AuthorKind, id: string | null }, suggestion: { id: string, number: string, title: string, status: SuggestionStatus } | null, duplicateOf: { id: string, number: string, title: string } | null }
    | { __typename: 'SuggestionSubmitted', cursor: string, id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, suggestion: { id: string, number: string, title: string, status: SuggestionStatus } | null }
    | { __typename: 'TicketAssigned', cursor: string, id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketErased', cursor: string, erasureCause: TicketErasureCause, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketLinked', cursor: string, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketMerged', cursor: string, id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketObjectChanged', cursor: string, change: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketObjectsLinked', cursor: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketOpened', cursor: string, topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketStatusChanged', cursor: string, from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
    | { __typename: 'TicketUpdated', cursor: string, fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
   };

export type EventsQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
  filter?: EventFilter | null | undefined;
}>;


export type EventsQuery = { events: { edges: Array<{ cursor: string, node:
        | { id: string, type: string, occurredAt: string, attachmentStatus: AttachmentStatus, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, byteSize: number, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
        | { id: string, type: string, occurredAt: string, fromComplaintStatus: ComplaintStatus, toComplaintStatus: ComplaintStatus, complaintCause: ComplaintCause, complaintResolution: ComplaintResolution | null, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
        | { id: string, type: string, occurredAt: string, problemKind: DeliveryProblemKind, actor: { kind: AuthorKind, id: string | null }, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
        | { id: string, type: string, occurredAt: string, problemKind: DeliveryProblemKind, actor: { kind: AuthorKind, id: string | null }, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
        | { id: string, type: string, occurredAt: string, fromDeliveryStatus: DeliveryStatus, toDeliveryStatus: DeliveryStatus, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
        | { id: string, type: string, occurredAt: string, isNew: boolean, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, fromOrderStatus: OrderStatus | null, toOrderStatus: OrderStatus, actor: { kind: AuthorKind, id: string | null }, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, fromPaymentStatus: PaymentStatus | null, toPaymentStatus: PaymentStatus, actor: { kind: AuthorKind, id: string | null }, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, fromRefundStatus: RefundStatus, toRefundStatus: RefundStatus, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, fromGoodsStatus: GoodsStatus, toGoodsStatus: GoodsStatus, inspection: InspectionResult | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, fromReturnStatus: ReturnStatus, toReturnStatus: ReturnStatus, returnCause: ReturnAction, returnDecision: ReturnDecision | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { erasureCause: TicketErasureCause, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { change: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
        | { fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TypingSubscriptionVariables = Exact<{
  ticketId: string;
}>;


export type TypingSubscription = { typing: { authorKind: AuthorKind, authorId: string | null, isTyping: boolean, expiresAt: string } };

type ControlParts_Removed_Fragment = { subjectId: string };

type ControlParts_Reset_Fragment = { reason: ResetReason };

export type ControlPartsFragment =
  | ControlParts_Removed_Fragment
  | ControlParts_Reset_Fragment
;

type FactParts_AttachmentScanned_Fragment = { id: string, type: string, occurredAt: string, attachmentStatus: AttachmentStatus, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_AttachmentUploaded_Fragment = { id: string, type: string, occurredAt: string, byteSize: number, actor: { kind: AuthorKind, id: string | null }, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_ComplaintEscalated_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

type FactParts_ComplaintFiled_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

type FactParts_ComplaintStatusChanged_Fragment = { id: string, type: string, occurredAt: string, fromComplaintStatus: ComplaintStatus, toComplaintStatus: ComplaintStatus, complaintCause: ComplaintCause, complaintResolution: ComplaintResolution | null, actor: { kind: AuthorKind, id: string | null }, complaint: { id: string, number: string, about: ComplaintAbout, status: ComplaintStatus, version: number, resolution: ComplaintResolution | null, answerDueAt: string | null, answerRule: string | null, disputableUntil: string | null, resolvedAt: string | null, closedAt: string | null, createdAt: string, relief: { amount: string, currencyCode: string } | null, order: { id: string, number: string } | null, delivery: { id: string, trackingNumber: string | null } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ComplaintAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

type FactParts_CustomerExportReady_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_DeliveryLate_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type FactParts_DeliveryProblemReported_Fragment = { id: string, type: string, occurredAt: string, problemKind: DeliveryProblemKind, actor: { kind: AuthorKind, id: string | null }, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type FactParts_DeliveryProblemResolved_Fragment = { id: string, type: string, occurredAt: string, problemKind: DeliveryProblemKind, actor: { kind: AuthorKind, id: string | null }, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type FactParts_DeliveryStatusChanged_Fragment = { id: string, type: string, occurredAt: string, fromDeliveryStatus: DeliveryStatus, toDeliveryStatus: DeliveryStatus, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type FactParts_DeliveryUpserted_Fragment = { id: string, type: string, occurredAt: string, isNew: boolean, actor: { kind: AuthorKind, id: string | null }, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type FactParts_MessageDeliveryChanged_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessageEdited_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessageRedacted_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessageSent_Fragment = { seq: number, authorKind: AuthorKind, id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_MessagesRead_Fragment = { side: ReaderSide, readSeq: number, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_NoteAdded_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_NoteEdited_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_NoteRedacted_Fragment = { id: string, type: string, occurredAt: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_OrderUpserted_Fragment = { id: string, type: string, occurredAt: string, fromOrderStatus: OrderStatus | null, toOrderStatus: OrderStatus, actor: { kind: AuthorKind, id: string | null }, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null };

type FactParts_OtherEvent_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_OutboundMessage_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_OutboundMessageEdited_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_OutboundMessageRedacted_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_PaymentRecorded_Fragment = { id: string, type: string, occurredAt: string, fromPaymentStatus: PaymentStatus | null, toPaymentStatus: PaymentStatus, actor: { kind: AuthorKind, id: string | null }, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null };

type FactParts_RefundGranted_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_RefundStatusChanged_Fragment = { id: string, type: string, occurredAt: string, fromRefundStatus: RefundStatus, toRefundStatus: RefundStatus, actor: { kind: AuthorKind, id: string | null }, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_ReturnEscalated_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_ReturnGoodsChanged_Fragment = { id: string, type: string, occurredAt: string, fromGoodsStatus: GoodsStatus, toGoodsStatus: GoodsStatus, inspection: InspectionResult | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_ReturnRequested_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_ReturnStatusChanged_Fragment = { id: string, type: string, occurredAt: string, fromReturnStatus: ReturnStatus, toReturnStatus: ReturnStatus, returnCause: ReturnAction, returnDecision: ReturnDecision | null, actor: { kind: AuthorKind, id: string | null }, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type FactParts_SuggestionStatusChanged_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_SuggestionSubmitted_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketAssigned_Fragment = { id: string, type: string, occurredAt: string, assignee: { id: string, name: string } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketBotResumed_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketErased_Fragment = { erasureCause: TicketErasureCause, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketHandedOff_Fragment = { id: string, type: string, occurredAt: string, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketLinked_Fragment = { id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketMerged_Fragment = { id: string, type: string, occurredAt: string, into: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketObjectChanged_Fragment = { change: string, id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketObjectsLinked_Fragment = { id: string, type: string, occurredAt: string, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketOpened_Fragment = { topic: Topic, channel: Channel, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketStatusChanged_Fragment = { from: TicketStatus, to: TicketStatus, cause: TransitionCause, resolution: TicketResolution | null, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketTagged_Fragment = { id: string, type: string, occurredAt: string, ticket: { tags: Array<string> | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

type FactParts_TicketUpdated_Fragment = { fields: Array<string>, priority: Priority, topic: Topic, id: string, type: string, occurredAt: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null, actor: { kind: AuthorKind, id: string | null } };

export type FactPartsFragment =
  | FactParts_AttachmentScanned_Fragment
  | FactParts_AttachmentUploaded_Fragment
  | FactParts_ComplaintEscalated_Fragment
  | FactParts_ComplaintFiled_Fragment
  | FactParts_ComplaintStatusChanged_Fragment
  | FactParts_CustomerExportReady_Fragment
  | FactParts_DeliveryLate_Fragment
  | FactParts_DeliveryProblemReported_Fragment
  | FactParts_DeliveryProblemResolved_Fragment
  | FactParts_DeliveryStatusChanged_Fragment
  | FactParts_DeliveryUpserted_Fragment
  | FactParts_MessageDeliveryChanged_Fragment
  | FactParts_MessageEdited_Fragment
  | FactParts_MessageRedacted_Fragment
  | FactParts_MessageSent_Fragment
  | FactParts_MessagesRead_Fragment
  | FactParts_NoteAdded_Fragment
  | FactParts_NoteEdited_Fragment
  | FactParts_NoteRedacted_Fragment
  | FactParts_OrderUpserted_Fragment
  | FactParts_OtherEvent_Fragment
  | FactParts_OutboundMessage_Fragment
  | FactParts_OutboundMessageEdited_Fragment
  | FactParts_OutboundMessageRedacted_Fragment
  | FactParts_PaymentRecorded_Fragment
  | FactParts_RefundGranted_Fragment
  | FactParts_RefundStatusChanged_Fragment
  | FactParts_ReturnEscalated_Fragment
  | FactParts_ReturnGoodsChanged_Fragment
  | FactParts_ReturnRequested_Fragment
  | FactParts_ReturnStatusChanged_Fragment
  | FactParts_SuggestionStatusChanged_Fragment
  | FactParts_SuggestionSubmitted_Fragment
  | FactParts_TicketAssigned_Fragment
  | FactParts_TicketBotResumed_Fragment
  | FactParts_TicketErased_Fragment
  | FactParts_TicketHandedOff_Fragment
  | FactParts_TicketLinked_Fragment
  | FactParts_TicketMerged_Fragment
  | FactParts_TicketObjectChanged_Fragment
  | FactParts_TicketObjectsLinked_Fragment
  | FactParts_TicketOpened_Fragment
  | FactParts_TicketStatusChanged_Fragment
  | FactParts_TicketTagged_Fragment
  | FactParts_TicketUpdated_Fragment
;

type ShopFactParts_AttachmentScanned_Fragment = { attachmentStatus: AttachmentStatus, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ShopFactParts_AttachmentUploaded_Fragment = { byteSize: number, attachment: { id: string, fileName: string, contentType: string | null, byteSize: number | null, status: AttachmentStatus, failureCode: string | null, url: string | null } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ShopFactParts_DeliveryLate_Fragment = { delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type ShopFactParts_DeliveryProblemReported_Fragment = { problemKind: DeliveryProblemKind, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type ShopFactParts_DeliveryProblemResolved_Fragment = { problemKind: DeliveryProblemKind, deliveryProblem: { id: string, kind: DeliveryProblemKind, reportedBy: AuthorKind, description: string | null, createdAt: string, resolvedAt: string | null } | null, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type ShopFactParts_DeliveryStatusChanged_Fragment = { fromDeliveryStatus: DeliveryStatus, toDeliveryStatus: DeliveryStatus, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type ShopFactParts_DeliveryUpserted_Fragment = { isNew: boolean, delivery: { id: string, carrier: string, trackingNumber: string | null, trackingUrl: string | null, sellerName: string | null, status: DeliveryStatus, rawStatus: string | null, statusAt: string | null, promisedFrom: string | null, promisedTo: string | null, deliveredAt: string | null, isLate: boolean, pickupPoint: { name: string, address: string | null, hours: string | null, storedUntil: string | null } | null } | null };

type ShopFactParts_OrderUpserted_Fragment = { fromOrderStatus: OrderStatus | null, toOrderStatus: OrderStatus, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null };

type ShopFactParts_PaymentRecorded_Fragment = { fromPaymentStatus: PaymentStatus | null, toPaymentStatus: PaymentStatus, payment: { id: string, method: PaymentMethod, status: PaymentStatus, instalmentCount: number, startedAt: string, declineReason: DeclineReason | null, isRetryable: boolean, alternatives: Array<PaymentMethod>, amount: { amount: string, currencyCode: string }, capturedAmount: { amount: string, currencyCode: string } } | null, order: { id: string, number: string, status: OrderStatus, rawStatus: string | null, placedAt: string, approvedAt: string | null, promisedTo: string | null, deliveredAt: string | null, cancelledAt: string | null, isLate: boolean, itemsTotal: { amount: string, currencyCode: string }, shippingTotal: { amount: string, currencyCode: string }, discountTotal: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string } } | null };

export type ShopFactPartsFragment =
  | ShopFactParts_AttachmentScanned_Fragment
  | ShopFactParts_AttachmentUploaded_Fragment
  | ShopFactParts_DeliveryLate_Fragment
  | ShopFactParts_DeliveryProblemReported_Fragment
  | ShopFactParts_DeliveryProblemResolved_Fragment
  | ShopFactParts_DeliveryStatusChanged_Fragment
  | ShopFactParts_DeliveryUpserted_Fragment
  | ShopFactParts_OrderUpserted_Fragment
  | ShopFactParts_PaymentRecorded_Fragment
;

type ReturnFactParts_RefundGranted_Fragment = { refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ReturnFactParts_RefundStatusChanged_Fragment = { fromRefundStatus: RefundStatus, toRefundStatus: RefundStatus, refund: { id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ReturnFactParts_ReturnEscalated_Fragment = { return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ReturnFactParts_ReturnGoodsChanged_Fragment = { fromGoodsStatus: GoodsStatus, toGoodsStatus: GoodsStatus, inspection: InspectionResult | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ReturnFactParts_ReturnRequested_Fragment = { return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

type ReturnFactParts_ReturnStatusChanged_Fragment = { fromReturnStatus: ReturnStatus, toReturnStatus: ReturnStatus, returnCause: ReturnAction, returnDecision: ReturnDecision | null, return: { id: string, number: string, status: ReturnStatus, version: number, reason: string, reasonText: string, comment: string | null, wish: ReturnDecision, infoRequest: string | null, decision: ReturnDecision | null, declineCode: string | null, declineText: string | null, decisionDueAt: string | null, decidedAt: string | null, goodsStatus: GoodsStatus | null, inspection: InspectionResult | null, createdAt: string, goodsValue: { amount: string, currencyCode: string }, grantableAmount: { amount: string, currencyCode: string }, priceDifference: { amount: string, currencyCode: string } | null, items: Array<{ orderItemId: string, quantity: number, receivedQuantity: number }>, documents: Array<{ id: string, documentKind: string | null, status: AttachmentStatus }>, refunds: { nodes: Array<{ id: string, status: RefundStatus, version: number, createdAt: string, succeededAt: string | null, amount: { amount: string, currencyCode: string }, allowedActions: Array<{ action: RefundAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }> }, order: { id: string, number: string } | null, ticket: { id: string, number: string } | null, allowedActions: Array<{ action: ReturnAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } | null };

export type ReturnFactPartsFragment =
  | ReturnFactParts_RefundGranted_Fragment
  | ReturnFactParts_RefundStatusChanged_Fragment
  | ReturnFactParts_ReturnEscalated_Fragment
  | ReturnFactParts_ReturnGoodsChanged_Fragment
  | ReturnFactParts_ReturnRequested_Fragment
  | ReturnFactParts_ReturnStatusChanged_Fragment
;

type SuggestionFactParts_SuggestionStatusChanged_Fragment = { fromSuggestionStatus: SuggestionStatus, toSuggestionStatus: SuggestionStatus, suggestion: { id: string, number: string, title: string, status: SuggestionStatus } | null, duplicateOf: { id: string, number: string, title: string } | null };

type SuggestionFactParts_SuggestionSubmitted_Fragment = { suggestion: { id: string, number: string, title: string, status: SuggestionStatus } | null };

export type SuggestionFactPartsFragment =
  | SuggestionFactParts_SuggestionStatusChanged_Fragment
  | SuggestionFactParts_SuggestionSubmitted_Fragment
;

export type SuggestionsImportMutationVariables = Exact<{
  input: SuggestionsImportInput;
}>;


export type SuggestionsImportMutation = { suggestionsImport:
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'SuggestionsImportPayload', results: Array<
        | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
        | { __typename: 'SuggestionImportPayload', isNew: boolean }
      > }
   };

export type SuggestionPartsFragment = { id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> };

export type SuggestionQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type SuggestionQuery = { suggestion: { id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } | null };

export type SuggestionsQueryVariables = Exact<{
  filter?: SuggestionFilter | null | undefined;
  orderBy?: SuggestionOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SuggestionsQuery = { suggestions: { nodes: Array<{ id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SuggestionSubmitMutationVariables = Exact<{
  input: SuggestionSubmitInput;
}>;


export type SuggestionSubmitMutation = { suggestionSubmit:
    | { __typename: 'IdempotencyConflict', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'SuggestionSubmitPayload', cursor: string, suggestion: { id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type SuggestionVoteMutationVariables = Exact<{
  input: SuggestionVoteInput;
}>;


export type SuggestionVoteMutation = { suggestionVote:
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotEligible', reasons: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'SuggestionVotePayload', cursor: string, suggestion: { id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type SuggestionUnvoteMutationVariables = Exact<{
  input: SuggestionUnvoteInput;
}>;


export type SuggestionUnvoteMutation = { suggestionUnvote:
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotEligible', reasons: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'SuggestionUnvotePayload', cursor: string, suggestion: { id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type SuggestionUpdateMutationVariables = Exact<{
  input: SuggestionUpdateInput;
}>;


export type SuggestionUpdateMutation = { suggestionUpdate:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'SuggestionUpdatePayload', cursor: string, suggestion: { id: string, number: string, title: string, text: string, language: Language, status: SuggestionStatus, version: number, voteCount: number, hasVoted: boolean, createdAt: string, author: { id: string, name: string | null } | null, duplicateOf: { id: string, number: string, title: string } | null, allowedActions: Array<{ action: SuggestionAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }> } }
   };

export type TicketClaimMutationVariables = Exact<{
  input: TicketClaimInput;
}>;


export type TicketClaimMutation = { ticketClaim:
    | { __typename: 'AlreadyClaimed', code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketClaimPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketAssignMutationVariables = Exact<{
  input: TicketAssignInput;
}>;


export type TicketAssignMutation = { ticketAssign:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketAssignPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketWaitMutationVariables = Exact<{
  input: TicketWaitInput;
}>;


export type TicketWaitMutation = { ticketWait:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketWaitPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketResolveMutationVariables = Exact<{
  input: TicketResolveInput;
}>;


export type TicketResolveMutation = { ticketResolve:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketResolvePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketReopenMutationVariables = Exact<{
  input: TicketReopenInput;
}>;


export type TicketReopenMutation = { ticketReopen:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketReopenPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketSnoozeMutationVariables = Exact<{
  input: TicketSnoozeInput;
}>;


export type TicketSnoozeMutation = { ticketSnooze:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketSnoozePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketCloseMutationVariables = Exact<{
  input: TicketCloseInput;
}>;


export type TicketCloseMutation = { ticketClose:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketClosePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketMarkSpamMutationVariables = Exact<{
  input: TicketMarkSpamInput;
}>;


export type TicketMarkSpamMutation = { ticketMarkSpam:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketMarkSpamPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketMergeMutationVariables = Exact<{
  input: TicketMergeInput;
}>;


export type TicketMergeMutation = { ticketMerge:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketMergePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketUpdateMutationVariables = Exact<{
  input: TicketUpdateInput;
}>;


export type TicketUpdateMutation = { ticketUpdate:
    | { __typename: 'Conflict', currentVersion: number, code: ProblemCode, detail: string, path: Array<string> | null, current:
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Complaint', id: string }
        | { __typename: 'Customer', id: string }
        | { __typename: 'CustomerErasure', id: string }
        | { __typename: 'CustomerExport', id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'DeliveryProblem', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Operator', id: string }
        | { __typename: 'Order', id: string }
        | { __typename: 'OrderItem', id: string }
        | { __typename: 'Payment', id: string }
        | { __typename: 'PolicyVersion', id: string }
        | { __typename: 'Product', id: string }
        | { __typename: 'Rating', id: string }
        | { __typename: 'Refund', id: string }
        | { __typename: 'Return', id: string }
        | { __typename: 'ServiceToken', id: string }
        | { __typename: 'Suggestion', id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }
        | { __typename: 'TrackingEvent', id: string }
       | null }
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketUpdatePayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null } }
   };

export type TicketLinkMutationVariables = Exact<{
  input: TicketLinkInput;
}>;


export type TicketLinkMutation = { ticketLink:
    | { __typename: 'IllegalTransition', from: string, action: string, allowedActions: Array<string>, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', rule: string, code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'NotFound', code: ProblemCode, detail: string, path: Array<string> | null }
    | { __typename: 'TicketLinkPayload', cursor: string, ticket: { id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null, order: { id: string, number: string, status: OrderStatus } | null, delivery: { id: string, trackingNumber: string | null, status: DeliveryStatus } | null } }
   };

export type TicketQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type TicketQuery = { ticket: { tags: Array<string> | null, unreadCount: number, customerReadSeq: number, deskReadSeq: number, resolvedAt: string | null, closedAt: string | null, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, mergedInto: { id: string, number: string } | null, predecessor: { id: string, number: string } | null, allowedActions: Array<{ action: TicketAction, isAllowed: boolean, blockedBy: Array<ActionBlock> }>, missingDetails: Array<{ detail: TicketDetail, question: string }>, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null, order: { id: string, number: string, status: OrderStatus } | null, delivery: { id: string, trackingNumber: string | null, status: DeliveryStatus } | null } | null };

export type TicketsQueryVariables = Exact<{
  filter?: TicketFilter | null | undefined;
  orderBy?: TicketOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketsQuery = { tickets: { nodes: Array<{ unreadCount: number, id: string, number: string, subject: string, topic: Topic, channel: Channel, status: TicketStatus, priority: Priority, language: Language, version: number, lastSeq: number, lastActivityAt: string, snoozedUntil: string | null, resolution: TicketResolution | null, createdAt: string, customer: { id: string, name: string | null }, assignee: { id: string, name: string } | null, team: { id: string, key: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TicketMessagesQueryVariables = Exact<{
  ticketId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketMessagesQuery = { ticket: { id: string, lastSeq: number, messages: { nodes: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type TicketNotesQueryVariables = Exact<{
  ticketId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketNotesQuery = { ticket: { id: string, notes: { nodes: Array<{ id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type TicketTimelineQueryVariables = Exact<{
  ticketId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TicketTimelineQuery = { ticket: { id: string, timeline: { nodes: Array<
        | { __typename: 'TimelineEvent', type: string, from: string | null, to: string | null, change: string | null, subjectIds: Array<string>, at: string, cursor: string, actor: { kind: AuthorKind, id: string | null } }
        | { __typename: 'TimelineMessage', at: string, cursor: string, message: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } }
        | { __typename: 'TimelineNote', at: string, cursor: string, note: { id: string, seq: number | null, noteSeq: number | null, afterSeq: number | null, kind: MessageKind, text: string, clientMessageId: string | null, sentAt: string | null, createdAt: string, editedAt: string | null, redactedAt: string | null, author: { kind: AuthorKind, id: string | null, name: string | null } } }
      >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type TicketMissingDetailsQueryVariables = Exact<{
  id: string;
}>;


export type TicketMissingDetailsQuery = { ticket: { id: string, missingDetails: Array<{ detail: TicketDetail, question: string }> } | null };

export type TicketLinkPartsFragment = { order: { id: string, number: string, status: OrderStatus } | null, delivery: { id: string, trackingNumber: string | null, status: DeliveryStatus } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: Role, scopes: Array<string>, locale: Language, customer: { id: string, externalId: string | null, name: string | null, email: string | null, phone: string | null, locale: Language, isGuest: boolean, createdAt: string } | null, operator: { id: string, name: string, role: OperatorRole | null, teams: Array<{ id: string, key: string, name: string }> } | null } | null };

export type ViewerScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerScopesQuery = { viewer: { role: Role, scopes: Array<string> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ChannelPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ChannelParts on ChannelSettings {
  channel
  isEnabled
  isOpenNow
  isAlwaysOpen
  timeZone
  slots {
    weekday
    opensAt
    closesAt
  }
  replyWindowSeconds
  version
}
    `, {"fragmentName":"ChannelParts"}) as unknown as TypedDocumentString<ChannelPartsFragment, unknown>;
export const DeliveryStatePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DeliveryStateParts on MessageDelivery {
  status
  channel
  attemptCount
  failureCode
  isRetryable
  nextAttemptAt
  sentAt
  deliveredAt
  readAt
  failedAt
}
    `, {"fragmentName":"DeliveryStateParts"}) as unknown as TypedDocumentString<DeliveryStatePartsFragment, unknown>;
export const OutboundPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OutboundParts on Outbound {
  messageId
  ticketId
  conversationId
  seq
  kind
  text
  language
  author {
    kind
    name
  }
  createdAt
  editedAt
  redactedAt
  attachments {
    id
    fileName
    contentType
    byteSize
    status
    url
  }
  externalIds
  delivery {
    ...DeliveryStateParts
  }
}
    fragment DeliveryStateParts on MessageDelivery {
  status
  channel
  attemptCount
  failureCode
  isRetryable
  nextAttemptAt
  sentAt
  deliveredAt
  readAt
  failedAt
}`, {"fragmentName":"OutboundParts"}) as unknown as TypedDocumentString<OutboundPartsFragment, unknown>;
export const ChannelProblemPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ChannelProblemParts on Problem {
  ... on ChannelClosed {
    channel
  }
  ... on LeaseHeld {
    reason
    retryAfterSeconds
  }
  ... on AlreadyHandled {
    deliveryStatus
  }
  ... on AttachmentRefused {
    rule
  }
}
    `, {"fragmentName":"ChannelProblemParts"}) as unknown as TypedDocumentString<ChannelProblemPartsFragment, unknown>;
export const MoneyPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currencyCode
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const RefundPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RefundParts on Refund {
  id
  status
  version
  amount {
    amount
    currencyCode
  }
  createdAt
  succeededAt
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
    `, {"fragmentName":"RefundParts"}) as unknown as TypedDocumentString<RefundPartsFragment, unknown>;
export const PagePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageParts"}) as unknown as TypedDocumentString<PagePartsFragment, unknown>;
export const StoryReturnFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StoryReturn on Return {
  id
  number
  status
  version
  reasonText
  wish
  decision
  declineText
  decisionDueAt
  goodsStatus
  inspection
  createdAt
  goodsValue {
    ...MoneyParts
  }
  items {
    orderItemId
    quantity
    receivedQuantity
  }
  refunds(first: $refundsFirst) {
    nodes {
      ...RefundParts
    }
    pageInfo {
      ...PageParts
    }
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment RefundParts on Refund {
  id
  status
  version
  amount {
    amount
    currencyCode
  }
  createdAt
  succeededAt
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}`, {"fragmentName":"StoryReturn"}) as unknown as TypedDocumentString<StoryReturnFragment, unknown>;
export const TicketPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
    `, {"fragmentName":"TicketParts"}) as unknown as TypedDocumentString<TicketPartsFragment, unknown>;
export const CurrentTicketFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
    fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`, {"fragmentName":"CurrentTicket"}) as unknown as TypedDocumentString<CurrentTicketFragment, unknown>;
export const MessagePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
    `, {"fragmentName":"MessageParts"}) as unknown as TypedDocumentString<MessagePartsFragment, unknown>;
export const ProblemPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProblemParts on Problem {
  code
  detail
  path
  ... on AlreadyClaimed {
    current {
      ...CurrentTicket
    }
  }
  ... on Conflict {
    currentVersion
    current {
      ...CurrentTicket
    }
  }
  ... on IllegalTransition {
    from
    action
    allowedActions
  }
  ... on InvalidInput {
    rule
  }
  ... on MissedMessages {
    lastSeq
    messages {
      ...MessageParts
    }
  }
  ... on TooSoon {
    retryAfterSeconds
  }
}
    fragment CurrentTicket on Node {
  __typename
  id
  ... on Ticket {
    ...TicketParts
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}`, {"fragmentName":"ProblemParts"}) as unknown as TypedDocumentString<ProblemPartsFragment, unknown>;
export const CustomerPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CustomerParts on Customer {
  id
  externalId
  name
  email
  phone
  locale
  isGuest
  createdAt
}
    `, {"fragmentName":"CustomerParts"}) as unknown as TypedDocumentString<CustomerPartsFragment, unknown>;
export const OperatorPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OperatorParts on Operator {
  id
  name
  role
  isDisabled
  teams {
    id
    key
    name
  }
}
    `, {"fragmentName":"OperatorParts"}) as unknown as TypedDocumentString<OperatorPartsFragment, unknown>;
export const OrderItemPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrderItemParts on OrderItem {
  id
  externalId
  name
  sku
  category
  sellerName
  quantity
  unitPrice {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  shipping {
    ...MoneyParts
  }
  isCancelled
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"OrderItemParts"}) as unknown as TypedDocumentString<OrderItemPartsFragment, unknown>;
export const CustomerExportPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CustomerExportParts on CustomerExport {
  id
  status
  progressPercent
  failureCode
  byteSize
  createdAt
  readyAt
  expiresAt
  url
}
    `, {"fragmentName":"CustomerExportParts"}) as unknown as TypedDocumentString<CustomerExportPartsFragment, unknown>;
export const ProductPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProductParts on Product {
  id
  source
  externalId
  name
  category
  url
  imageUrl
  price {
    ...MoneyParts
  }
  isAvailable
  stock
  promotions {
    name
    price {
      ...MoneyParts
    }
    startsAt
    endsAt
  }
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"ProductParts"}) as unknown as TypedDocumentString<ProductPartsFragment, unknown>;
export const RatingPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RatingParts on Rating {
  id
  score
  text
  occurredAt
  order {
    id
    number
  }
  product {
    id
    name
  }
}
    `, {"fragmentName":"RatingParts"}) as unknown as TypedDocumentString<RatingPartsFragment, unknown>;
export const ServiceTokenPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ServiceTokenParts on ServiceToken {
  id
  name
  service
  scopes
  status
  createdAt
  createdBy {
    id
    name
  }
  expiresAt
  lastUsedAt
  revokedAt
  revokedBy {
    id
    name
  }
  secrets {
    hint
    createdAt
    endsAt
    lastUsedAt
  }
}
    `, {"fragmentName":"ServiceTokenParts"}) as unknown as TypedDocumentString<ServiceTokenPartsFragment, unknown>;
export const ControlPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ControlParts on TicketEvent {
  ... on Reset {
    reason
  }
  ... on Removed {
    subjectId
  }
}
    `, {"fragmentName":"ControlParts"}) as unknown as TypedDocumentString<ControlPartsFragment, unknown>;
export const OrderPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrderParts on Order {
  id
  number
  status
  rawStatus
  itemsTotal {
    ...MoneyParts
  }
  shippingTotal {
    ...MoneyParts
  }
  discountTotal {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  placedAt
  approvedAt
  promisedTo
  deliveredAt
  cancelledAt
  isLate
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"OrderParts"}) as unknown as TypedDocumentString<OrderPartsFragment, unknown>;
export const DeliveryPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DeliveryParts on Delivery {
  id
  carrier
  trackingNumber
  trackingUrl
  sellerName
  status
  rawStatus
  statusAt
  promisedFrom
  promisedTo
  deliveredAt
  isLate
  pickupPoint {
    name
    address
    hours
    storedUntil
  }
}
    `, {"fragmentName":"DeliveryParts"}) as unknown as TypedDocumentString<DeliveryPartsFragment, unknown>;
export const PaymentPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PaymentParts on Payment {
  id
  method
  status
  amount {
    ...MoneyParts
  }
  capturedAmount {
    ...MoneyParts
  }
  instalmentCount
  startedAt
  declineReason
  isRetryable
  alternatives
}
    fragment MoneyParts on Money {
  amount
  currencyCode
}`, {"fragmentName":"PaymentParts"}) as unknown as TypedDocumentString<PaymentPartsFragment, unknown>;
export const ComplaintPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ComplaintParts on Complaint {
  id
  number
  about
  status
  version
  resolution
  relief {
    amount
    currencyCode
  }
  answerDueAt
  answerRule
  disputableUntil
  resolvedAt
  closedAt
  createdAt
  order {
    id
    number
  }
  delivery {
    id
    trackingNumber
  }
  ticket {
    id
    number
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
    `, {"fragmentName":"ComplaintParts"}) as unknown as TypedDocumentString<ComplaintPartsFragment, unknown>;
export const ComplaintFactPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ComplaintFactParts on Event {
  ... on ComplaintFiled {
    complaint {
      ...ComplaintParts
    }
  }
  ... on ComplaintStatusChanged {
    fromComplaintStatus
    toComplaintStatus
    complaintCause
    complaintResolution
    complaint {
      ...ComplaintParts
    }
  }
  ... on ComplaintEscalated {
    complaint {
      ...ComplaintParts
    }
  }
}
    fragment ComplaintParts on Complaint {
  id
  number
  about
  status
  version
  resolution
  relief {
    amount
    currencyCode
  }
  answerDueAt
  answerRule
  disputableUntil
  resolvedAt
  closedAt
  createdAt
  order {
    id
    number
  }
  delivery {
    id
    trackingNumber
  }
  ticket {
    id
    number
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}`, {"fragmentName":"ComplaintFactParts"}) as unknown as TypedDocumentString<ComplaintFactPartsFragment, unknown>;
export const ShopFactPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ShopFactParts on Event {
  ... on OrderUpserted {
    fromOrderStatus
    toOrderStatus
    order {
      ...OrderParts
    }
  }
  ... on PaymentRecorded {
    fromPaymentStatus
    toPaymentStatus
    payment {
      ...PaymentParts
    }
    order {
      ...OrderParts
    }
  }
  ... on DeliveryUpserted {
    isNew
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryStatusChanged {
    fromDeliveryStatus
    toDeliveryStatus
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryLate {
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryProblemReported {
    problemKind
    deliveryProblem {
      id
      kind
      reportedBy
      description
      createdAt
      resolvedAt
    }
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryProblemResolved {
    problemKind
    deliveryProblem {
      id
      kind
      reportedBy
      description
      createdAt
      resolvedAt
    }
    delivery {
      ...DeliveryParts
    }
  }
  ... on AttachmentUploaded {
    byteSize
    attachment {
      id
      fileName
      contentType
      byteSize
      status
      failureCode
      url
    }
    ticket {
      ...TicketParts
    }
  }
  ... on AttachmentScanned {
    attachmentStatus
    attachment {
      id
      fileName
      contentType
      byteSize
      status
      failureCode
      url
    }
    ticket {
      ...TicketParts
    }
  }
}
    fragment DeliveryParts on Delivery {
  id
  carrier
  trackingNumber
  trackingUrl
  sellerName
  status
  rawStatus
  statusAt
  promisedFrom
  promisedTo
  deliveredAt
  isLate
  pickupPoint {
    name
    address
    hours
    storedUntil
  }
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment OrderParts on Order {
  id
  number
  status
  rawStatus
  itemsTotal {
    ...MoneyParts
  }
  shippingTotal {
    ...MoneyParts
  }
  discountTotal {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  placedAt
  approvedAt
  promisedTo
  deliveredAt
  cancelledAt
  isLate
}
fragment PaymentParts on Payment {
  id
  method
  status
  amount {
    ...MoneyParts
  }
  capturedAmount {
    ...MoneyParts
  }
  instalmentCount
  startedAt
  declineReason
  isRetryable
  alternatives
}`, {"fragmentName":"ShopFactParts"}) as unknown as TypedDocumentString<ShopFactPartsFragment, unknown>;
export const ReturnPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ReturnParts on Return {
  id
  number
  status
  version
  reason
  reasonText
  comment
  wish
  infoRequest
  decision
  declineCode
  declineText
  decisionDueAt
  decidedAt
  goodsStatus
  inspection
  createdAt
  goodsValue {
    amount
    currencyCode
  }
  grantableAmount {
    amount
    currencyCode
  }
  priceDifference {
    amount
    currencyCode
  }
  items {
    orderItemId
    quantity
    receivedQuantity
  }
  documents {
    id
    documentKind
    status
  }
  refunds {
    nodes {
      ...RefundParts
    }
  }
  order {
    id
    number
  }
  ticket {
    id
    number
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
    fragment RefundParts on Refund {
  id
  status
  version
  amount {
    amount
    currencyCode
  }
  createdAt
  succeededAt
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}`, {"fragmentName":"ReturnParts"}) as unknown as TypedDocumentString<ReturnPartsFragment, unknown>;
export const ReturnFactPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ReturnFactParts on Event {
  ... on ReturnRequested {
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on ReturnStatusChanged {
    fromReturnStatus
    toReturnStatus
    returnCause
    returnDecision
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on ReturnGoodsChanged {
    fromGoodsStatus
    toGoodsStatus
    inspection
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on ReturnEscalated {
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on RefundGranted {
    refund {
      ...RefundParts
    }
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on RefundStatusChanged {
    fromRefundStatus
    toRefundStatus
    refund {
      ...RefundParts
    }
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
}
    fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
fragment ReturnParts on Return {
  id
  number
  status
  version
  reason
  reasonText
  comment
  wish
  infoRequest
  decision
  declineCode
  declineText
  decisionDueAt
  decidedAt
  goodsStatus
  inspection
  createdAt
  goodsValue {
    amount
    currencyCode
  }
  grantableAmount {
    amount
    currencyCode
  }
  priceDifference {
    amount
    currencyCode
  }
  items {
    orderItemId
    quantity
    receivedQuantity
  }
  documents {
    id
    documentKind
    status
  }
  refunds {
    nodes {
      ...RefundParts
    }
  }
  order {
    id
    number
  }
  ticket {
    id
    number
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
fragment RefundParts on Refund {
  id
  status
  version
  amount {
    amount
    currencyCode
  }
  createdAt
  succeededAt
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}`, {"fragmentName":"ReturnFactParts"}) as unknown as TypedDocumentString<ReturnFactPartsFragment, unknown>;
export const FactPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FactParts on Event {
  id
  type
  occurredAt
  actor {
    kind
    id
  }
  ... on MessageSent {
    seq
    authorKind
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessageRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteAdded {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteEdited {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on NoteRedacted {
    message {
      ...MessageParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on MessagesRead {
    side
    readSeq
    ticket {
      ...TicketParts
    }
  }
  ... on TicketOpened {
    topic
    channel
    ticket {
      ...TicketParts
    }
  }
  ... on TicketErased {
    erasureCause
    ticket {
      ...TicketParts
    }
  }
  ... on TicketStatusChanged {
    from
    to
    cause
    resolution
    ticket {
      ...TicketParts
    }
  }
  ... on TicketAssigned {
    assignee {
      id
      name
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketUpdated {
    fields
    priority
    topic
    ticket {
      ...TicketParts
    }
  }
  ... on TicketTagged {
    ticket {
      ...TicketParts
      tags
    }
  }
  ... on TicketMerged {
    into {
      ...TicketParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketLinked {
    ticket {
      ...TicketParts
    }
  }
  ... on TicketObjectsLinked {
    order {
      ...OrderParts
    }
    delivery {
      ...DeliveryParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on TicketObjectChanged {
    change
    order {
      ...OrderParts
    }
    payment {
      ...PaymentParts
    }
    delivery {
      ...DeliveryParts
    }
    ticket {
      ...TicketParts
    }
  }
  ...ComplaintFactParts
  ...ShopFactParts
  ...ReturnFactParts
}
    fragment ComplaintParts on Complaint {
  id
  number
  about
  status
  version
  resolution
  relief {
    amount
    currencyCode
  }
  answerDueAt
  answerRule
  disputableUntil
  resolvedAt
  closedAt
  createdAt
  order {
    id
    number
  }
  delivery {
    id
    trackingNumber
  }
  ticket {
    id
    number
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
fragment ComplaintFactParts on Event {
  ... on ComplaintFiled {
    complaint {
      ...ComplaintParts
    }
  }
  ... on ComplaintStatusChanged {
    fromComplaintStatus
    toComplaintStatus
    complaintCause
    complaintResolution
    complaint {
      ...ComplaintParts
    }
  }
  ... on ComplaintEscalated {
    complaint {
      ...ComplaintParts
    }
  }
}
fragment DeliveryParts on Delivery {
  id
  carrier
  trackingNumber
  trackingUrl
  sellerName
  status
  rawStatus
  statusAt
  promisedFrom
  promisedTo
  deliveredAt
  isLate
  pickupPoint {
    name
    address
    hours
    storedUntil
  }
}
fragment MessageParts on Message {
  id
  seq
  noteSeq
  afterSeq
  kind
  text
  author {
    kind
    id
    name
  }
  clientMessageId
  sentAt
  createdAt
  editedAt
  redactedAt
}
fragment TicketParts on Ticket {
  id
  number
  subject
  topic
  channel
  status
  priority
  language
  version
  lastSeq
  lastActivityAt
  snoozedUntil
  resolution
  createdAt
  customer {
    id
    name
  }
  assignee {
    id
    name
  }
  team {
    id
    key
    name
  }
}
fragment MoneyParts on Money {
  amount
  currencyCode
}
fragment OrderParts on Order {
  id
  number
  status
  rawStatus
  itemsTotal {
    ...MoneyParts
  }
  shippingTotal {
    ...MoneyParts
  }
  discountTotal {
    ...MoneyParts
  }
  total {
    ...MoneyParts
  }
  placedAt
  approvedAt
  promisedTo
  deliveredAt
  cancelledAt
  isLate
}
fragment PaymentParts on Payment {
  id
  method
  status
  amount {
    ...MoneyParts
  }
  capturedAmount {
    ...MoneyParts
  }
  instalmentCount
  startedAt
  declineReason
  isRetryable
  alternatives
}
fragment ReturnParts on Return {
  id
  number
  status
  version
  reason
  reasonText
  comment
  wish
  infoRequest
  decision
  declineCode
  declineText
  decisionDueAt
  decidedAt
  goodsStatus
  inspection
  createdAt
  goodsValue {
    amount
    currencyCode
  }
  grantableAmount {
    amount
    currencyCode
  }
  priceDifference {
    amount
    currencyCode
  }
  items {
    orderItemId
    quantity
    receivedQuantity
  }
  documents {
    id
    documentKind
    status
  }
  refunds {
    nodes {
      ...RefundParts
    }
  }
  order {
    id
    number
  }
  ticket {
    id
    number
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
fragment RefundParts on Refund {
  id
  status
  version
  amount {
    amount
    currencyCode
  }
  createdAt
  succeededAt
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
fragment ShopFactParts on Event {
  ... on OrderUpserted {
    fromOrderStatus
    toOrderStatus
    order {
      ...OrderParts
    }
  }
  ... on PaymentRecorded {
    fromPaymentStatus
    toPaymentStatus
    payment {
      ...PaymentParts
    }
    order {
      ...OrderParts
    }
  }
  ... on DeliveryUpserted {
    isNew
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryStatusChanged {
    fromDeliveryStatus
    toDeliveryStatus
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryLate {
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryProblemReported {
    problemKind
    deliveryProblem {
      id
      kind
      reportedBy
      description
      createdAt
      resolvedAt
    }
    delivery {
      ...DeliveryParts
    }
  }
  ... on DeliveryProblemResolved {
    problemKind
    deliveryProblem {
      id
      kind
      reportedBy
      description
      createdAt
      resolvedAt
    }
    delivery {
      ...DeliveryParts
    }
  }
  ... on AttachmentUploaded {
    byteSize
    attachment {
      id
      fileName
      contentType
      byteSize
      status
      failureCode
      url
    }
    ticket {
      ...TicketParts
    }
  }
  ... on AttachmentScanned {
    attachmentStatus
    attachment {
      id
      fileName
      contentType
      byteSize
      status
      failureCode
      url
    }
    ticket {
      ...TicketParts
    }
  }
}
fragment ReturnFactParts on Event {
  ... on ReturnRequested {
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on ReturnStatusChanged {
    fromReturnStatus
    toReturnStatus
    returnCause
    returnDecision
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on ReturnGoodsChanged {
    fromGoodsStatus
    toGoodsStatus
    inspection
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on ReturnEscalated {
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on RefundGranted {
    refund {
      ...RefundParts
    }
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
  ... on RefundStatusChanged {
    fromRefundStatus
    toRefundStatus
    refund {
      ...RefundParts
    }
    return {
      ...ReturnParts
    }
    ticket {
      ...TicketParts
    }
  }
}`, {"fragmentName":"FactParts"}) as unknown as TypedDocumentString<FactPartsFragment, unknown>;
export const SuggestionFactPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SuggestionFactParts on Event {
  ... on SuggestionSubmitted {
    suggestion {
      id
      number
      title
      status
    }
  }
  ... on SuggestionStatusChanged {
    fromSuggestionStatus
    toSuggestionStatus
    suggestion {
      id
      number
      title
      status
    }
    duplicateOf {
      id
      number
      title
    }
  }
}
    `, {"fragmentName":"SuggestionFactParts"}) as unknown as TypedDocumentString<SuggestionFactPartsFragment, unknown>;
export const SuggestionPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SuggestionParts on Suggestion {
  id
  number
  title
  text
  language
  status
  version
  voteCount
  hasVoted
  createdAt
  author {
    id
    name
  }
  duplicateOf {
    id
    number
    title
  }
  allowedActions {
    action
    isAllowed
    blockedBy
  }
}
    `, {"fragmentName":"SuggestionParts"}) as unknown as TypedDocumentString<SuggestionPartsFragment, unknown>;
export const TicketLinkPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TicketLinkParts on Ticket {
  order {
    id
    number
    status
  }
  delivery {
    id
    trackingNumber
    status
  }
}
    `, {"fragmentName":"TicketLinkParts"}) as unknown as TypedDocumentString<TicketLinkPartsFragment, unknown>;
export const AuditEventsDocument = /*#__PURE__*/ new TypedDocumentString("query AuditEvents($filter:AuditEventFilter$first:Int$after:String){auditEvents(filter:$filter first:$first after:$after){nodes{id type occurredAt isInternal actor{kind id customer{id name}operator{id name}serviceToken{id name service}}ticket{id number}customer{id}operator{id name}facts{name value}}pageInfo{hasNextPage endCursor}}}", {"hash":"b3bfc5929023e25481ce7bd84312f6b49565ec6c980573c5cc021e4dba1449c9"}) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const ChannelsDocument = /*#__PURE__*/ new TypedDocumentString("query Channels{channels{...ChannelParts}}fragment ChannelParts on ChannelSettings{channel isEnabled isOpenNow isAlwaysOpen timeZone slots{weekday opensAt closesAt}replyWindowSeconds version}", {"hash":"492f541f72ac3ca2a76d8724d88885f7dd1859f3b8de5b08a62a374499404170"}) as unknown as TypedDocumentString<ChannelsQuery, ChannelsQueryVariables>;
export const ChannelUpdateDocument = /*#__PURE__*/ new TypedDocumentString("mutation ChannelUpdate($input:ChannelUpdateInput!){channelUpdate(input:$input){__typename ...on ChannelUpdatePayload{cursor channel{...ChannelParts}}...ProblemParts}}fragment ChannelParts on ChannelSettings{channel isEnabled isOpenNow isAlwaysOpen timeZone slots{weekday opensAt closesAt}replyWindowSeconds version}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"9859a45a74a5cb7dd1b21285a3c09d15d98881c230fb7b3a0a06bbe59c5bb6be"}) as unknown as TypedDocumentString<ChannelUpdateMutation, ChannelUpdateMutationVariables>;
export const ChannelMessageReceiveDocument = /*#__PURE__*/ new TypedDocumentString("mutation ChannelMessageReceive($input:ChannelMessageReceiveInput!){channelMessageReceive(input:$input){__typename ...on ChannelMessageReceivePayload{cursor isNew isBotMuted message{id seq text}ticket{id number status}}...ProblemParts ...ChannelProblemParts}}fragment ChannelProblemParts on Problem{...on ChannelClosed{channel}...on LeaseHeld{reason retryAfterSeconds}...on AlreadyHandled{deliveryStatus}...on AttachmentRefused{rule}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"bb192a792ef7d22c34aee52f04358557076581257fc1da98fe13c55734c33275"}) as unknown as TypedDocumentString<ChannelMessageReceiveMutation, ChannelMessageReceiveMutationVariables>;
export const ChannelAttachmentCreateDocument = /*#__PURE__*/ new TypedDocumentString("mutation ChannelAttachmentCreate($input:ChannelAttachmentCreateInput!){channelAttachmentCreate(input:$input){__typename ...on ChannelAttachmentCreatePayload{attachment{id status failureCode}uploadUrl uploadExpiresAt}...ProblemParts ...ChannelProblemParts}}fragment ChannelProblemParts on Problem{...on ChannelClosed{channel}...on LeaseHeld{reason retryAfterSeconds}...on AlreadyHandled{deliveryStatus}...on AttachmentRefused{rule}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"5795430361bddd9b266aaa8c29cd29a49dc5bbdeb28dd3dae701b5be214e15ab"}) as unknown as TypedDocumentString<ChannelAttachmentCreateMutation, ChannelAttachmentCreateMutationVariables>;
export const OutboundMessagesDocument = /*#__PURE__*/ new TypedDocumentString("subscription OutboundMessages($channel:Channel!$account:String!$after:String){outboundMessages(channel:$channel account:$account after:$after){__typename cursor ...on OutboundMessage{outbound{...OutboundParts}}...on OutboundMessageEdited{outbound{...OutboundParts}}...on OutboundMessageRedacted{outbound{...OutboundParts}}...on Reset{reason}}}fragment OutboundParts on Outbound{messageId ticketId conversationId seq kind text language author{kind name}createdAt editedAt redactedAt attachments{id fileName contentType byteSize status url}externalIds delivery{...DeliveryStateParts}}fragment DeliveryStateParts on MessageDelivery{status channel attemptCount failureCode isRetryable nextAttemptAt sentAt deliveredAt readAt failedAt}", {"hash":"646897f1cde8e68a8dd3dbbb9611c7ce76e3130f5be51f43e4aecea511116a42"}) as unknown as TypedDocumentString<OutboundMessagesSubscription, OutboundMessagesSubscriptionVariables>;
export const OutboundDocument = /*#__PURE__*/ new TypedDocumentString("query Outbound($messageId:ID!){outbound(messageId:$messageId){...OutboundParts}}fragment OutboundParts on Outbound{messageId ticketId conversationId seq kind text language author{kind name}createdAt editedAt redactedAt attachments{id fileName contentType byteSize status url}externalIds delivery{...DeliveryStateParts}}fragment DeliveryStateParts on MessageDelivery{status channel attemptCount failureCode isRetryable nextAttemptAt sentAt deliveredAt readAt failedAt}", {"hash":"f9ddcb9256da5a146b885dac9764b62e78c3c5fabd1263c9cf5982615844f74d"}) as unknown as TypedDocumentString<OutboundQuery, OutboundQueryVariables>;
export const OutboundPendingDocument = /*#__PURE__*/ new TypedDocumentString("query OutboundPending($channel:Channel!$account:String!$first:Int$after:String){outboundPending(channel:$channel account:$account first:$first after:$after){nodes{...OutboundParts}pageInfo{...PageParts}}}fragment OutboundParts on Outbound{messageId ticketId conversationId seq kind text language author{kind name}createdAt editedAt redactedAt attachments{id fileName contentType byteSize status url}externalIds delivery{...DeliveryStateParts}}fragment DeliveryStateParts on MessageDelivery{status channel attemptCount failureCode isRetryable nextAttemptAt sentAt deliveredAt readAt failedAt}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"154190e3f0f4a650ca69b1248d99e6ca16c05d7b04e16b44f900e6d20d3a478e"}) as unknown as TypedDocumentString<OutboundPendingQuery, OutboundPendingQueryVariables>;
export const OutboundMessageClaimDocument = /*#__PURE__*/ new TypedDocumentString("mutation OutboundMessageClaim($input:OutboundMessageClaimInput!){outboundMessageClaim(input:$input){__typename ...on OutboundMessageClaimPayload{leaseToken leaseUntil outbound{...OutboundParts}}...ProblemParts ...ChannelProblemParts}}fragment OutboundParts on Outbound{messageId ticketId conversationId seq kind text language author{kind name}createdAt editedAt redactedAt attachments{id fileName contentType byteSize status url}externalIds delivery{...DeliveryStateParts}}fragment DeliveryStateParts on MessageDelivery{status channel attemptCount failureCode isRetryable nextAttemptAt sentAt deliveredAt readAt failedAt}fragment ChannelProblemParts on Problem{...on ChannelClosed{channel}...on LeaseHeld{reason retryAfterSeconds}...on AlreadyHandled{deliveryStatus}...on AttachmentRefused{rule}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"a50d1a33d6662356e0c544ebc3764ad6725c81fd3f2cdcc8b4a3730031524402"}) as unknown as TypedDocumentString<OutboundMessageClaimMutation, OutboundMessageClaimMutationVariables>;
export const ChannelDeliveryReportDocument = /*#__PURE__*/ new TypedDocumentString("mutation ChannelDeliveryReport($input:ChannelDeliveryReportInput!){channelDeliveryReport(input:$input){__typename ...on ChannelDeliveryReportPayload{results{__typename ...on DeliveryReportPayload{isChanged isOutdated outbound{...OutboundParts}}...ProblemParts}}...ProblemParts}}fragment OutboundParts on Outbound{messageId ticketId conversationId seq kind text language author{kind name}createdAt editedAt redactedAt attachments{id fileName contentType byteSize status url}externalIds delivery{...DeliveryStateParts}}fragment DeliveryStateParts on MessageDelivery{status channel attemptCount failureCode isRetryable nextAttemptAt sentAt deliveredAt readAt failedAt}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"35bc58b2b1a62540f792449a1fd65a02b2a868fa8395ab881e6cc43128fda411"}) as unknown as TypedDocumentString<ChannelDeliveryReportMutation, ChannelDeliveryReportMutationVariables>;
export const BotHandOffDocument = /*#__PURE__*/ new TypedDocumentString("mutation BotHandOff($input:BotHandOffInput!){botHandOff(input:$input){__typename ...on BotHandOffPayload{cursor ticket{id status}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"73d3403b30e1fb3c4caaf3d63f2d50b17a9faafeb78dedf8ab1a49a71fab267c"}) as unknown as TypedDocumentString<BotHandOffMutation, BotHandOffMutationVariables>;
export const BotResumeDocument = /*#__PURE__*/ new TypedDocumentString("mutation BotResume($input:BotResumeInput!){botResume(input:$input){__typename ...on BotResumePayload{cursor ticket{id status botHandOff{isMuted reason context handedOffAt resumedAt}}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"04d9973822c8b91174aa5b3ba00d10a0f18df9a29b4da4b1087687274a40af43"}) as unknown as TypedDocumentString<BotResumeMutation, BotResumeMutationVariables>;
export const ComplaintDocument = /*#__PURE__*/ new TypedDocumentString("query Complaint($id:ID$number:String){complaint(id:$id number:$number){...ComplaintParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}", {"hash":"7ffceaa499cd70cf5424b9ee4b1db621b660ee4b14801edb650b0164541e8ed5"}) as unknown as TypedDocumentString<ComplaintQuery, ComplaintQueryVariables>;
export const ComplaintsDocument = /*#__PURE__*/ new TypedDocumentString("query Complaints($filter:ComplaintFilter$first:Int$after:String$last:Int$before:String){complaints(filter:$filter first:$first after:$after last:$last before:$before){nodes{...ComplaintParts}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}totalCount{value isCapped}}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}", {"hash":"167e206f644407c36dc61813d9238aa01dfd3b9c29e30ff59daa1bd96fe36f18"}) as unknown as TypedDocumentString<ComplaintsQuery, ComplaintsQueryVariables>;
export const ComplaintFileDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintFile($input:ComplaintFileInput!){complaintFile(input:$input){__typename ...on ComplaintFilePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"ce85f80bf9f6ce66a8115385e7fe3c145850d4cfcf2b39e103d04c95f75d5572"}) as unknown as TypedDocumentString<ComplaintFileMutation, ComplaintFileMutationVariables>;
export const ComplaintAcknowledgeDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintAcknowledge($input:ComplaintAcknowledgeInput!){complaintAcknowledge(input:$input){__typename ...on ComplaintAcknowledgePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"b6cc6c2dfda1f6b6d1c05abb271ebf49048d9777575f785b3249cbf6b0de85d3"}) as unknown as TypedDocumentString<ComplaintAcknowledgeMutation, ComplaintAcknowledgeMutationVariables>;
export const ComplaintInvestigateDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintInvestigate($input:ComplaintInvestigateInput!){complaintInvestigate(input:$input){__typename ...on ComplaintInvestigatePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"c9ee5cc5e2dc98cdd54e66305c0cc022970ba0d0ec2c1199e9c5a75df2927daf"}) as unknown as TypedDocumentString<ComplaintInvestigateMutation, ComplaintInvestigateMutationVariables>;
export const ComplaintAskCustomerDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintAskCustomer($input:ComplaintAskCustomerInput!){complaintAskCustomer(input:$input){__typename ...on ComplaintAskCustomerPayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"830ceb38c714a91c8402f79c0ae8d21120628a941da29e2abe53094357a4f599"}) as unknown as TypedDocumentString<ComplaintAskCustomerMutation, ComplaintAskCustomerMutationVariables>;
export const ComplaintResolveDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintResolve($input:ComplaintResolveInput!){complaintResolve(input:$input){__typename ...on ComplaintResolvePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"8d4416827bd2176888753176bf9541bddfb2ea09c461eaa761a6f705b4b139ff"}) as unknown as TypedDocumentString<ComplaintResolveMutation, ComplaintResolveMutationVariables>;
export const ComplaintWithdrawDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintWithdraw($input:ComplaintWithdrawInput!){complaintWithdraw(input:$input){__typename ...on ComplaintWithdrawPayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"2a4e18c93455d7f7cd8c27f26fb1de4c502a2646194ee8e91bed08aaa78994e5"}) as unknown as TypedDocumentString<ComplaintWithdrawMutation, ComplaintWithdrawMutationVariables>;
export const ComplaintDisputeDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintDispute($input:ComplaintDisputeInput!){complaintDispute(input:$input){__typename ...on ComplaintDisputePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"9facb8f32d906fd5f1b6972d6b462219b6a2608a760489f7c5cc6da8f1332041"}) as unknown as TypedDocumentString<ComplaintDisputeMutation, ComplaintDisputeMutationVariables>;
export const ComplaintArbitrateDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintArbitrate($input:ComplaintArbitrateInput!){complaintArbitrate(input:$input){__typename ...on ComplaintArbitratePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"7cfcc2bb43901ac66a16a433273067f9cf61c08037f7b61938da2920c0ec9ef1"}) as unknown as TypedDocumentString<ComplaintArbitrateMutation, ComplaintArbitrateMutationVariables>;
export const ComplaintFinalizeDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintFinalize($input:ComplaintFinalizeInput!){complaintFinalize(input:$input){__typename ...on ComplaintFinalizePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"19f0d0b7f38bbd03844a2f1d6f155bbdc56cbef9e39b17c94140631f4ac2bf0a"}) as unknown as TypedDocumentString<ComplaintFinalizeMutation, ComplaintFinalizeMutationVariables>;
export const ComplaintCloseDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintClose($input:ComplaintCloseInput!){complaintClose(input:$input){__typename ...on ComplaintClosePayload{cursor complaint{...ComplaintParts}}...ProblemParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"dfa147ab6b3968434369ebf9032fc9eff41943677e5f5b4dc66fe55c659bcd35"}) as unknown as TypedDocumentString<ComplaintCloseMutation, ComplaintCloseMutationVariables>;
export const ComplaintsImportDocument = /*#__PURE__*/ new TypedDocumentString("mutation ComplaintsImport($input:ComplaintsImportInput!){complaintsImport(input:$input){__typename ...on ComplaintsImportPayload{results{__typename ...on ComplaintImportPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"146d2bf4c156e652017289a95603d81287b89c8173b4e6b6edd35c2c0487f5d5"}) as unknown as TypedDocumentString<ComplaintsImportMutation, ComplaintsImportMutationVariables>;
export const CustomersUpsertDocument = /*#__PURE__*/ new TypedDocumentString("mutation CustomersUpsert($input:CustomersUpsertInput!){customersUpsert(input:$input){__typename ...on CustomersUpsertPayload{results{__typename ...on CustomerUpsertPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"45fa0dd78cdc93a68c9546c820799e9199e48422501b7402f7846a2cd6ee1a0e"}) as unknown as TypedDocumentString<CustomersUpsertMutation, CustomersUpsertMutationVariables>;
export const CustomerDocument = /*#__PURE__*/ new TypedDocumentString("query Customer($id:ID$externalId:String){customer(id:$id externalId:$externalId){...CustomerParts}}fragment CustomerParts on Customer{id externalId name email phone locale isGuest createdAt}", {"hash":"143097018b6ce1dbb05834b8655ac69671346d82fa3b8609ebab52dfd2134a39"}) as unknown as TypedDocumentString<CustomerQuery, CustomerQueryVariables>;
export const CustomersDocument = /*#__PURE__*/ new TypedDocumentString("query Customers($search:String$first:Int$after:String$last:Int$before:String){customers(search:$search first:$first after:$after last:$last before:$before){nodes{...CustomerParts}pageInfo{...PageParts}}}fragment CustomerParts on Customer{id externalId name email phone locale isGuest createdAt}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"12608231d23e429be3b4f01432b1323fd70dfa87ed734259f58afd93177f0a74"}) as unknown as TypedDocumentString<CustomersQuery, CustomersQueryVariables>;
export const CustomerStoryDocument = /*#__PURE__*/ new TypedDocumentString("query CustomerStory($id:ID$externalId:String$ordersFirst:Int=10$ordersAfter:String$eventsLast:Int=20$returnsFirst:Int=10$refundsFirst:Int=10$ticketsFirst:Int=10$ticketsAfter:String$messagesLast:Int=20){customer(id:$id externalId:$externalId){...CustomerParts orders(first:$ordersFirst after:$ordersAfter){nodes{...OrderParts items{...OrderItemParts}payments{...PaymentParts}deliveries{...DeliveryParts events(last:$eventsLast){nodes{id code rawCode rawText location occurredAt}pageInfo{...PageParts}}}returns(first:$returnsFirst){nodes{...StoryReturn}pageInfo{...PageParts}}}pageInfo{...PageParts}}tickets(first:$ticketsFirst after:$ticketsAfter){nodes{...TicketParts unreadCount messages(last:$messagesLast){nodes{...MessageParts}pageInfo{...PageParts}}}pageInfo{...PageParts}}}}fragment StoryReturn on Return{id number status version reasonText wish decision declineText decisionDueAt goodsStatus inspection createdAt goodsValue{...MoneyParts}items{orderItemId quantity receivedQuantity}refunds(first:$refundsFirst){nodes{...RefundParts}pageInfo{...PageParts}}allowedActions{action isAllowed blockedBy}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment CustomerParts on Customer{id externalId name email phone locale isGuest createdAt}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}fragment OrderItemParts on OrderItem{id externalId name sku category sellerName quantity unitPrice{...MoneyParts}total{...MoneyParts}shipping{...MoneyParts}isCancelled}fragment PaymentParts on Payment{id method status amount{...MoneyParts}capturedAmount{...MoneyParts}instalmentCount startedAt declineReason isRetryable alternatives}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"1a5ff8dfb14931cbfc4bbceaed81ca06ff216414b2de0f92e89f46dfb0315cc4"}) as unknown as TypedDocumentString<CustomerStoryQuery, CustomerStoryQueryVariables>;
export const DeliveryDocument = /*#__PURE__*/ new TypedDocumentString("query Delivery($id:ID$trackingNumber:String$eventsLast:Int=20){delivery(id:$id trackingNumber:$trackingNumber){...DeliveryParts events(last:$eventsLast){nodes{id code rawCode rawText location occurredAt receivedAt}pageInfo{...PageParts}}problems{id kind reportedBy description createdAt resolvedAt}}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"8f3025b34b8b4645af111c5a9d513b61b419312c645384b1b431e4ccaa4e20a2"}) as unknown as TypedDocumentString<DeliveryQuery, DeliveryQueryVariables>;
export const DeliveriesDocument = /*#__PURE__*/ new TypedDocumentString("query Deliveries($filter:DeliveryFilter$first:Int$after:String$last:Int$before:String){deliveries(filter:$filter first:$first after:$after last:$last before:$before){nodes{...DeliveryParts}pageInfo{...PageParts}}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"c8304feeab1d3b9d57f6a31e4920f5cff124a1639f1ac4a2b0f8436683801454"}) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const UnknownCarrierCodesDocument = /*#__PURE__*/ new TypedDocumentString("query UnknownCarrierCodes($carrier:String){unknownCarrierCodes(carrier:$carrier){carrier rawCode rawText count firstSeenAt lastSeenAt}}", {"hash":"7fb5e2921f3e3b9716f430f178ba7f67c664ad00a6f6a90d1a830cc52e63b20b"}) as unknown as TypedDocumentString<UnknownCarrierCodesQuery, UnknownCarrierCodesQueryVariables>;
export const DeliveriesUpsertDocument = /*#__PURE__*/ new TypedDocumentString("mutation DeliveriesUpsert($input:DeliveriesUpsertInput!){deliveriesUpsert(input:$input){__typename ...on DeliveriesUpsertPayload{results{__typename ...on DeliveryUpsertPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"ebaad9d60eeaf0319feef8b8d9775204efe42b8dbb6914e65bc325e807672cf4"}) as unknown as TypedDocumentString<DeliveriesUpsertMutation, DeliveriesUpsertMutationVariables>;
export const TrackingEventsRecordDocument = /*#__PURE__*/ new TypedDocumentString("mutation TrackingEventsRecord($input:TrackingEventsRecordInput!){trackingEventsRecord(input:$input){__typename ...on TrackingEventsRecordPayload{results{__typename ...on TrackingEventRecordPayload{isNew meaning}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"e376819e0ef1b075b75f6cbc712ee8bfab35fe91e6b4b0a784df2fa49eeb7224"}) as unknown as TypedDocumentString<TrackingEventsRecordMutation, TrackingEventsRecordMutationVariables>;
export const DeliveryProblemReportDocument = /*#__PURE__*/ new TypedDocumentString("mutation DeliveryProblemReport($input:DeliveryProblemReportInput!){deliveryProblemReport(input:$input){__typename ...on DeliveryProblemReportPayload{isNew problem{id kind createdAt}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"b435eafee27e3de28cdfdf5a468f3abab81aa4426a5b97b5202d32eb7bea1f78"}) as unknown as TypedDocumentString<DeliveryProblemReportMutation, DeliveryProblemReportMutationVariables>;
export const DeliveryProblemResolveDocument = /*#__PURE__*/ new TypedDocumentString("mutation DeliveryProblemResolve($input:DeliveryProblemResolveInput!){deliveryProblemResolve(input:$input){__typename ...on DeliveryProblemResolvePayload{problem{id resolvedAt}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"a300370937823cd98008ccca4b7d84b32e6b95d84cf2875982cc6c8c3599fce3"}) as unknown as TypedDocumentString<DeliveryProblemResolveMutation, DeliveryProblemResolveMutationVariables>;
export const ParcelSourceDocument = /*#__PURE__*/ new TypedDocumentString("query ParcelSource($trackingNumber:String!){delivery(trackingNumber:$trackingNumber){source carrier}}", {"hash":"b52e6eb828b23e0d4b8bd4da50ca72dcd99840b3d49d9db7b59d69bd33d4308b"}) as unknown as TypedDocumentString<ParcelSourceQuery, ParcelSourceQueryVariables>;
export const GuestStartDocument = /*#__PURE__*/ new TypedDocumentString("mutation GuestStart($input:GuestStartInput!){guestStart(input:$input){__typename ...on GuestStartPayload{token expiresAt customer{...CustomerParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment CustomerParts on Customer{id externalId name email phone locale isGuest createdAt}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"3077db5f9decc2261f30368e379ca13a6aa67a74c9bbfe9cc1d5d1206fe10b02"}) as unknown as TypedDocumentString<GuestStartMutation, GuestStartMutationVariables>;
export const GuestLinkDocument = /*#__PURE__*/ new TypedDocumentString("mutation GuestLink($input:GuestLinkInput!){guestLink(input:$input){__typename ...on GuestLinkPayload{cursor customer{...CustomerParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment CustomerParts on Customer{id externalId name email phone locale isGuest createdAt}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"3cbcc1f94d1649684531a80d9fdf4f7214b1e1fc6428fd8c1f31dd7e3fbb5abf"}) as unknown as TypedDocumentString<GuestLinkMutation, GuestLinkMutationVariables>;
export const TicketsImportDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketsImport($input:TicketsImportInput!){ticketsImport(input:$input){__typename ...on TicketsImportPayload{results{__typename ...on TicketImportPayload{isNew ticket{id number}}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"ed378273333044229b7dd11afeff9af167736ddd5bd78fa8c710bf99da36c48d"}) as unknown as TypedDocumentString<TicketsImportMutation, TicketsImportMutationVariables>;
export const TicketOpenDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketOpen($input:TicketOpenInput!){ticketOpen(input:$input){__typename ...on TicketOpenPayload{cursor ticket{...TicketParts ...TicketLinkParts missingDetails{detail question}}message{...MessageParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment TicketLinkParts on Ticket{order{id number status}delivery{id trackingNumber status}}", {"hash":"d0600437d3c22f6a9633cc5ab44bfe57de60dbe9c11610b2fdcba57886831691"}) as unknown as TypedDocumentString<TicketOpenMutation, TicketOpenMutationVariables>;
export const MessageSendDocument = /*#__PURE__*/ new TypedDocumentString("mutation MessageSend($input:MessageSendInput!){messageSend(input:$input){__typename ...on MessageSendPayload{cursor message{...MessageParts}ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"e9408f6ac6cb98024cff460a550b4124aafdc37abd55ddacdc7b9812ebdbe69a"}) as unknown as TypedDocumentString<MessageSendMutation, MessageSendMutationVariables>;
export const NoteAddDocument = /*#__PURE__*/ new TypedDocumentString("mutation NoteAdd($input:NoteAddInput!){noteAdd(input:$input){__typename ...on NoteAddPayload{cursor message{...MessageParts}ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"8df307469c36f116a0c040b443d68b1d18dbf86a787b3fdd7a9795f2ee7cf1b7"}) as unknown as TypedDocumentString<NoteAddMutation, NoteAddMutationVariables>;
export const MessageEditDocument = /*#__PURE__*/ new TypedDocumentString("mutation MessageEdit($input:MessageEditInput!){messageEdit(input:$input){__typename ...on MessageEditPayload{cursor message{...MessageParts}ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"7f096904043e43dc663f758ee786dd3b54df50a204d6cdc6537eed84750c5d1c"}) as unknown as TypedDocumentString<MessageEditMutation, MessageEditMutationVariables>;
export const MessageRedactDocument = /*#__PURE__*/ new TypedDocumentString("mutation MessageRedact($input:MessageRedactInput!){messageRedact(input:$input){__typename ...on MessageRedactPayload{cursor message{...MessageParts}ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"383a6d6b2a75d4fb6c44d922f1e3b57ae6ba9387ab0af5c415f19f92e912eb81"}) as unknown as TypedDocumentString<MessageRedactMutation, MessageRedactMutationVariables>;
export const MessagesMarkReadDocument = /*#__PURE__*/ new TypedDocumentString("mutation MessagesMarkRead($input:MessagesMarkReadInput!){messagesMarkRead(input:$input){__typename ...on MessagesMarkReadPayload{cursor ticket{id unreadCount customerReadSeq deskReadSeq}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"f2d77bb8b6b6cbb2d9ec28dff06b598d48f350df499fc4258d8f9fd39f635fc8"}) as unknown as TypedDocumentString<MessagesMarkReadMutation, MessagesMarkReadMutationVariables>;
export const TypingSetDocument = /*#__PURE__*/ new TypedDocumentString("mutation TypingSet($input:TypingSetInput!){typingSet(input:$input){__typename ...on TypingSetPayload{expiresAt}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"3dcaa6ead29458f478e3e4cde0e1cd3d0627def29730d0720691483d189462a1"}) as unknown as TypedDocumentString<TypingSetMutation, TypingSetMutationVariables>;
export const OperatorsDocument = /*#__PURE__*/ new TypedDocumentString("query Operators{operators{...OperatorParts}}fragment OperatorParts on Operator{id name role isDisabled teams{id key name}}", {"hash":"4e8ba9bdf5379e9c9757ab35129c0fa3e6da30c1ef833393ef7e8d93af49aba4"}) as unknown as TypedDocumentString<OperatorsQuery, OperatorsQueryVariables>;
export const TeamsDocument = /*#__PURE__*/ new TypedDocumentString("query Teams{teams{id key name}}", {"hash":"dfb371918d2215b6ac6bb81901f91c2f58daaf74e0631e4c79eb1f85ad411c7e"}) as unknown as TypedDocumentString<TeamsQuery, TeamsQueryVariables>;
export const OperatorUpdateDocument = /*#__PURE__*/ new TypedDocumentString("mutation OperatorUpdate($input:OperatorUpdateInput!){operatorUpdate(input:$input){__typename ...on OperatorUpdatePayload{cursor operator{...OperatorParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment OperatorParts on Operator{id name role isDisabled teams{id key name}}", {"hash":"67bf44bfdf3d3a0c85f610d5af45bc7e4e09cffea7aed0b5bbad0be278a5770e"}) as unknown as TypedDocumentString<OperatorUpdateMutation, OperatorUpdateMutationVariables>;
export const TeamUpsertDocument = /*#__PURE__*/ new TypedDocumentString("mutation TeamUpsert($input:TeamUpsertInput!){teamUpsert(input:$input){__typename ...on TeamUpsertPayload{team{id key name}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"feb7850bad885cfe1fbe9d02b9003d09bded8c780b11be9572b23e9d77dab8db"}) as unknown as TypedDocumentString<TeamUpsertMutation, TeamUpsertMutationVariables>;
export const OrderDocument = /*#__PURE__*/ new TypedDocumentString("query Order($id:ID$number:String){order(id:$id number:$number){...OrderParts source externalId recipientName address{country region city postalCode line}customer{id name}items{...OrderItemParts product{id name url imageUrl}}payments{...PaymentParts attempts{externalId isSuccessful declineReason rawReason isRetryable alternatives occurredAt}}}}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}fragment OrderItemParts on OrderItem{id externalId name sku category sellerName quantity unitPrice{...MoneyParts}total{...MoneyParts}shipping{...MoneyParts}isCancelled}fragment PaymentParts on Payment{id method status amount{...MoneyParts}capturedAmount{...MoneyParts}instalmentCount startedAt declineReason isRetryable alternatives}", {"hash":"88b07f226fbd0fbca3dbb3d3b9584a30740d0405d7b35a8bf605f58cad308cb2"}) as unknown as TypedDocumentString<OrderQuery, OrderQueryVariables>;
export const OrdersDocument = /*#__PURE__*/ new TypedDocumentString("query Orders($filter:OrderFilter$first:Int$after:String$last:Int$before:String){orders(filter:$filter first:$first after:$after last:$last before:$before){nodes{...OrderParts}pageInfo{...PageParts}totalCount{value isCapped}}}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}", {"hash":"e8f59c38dd94fd1e33ee18d4fec501b27f1c9f5f9dfb72c8cafbb4f70336972f"}) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const OrdersUpsertDocument = /*#__PURE__*/ new TypedDocumentString("mutation OrdersUpsert($input:OrdersUpsertInput!){ordersUpsert(input:$input){__typename ...on OrdersUpsertPayload{results{__typename ...on OrderUpsertPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"185f5297d438d0f68deacb53e7b3b909350ced6b9ca438a5f576165a9f7b8bbc"}) as unknown as TypedDocumentString<OrdersUpsertMutation, OrdersUpsertMutationVariables>;
export const PaymentsRecordDocument = /*#__PURE__*/ new TypedDocumentString("mutation PaymentsRecord($input:PaymentsRecordInput!){paymentsRecord(input:$input){__typename ...on PaymentsRecordPayload{results{__typename ...on PaymentRecordPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"0691ab5f869e542302cfce0af4b05265a4719125221e640992a12c3f031bfe2a"}) as unknown as TypedDocumentString<PaymentsRecordMutation, PaymentsRecordMutationVariables>;
export const PresenceSetDocument = /*#__PURE__*/ new TypedDocumentString("mutation PresenceSet($input:PresenceSetInput!){presenceSet(input:$input){__typename ...on PresenceSetPayload{expiresAt}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"ebe6a094fbb0402ddc6033f31803902f75a64e4c76d3b95c067ce80708af8378"}) as unknown as TypedDocumentString<PresenceSetMutation, PresenceSetMutationVariables>;
export const OperatorStatusSetDocument = /*#__PURE__*/ new TypedDocumentString("mutation OperatorStatusSet($input:OperatorStatusSetInput!){operatorStatusSet(input:$input){__typename ...on OperatorStatusSetPayload{expiresAt operator{id status}}}}", {"hash":"c7f63c128a06e94a540f45da3359596c03c3a227357f9bbe41df2845dd0f2e50"}) as unknown as TypedDocumentString<OperatorStatusSetMutation, OperatorStatusSetMutationVariables>;
export const PresenceDocument = /*#__PURE__*/ new TypedDocumentString("subscription Presence($ticketId:ID!){presence(ticketId:$ticketId){operators{isTyping operator{id name}}}}", {"hash":"ceba92f9e110d92f3318353d072fec388a78c78787d994c44e84e9e728e206b5"}) as unknown as TypedDocumentString<PresenceSubscription, PresenceSubscriptionVariables>;
export const OperatorStatusesDocument = /*#__PURE__*/ new TypedDocumentString("subscription OperatorStatuses{operatorStatuses{isAll operators{id name status}}}", {"hash":"e6ee56c051310599447c5d047993daeceddfdb4b7bd31955c44de2dc9e02e45e"}) as unknown as TypedDocumentString<OperatorStatusesSubscription, OperatorStatusesSubscriptionVariables>;
export const CustomerExportRequestDocument = /*#__PURE__*/ new TypedDocumentString("mutation CustomerExportRequest($input:CustomerExportRequestInput!){customerExportRequest(input:$input){__typename ...on CustomerExportRequestPayload{cursor export{...CustomerExportParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment CustomerExportParts on CustomerExport{id status progressPercent failureCode byteSize createdAt readyAt expiresAt url}", {"hash":"ded7daf17f9c4b81ada36352e736129957305b98b6d9436f389490809ffbfeb0"}) as unknown as TypedDocumentString<CustomerExportRequestMutation, CustomerExportRequestMutationVariables>;
export const CustomerExportDocument = /*#__PURE__*/ new TypedDocumentString("query CustomerExport($id:ID!){customerExport(id:$id){...CustomerExportParts}}fragment CustomerExportParts on CustomerExport{id status progressPercent failureCode byteSize createdAt readyAt expiresAt url}", {"hash":"b5bdd5a6988c7b68f6108984d8753183042234c72f8b2cc880aed006e35eaf48"}) as unknown as TypedDocumentString<CustomerExportQuery, CustomerExportQueryVariables>;
export const CustomerExportsDocument = /*#__PURE__*/ new TypedDocumentString("query CustomerExports($customerId:ID$first:Int$after:String$last:Int$before:String){customerExports(customerId:$customerId first:$first after:$after last:$last before:$before){nodes{...CustomerExportParts customer{id name}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}totalCount{value isCapped}}}fragment CustomerExportParts on CustomerExport{id status progressPercent failureCode byteSize createdAt readyAt expiresAt url}", {"hash":"60f71dd99111bfa0a27baf1281d35eefff877cc00cf0d26d3d57a839623cb20b"}) as unknown as TypedDocumentString<CustomerExportsQuery, CustomerExportsQueryVariables>;
export const CustomerEraseDocument = /*#__PURE__*/ new TypedDocumentString("mutation CustomerErase($input:CustomerEraseInput!){customerErase(input:$input){__typename ...on CustomerErasePayload{cursor erasure{id status}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"c06aaa138fbc097c38680e8282cbb208a2f2b0b4ed9498aa4d5cb9bb02dcde1f"}) as unknown as TypedDocumentString<CustomerEraseMutation, CustomerEraseMutationVariables>;
export const CustomerErasureDocument = /*#__PURE__*/ new TypedDocumentString("query CustomerErasure($id:ID!){node(id:$id){__typename ...on CustomerErasure{id status createdAt completedAt}}}", {"hash":"7d514ab567b5b82d368da6f00595c0d6aedd5c4429cc014c967f2e95b94c6415"}) as unknown as TypedDocumentString<CustomerErasureQuery, CustomerErasureQueryVariables>;
export const ProductDocument = /*#__PURE__*/ new TypedDocumentString("query Product($id:ID$source:String$externalId:String){product(id:$id source:$source externalId:$externalId){...ProductParts description}}fragment MoneyParts on Money{amount currencyCode}fragment ProductParts on Product{id source externalId name category url imageUrl price{...MoneyParts}isAvailable stock promotions{name price{...MoneyParts}startsAt endsAt}}", {"hash":"a05ad498b6b36e564a3d7cd7f04b2ce8085d2ca60850967a5fb396b67888cf47"}) as unknown as TypedDocumentString<ProductQuery, ProductQueryVariables>;
export const ProductsDocument = /*#__PURE__*/ new TypedDocumentString("query Products($search:String$first:Int$after:String$last:Int$before:String){products(search:$search first:$first after:$after last:$last before:$before){nodes{...ProductParts}pageInfo{...PageParts}}}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment MoneyParts on Money{amount currencyCode}fragment ProductParts on Product{id source externalId name category url imageUrl price{...MoneyParts}isAvailable stock promotions{name price{...MoneyParts}startsAt endsAt}}", {"hash":"60d813e8a13d8ac2b82fd3c239f0eae6c3ee9a2973fd0d474a94cba8e61fb84a"}) as unknown as TypedDocumentString<ProductsQuery, ProductsQueryVariables>;
export const ProductsUpsertDocument = /*#__PURE__*/ new TypedDocumentString("mutation ProductsUpsert($input:ProductsUpsertInput!){productsUpsert(input:$input){__typename ...on ProductsUpsertPayload{results{__typename ...on ProductUpsertPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"a63b560cd18c04f84c945cbf9f7f8f3622f639fcde1f7c0818bdabb55f943834"}) as unknown as TypedDocumentString<ProductsUpsertMutation, ProductsUpsertMutationVariables>;
export const RatingsDocument = /*#__PURE__*/ new TypedDocumentString("query Ratings($filter:RatingFilter$first:Int$after:String$last:Int$before:String){ratings(filter:$filter first:$first after:$after last:$last before:$before){nodes{...RatingParts customer{id name}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}totalCount{value isCapped}}}fragment RatingParts on Rating{id score text occurredAt order{id number}product{id name}}", {"hash":"3d5fe66e8dc5015a89b707855a5a78d8c1b10e9907ade62d522203224af1e4aa"}) as unknown as TypedDocumentString<RatingsQuery, RatingsQueryVariables>;
export const RatingsRecordDocument = /*#__PURE__*/ new TypedDocumentString("mutation RatingsRecord($input:RatingsRecordInput!){ratingsRecord(input:$input){__typename ...on RatingsRecordPayload{results{__typename ...on RatingRecordPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"35dac553d67b5f7f8e75d3ea1c82843cb829e04d73112cf0230f0720c63d0e1a"}) as unknown as TypedDocumentString<RatingsRecordMutation, RatingsRecordMutationVariables>;
export const ShopReportDocument = /*#__PURE__*/ new TypedDocumentString("query ShopReport($source:String$from:DateTime$to:DateTime){shopReport(source:$source from:$from to:$to){orderCount ordersByStatus{status rawStatus count}addressCount customerCount itemCount goodsTotals{amount currencyCode}shippingTotals{amount currencyCode}orderTotals{amount currencyCode}deliveredCount lateCount paymentCount paymentTotals{amount currencyCode}capturedTotals{amount currencyCode}deliveryCount arrivedDeliveryCount lateDeliveryCount ratingsByScore{score count withTextCount}complaintsByStatus{status count}suggestionCount}}", {"hash":"e733711bd660153a5640fba4d80e855e179e44573e3cda86a709b6c5c3b990c5"}) as unknown as TypedDocumentString<ShopReportQuery, ShopReportQueryVariables>;
export const ReturnEligibilityDocument = /*#__PURE__*/ new TypedDocumentString("query ReturnEligibility($orderItemId:ID!){returnEligibility(orderItemId:$orderItemId){isEligible returnableQuantity decisionDays refundDays policyVersion policySource reasons{key text isEligible blockedBy deadline windowDays needsInspection decisions documents{kind text mayFollow isMissing}}}}", {"hash":"b49338ab4a4e3163e2378ab7d0a2b6c07dbe059609a2ffb76cf12384fa3dc7e7"}) as unknown as TypedDocumentString<ReturnEligibilityQuery, ReturnEligibilityQueryVariables>;
export const ReturnDocument = /*#__PURE__*/ new TypedDocumentString("query Return($id:ID$number:String){return(id:$id number:$number){...ReturnParts}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"3c4e6b6fe300a9bbabca4986dafe0f3e79596c1fb5062e12cf635b805700449e"}) as unknown as TypedDocumentString<ReturnQuery, ReturnQueryVariables>;
export const ReturnsDocument = /*#__PURE__*/ new TypedDocumentString("query Returns($filter:ReturnFilter$first:Int$after:String){returns(filter:$filter first:$first after:$after){nodes{...ReturnParts}pageInfo{hasNextPage endCursor}}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"3a8a28646dbb52822ed5c4738df77fec3f8bd4dbce2cae2b0d6fb91e66236142"}) as unknown as TypedDocumentString<ReturnsQuery, ReturnsQueryVariables>;
export const ReturnRequestDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnRequest($input:ReturnRequestInput!){returnRequest(input:$input){__typename ...on ReturnRequestPayload{cursor return{...ReturnParts}}...ProblemParts ...on NotEligible{reasons}...on QuantityExceeded{available}...on AttachmentRefused{rule}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"4dd278be1413c92445d8d52c3a8de371178d4d297eb58290d330622af722a755"}) as unknown as TypedDocumentString<ReturnRequestMutation, ReturnRequestMutationVariables>;
export const ReturnAskInfoDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnAskInfo($input:ReturnAskInfoInput!){returnAskInfo(input:$input){__typename ...on ReturnAskInfoPayload{cursor return{...ReturnParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"0b0a1548736e902797920e6e1ec869766d4e8fcbb486d47be07865840997d0ba"}) as unknown as TypedDocumentString<ReturnAskInfoMutation, ReturnAskInfoMutationVariables>;
export const ReturnProvideInfoDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnProvideInfo($input:ReturnProvideInfoInput!){returnProvideInfo(input:$input){__typename ...on ReturnProvideInfoPayload{cursor return{...ReturnParts}}...ProblemParts ...on AttachmentRefused{rule}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"1f0fcb1d1296c47d027022d9333706c45a44f3f3eac9d63ab13af38899eff52f"}) as unknown as TypedDocumentString<ReturnProvideInfoMutation, ReturnProvideInfoMutationVariables>;
export const ReturnReviewDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnReview($input:ReturnReviewInput!){returnReview(input:$input){__typename ...on ReturnReviewPayload{cursor return{...ReturnParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"16eee6e42773cda44f1811bb8a92d04a48425cbbbd07fe49318a671900771ad4"}) as unknown as TypedDocumentString<ReturnReviewMutation, ReturnReviewMutationVariables>;
export const ReturnApproveDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnApprove($input:ReturnApproveInput!){returnApprove(input:$input){__typename ...on ReturnApprovePayload{cursor return{...ReturnParts}}...ProblemParts ...on NotEligible{reasons}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"5d88c4b620d44c4ac8e8fcacd3bb2594632c450b0de8df554b4b9e380c83d0f5"}) as unknown as TypedDocumentString<ReturnApproveMutation, ReturnApproveMutationVariables>;
export const ReturnDeclineDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnDecline($input:ReturnDeclineInput!){returnDecline(input:$input){__typename ...on ReturnDeclinePayload{cursor return{...ReturnParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"284d9905158cd059ad70a1ab14b9feccf3d683d6a810fa93d7366397cc0ca10f"}) as unknown as TypedDocumentString<ReturnDeclineMutation, ReturnDeclineMutationVariables>;
export const ReturnReconsiderDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnReconsider($input:ReturnReconsiderInput!){returnReconsider(input:$input){__typename ...on ReturnReconsiderPayload{cursor return{...ReturnParts}}...ProblemParts ...on QuantityExceeded{available}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"3cdf616928efa2fea0b4f023de069ae2e9426df65d7df4aed14680736690b1ad"}) as unknown as TypedDocumentString<ReturnReconsiderMutation, ReturnReconsiderMutationVariables>;
export const ReturnCancelDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnCancel($input:ReturnCancelInput!){returnCancel(input:$input){__typename ...on ReturnCancelPayload{cursor return{...ReturnParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"c549235193cc2ec5bf84d20686292dbeb8da0ada1b93dd4db07ff9992dfe7df3"}) as unknown as TypedDocumentString<ReturnCancelMutation, ReturnCancelMutationVariables>;
export const ReturnGoodsSendDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnGoodsSend($input:ReturnGoodsSendInput!){returnGoodsSend(input:$input){__typename ...on ReturnGoodsSendPayload{cursor return{...ReturnParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"835b28f3da62648711697947f32c47e017f3d690243caf265677955d22fcb8de"}) as unknown as TypedDocumentString<ReturnGoodsSendMutation, ReturnGoodsSendMutationVariables>;
export const ReturnGoodsReceiveDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnGoodsReceive($input:ReturnGoodsReceiveInput!){returnGoodsReceive(input:$input){__typename ...on ReturnGoodsReceivePayload{cursor return{...ReturnParts}}...ProblemParts ...on QuantityExceeded{available}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"0d87d823d5f67638604193fb6946caaa67f37d5dbadcfd42ddb7f83af9dcf72e"}) as unknown as TypedDocumentString<ReturnGoodsReceiveMutation, ReturnGoodsReceiveMutationVariables>;
export const ReturnGoodsInspectDocument = /*#__PURE__*/ new TypedDocumentString("mutation ReturnGoodsInspect($input:ReturnGoodsInspectInput!){returnGoodsInspect(input:$input){__typename ...on ReturnGoodsInspectPayload{cursor return{...ReturnParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"ed67387a4ace57eccee674052d7676e11ad7dd327060369dc55fbb279d1bc286"}) as unknown as TypedDocumentString<ReturnGoodsInspectMutation, ReturnGoodsInspectMutationVariables>;
export const RefundGrantDocument = /*#__PURE__*/ new TypedDocumentString("mutation RefundGrant($input:RefundGrantInput!){refundGrant(input:$input){__typename ...on RefundGrantPayload{cursor refund{...RefundParts}}...ProblemParts ...on AmountExceeded{availableAmount{amount currencyCode}}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"cbaee0751c12596974fce2b2d918b8d0a535ec1334833921bfe53159b26e5f30"}) as unknown as TypedDocumentString<RefundGrantMutation, RefundGrantMutationVariables>;
export const RefundExecuteDocument = /*#__PURE__*/ new TypedDocumentString("mutation RefundExecute($input:RefundExecuteInput!){refundExecute(input:$input){__typename ...on RefundExecutePayload{cursor refund{...RefundParts}}...ProblemParts ...on AmountExceeded{availableAmount{amount currencyCode}}...on NotConfigured{setting}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}", {"hash":"e0adef25dec9039c649dd08a7134457f48d558e35ee8452008c3bc4f59427628"}) as unknown as TypedDocumentString<RefundExecuteMutation, RefundExecuteMutationVariables>;
export const ServiceTokensDocument = /*#__PURE__*/ new TypedDocumentString("query ServiceTokens($filter:ServiceTokenFilter$first:Int$after:String){serviceTokens(filter:$filter first:$first after:$after){nodes{...ServiceTokenParts}pageInfo{hasNextPage endCursor}totalCount{value isCapped}}}fragment ServiceTokenParts on ServiceToken{id name service scopes status createdAt createdBy{id name}expiresAt lastUsedAt revokedAt revokedBy{id name}secrets{hint createdAt endsAt lastUsedAt}}", {"hash":"2275a237a6acbed66ff8c93294ef1e70ec84f3cb5539644319be132c6d8de6f0"}) as unknown as TypedDocumentString<ServiceTokensQuery, ServiceTokensQueryVariables>;
export const ServiceTokenCreateDocument = /*#__PURE__*/ new TypedDocumentString("mutation ServiceTokenCreate($input:ServiceTokenCreateInput!){serviceTokenCreate(input:$input){__typename ...on ServiceTokenCreatePayload{cursor secret serviceToken{...ServiceTokenParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ServiceTokenParts on ServiceToken{id name service scopes status createdAt createdBy{id name}expiresAt lastUsedAt revokedAt revokedBy{id name}secrets{hint createdAt endsAt lastUsedAt}}", {"hash":"cefafc5ad60002ff87cfcdf84651435ee7e1615a6c1e03afd1ba89e81f0f5505"}) as unknown as TypedDocumentString<ServiceTokenCreateMutation, ServiceTokenCreateMutationVariables>;
export const ServiceTokenRotateDocument = /*#__PURE__*/ new TypedDocumentString("mutation ServiceTokenRotate($input:ServiceTokenRotateInput!){serviceTokenRotate(input:$input){__typename ...on ServiceTokenRotatePayload{cursor secret serviceToken{...ServiceTokenParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ServiceTokenParts on ServiceToken{id name service scopes status createdAt createdBy{id name}expiresAt lastUsedAt revokedAt revokedBy{id name}secrets{hint createdAt endsAt lastUsedAt}}", {"hash":"58ec71a18a90f2667aa5cd2e63bed1142aad3292103837e6db027e6788c747cd"}) as unknown as TypedDocumentString<ServiceTokenRotateMutation, ServiceTokenRotateMutationVariables>;
export const ServiceTokenRevokeDocument = /*#__PURE__*/ new TypedDocumentString("mutation ServiceTokenRevoke($input:ServiceTokenRevokeInput!){serviceTokenRevoke(input:$input){__typename ...on ServiceTokenRevokePayload{cursor serviceToken{...ServiceTokenParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment ServiceTokenParts on ServiceToken{id name service scopes status createdAt createdBy{id name}expiresAt lastUsedAt revokedAt revokedBy{id name}secrets{hint createdAt endsAt lastUsedAt}}", {"hash":"fef9a7d20e01fd3fce4ff344f42ce6576ceefdf8f87497fe5f7bc945e5805aa3"}) as unknown as TypedDocumentString<ServiceTokenRevokeMutation, ServiceTokenRevokeMutationVariables>;
export const MessageSentDocument = /*#__PURE__*/ new TypedDocumentString("subscription MessageSent($ticketId:ID!$afterSeq:Int){messageSent(ticketId:$ticketId afterSeq:$afterSeq){...MessageParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}", {"hash":"73c02d0e9625df542158c63fcc0f930e87d11e0018702aa7d3b18356bc4a70a8"}) as unknown as TypedDocumentString<MessageSentSubscription, MessageSentSubscriptionVariables>;
export const FollowStartDocument = /*#__PURE__*/ new TypedDocumentString("query FollowStart($ticketId:ID!){ticket(id:$ticketId){lastSeq}}", {"hash":"9546f6e5c9539f00e45e1789c25d85782d0690985c32273d7dc5b0293257a95c"}) as unknown as TypedDocumentString<FollowStartQuery, FollowStartQueryVariables>;
export const TicketEventsDocument = /*#__PURE__*/ new TypedDocumentString("subscription TicketEvents($ticketId:ID!$after:String){ticketEvents(ticketId:$ticketId after:$after){__typename cursor ...FactParts ...ControlParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ComplaintFactParts on Event{...on ComplaintFiled{complaint{...ComplaintParts}}...on ComplaintStatusChanged{fromComplaintStatus toComplaintStatus complaintCause complaintResolution complaint{...ComplaintParts}}...on ComplaintEscalated{complaint{...ComplaintParts}}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}fragment PaymentParts on Payment{id method status amount{...MoneyParts}capturedAmount{...MoneyParts}instalmentCount startedAt declineReason isRetryable alternatives}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}fragment ControlParts on TicketEvent{...on Reset{reason}...on Removed{subjectId}}fragment FactParts on Event{id type occurredAt actor{kind id}...on MessageSent{seq authorKind message{...MessageParts}ticket{...TicketParts}}...on MessageEdited{message{...MessageParts}ticket{...TicketParts}}...on MessageRedacted{message{...MessageParts}ticket{...TicketParts}}...on NoteAdded{message{...MessageParts}ticket{...TicketParts}}...on NoteEdited{message{...MessageParts}ticket{...TicketParts}}...on NoteRedacted{message{...MessageParts}ticket{...TicketParts}}...on MessagesRead{side readSeq ticket{...TicketParts}}...on TicketOpened{topic channel ticket{...TicketParts}}...on TicketErased{erasureCause ticket{...TicketParts}}...on TicketStatusChanged{from to cause resolution ticket{...TicketParts}}...on TicketAssigned{assignee{id name}ticket{...TicketParts}}...on TicketUpdated{fields priority topic ticket{...TicketParts}}...on TicketTagged{ticket{...TicketParts tags}}...on TicketMerged{into{...TicketParts}ticket{...TicketParts}}...on TicketLinked{ticket{...TicketParts}}...on TicketObjectsLinked{order{...OrderParts}delivery{...DeliveryParts}ticket{...TicketParts}}...on TicketObjectChanged{change order{...OrderParts}payment{...PaymentParts}delivery{...DeliveryParts}ticket{...TicketParts}}...ComplaintFactParts ...ShopFactParts ...ReturnFactParts}fragment ShopFactParts on Event{...on OrderUpserted{fromOrderStatus toOrderStatus order{...OrderParts}}...on PaymentRecorded{fromPaymentStatus toPaymentStatus payment{...PaymentParts}order{...OrderParts}}...on DeliveryUpserted{isNew delivery{...DeliveryParts}}...on DeliveryStatusChanged{fromDeliveryStatus toDeliveryStatus delivery{...DeliveryParts}}...on DeliveryLate{delivery{...DeliveryParts}}...on DeliveryProblemReported{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on DeliveryProblemResolved{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on AttachmentUploaded{byteSize attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}...on AttachmentScanned{attachmentStatus attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}}fragment ReturnFactParts on Event{...on ReturnRequested{return{...ReturnParts}ticket{...TicketParts}}...on ReturnStatusChanged{fromReturnStatus toReturnStatus returnCause returnDecision return{...ReturnParts}ticket{...TicketParts}}...on ReturnGoodsChanged{fromGoodsStatus toGoodsStatus inspection return{...ReturnParts}ticket{...TicketParts}}...on ReturnEscalated{return{...ReturnParts}ticket{...TicketParts}}...on RefundGranted{refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}...on RefundStatusChanged{fromRefundStatus toRefundStatus refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}}", {"hash":"bee1a2e112f7552460eb2aff3fe339dc373137d4bce972b0ec7414810038eec8"}) as unknown as TypedDocumentString<TicketEventsSubscription, TicketEventsSubscriptionVariables>;
export const InboxEventsDocument = /*#__PURE__*/ new TypedDocumentString("subscription InboxEvents($filter:InboxFilter$after:String){inboxEvents(filter:$filter after:$after){__typename cursor ...FactParts ...ControlParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ComplaintFactParts on Event{...on ComplaintFiled{complaint{...ComplaintParts}}...on ComplaintStatusChanged{fromComplaintStatus toComplaintStatus complaintCause complaintResolution complaint{...ComplaintParts}}...on ComplaintEscalated{complaint{...ComplaintParts}}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}fragment PaymentParts on Payment{id method status amount{...MoneyParts}capturedAmount{...MoneyParts}instalmentCount startedAt declineReason isRetryable alternatives}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}fragment ControlParts on TicketEvent{...on Reset{reason}...on Removed{subjectId}}fragment FactParts on Event{id type occurredAt actor{kind id}...on MessageSent{seq authorKind message{...MessageParts}ticket{...TicketParts}}...on MessageEdited{message{...MessageParts}ticket{...TicketParts}}...on MessageRedacted{message{...MessageParts}ticket{...TicketParts}}...on NoteAdded{message{...MessageParts}ticket{...TicketParts}}...on NoteEdited{message{...MessageParts}ticket{...TicketParts}}...on NoteRedacted{message{...MessageParts}ticket{...TicketParts}}...on MessagesRead{side readSeq ticket{...TicketParts}}...on TicketOpened{topic channel ticket{...TicketParts}}...on TicketErased{erasureCause ticket{...TicketParts}}...on TicketStatusChanged{from to cause resolution ticket{...TicketParts}}...on TicketAssigned{assignee{id name}ticket{...TicketParts}}...on TicketUpdated{fields priority topic ticket{...TicketParts}}...on TicketTagged{ticket{...TicketParts tags}}...on TicketMerged{into{...TicketParts}ticket{...TicketParts}}...on TicketLinked{ticket{...TicketParts}}...on TicketObjectsLinked{order{...OrderParts}delivery{...DeliveryParts}ticket{...TicketParts}}...on TicketObjectChanged{change order{...OrderParts}payment{...PaymentParts}delivery{...DeliveryParts}ticket{...TicketParts}}...ComplaintFactParts ...ShopFactParts ...ReturnFactParts}fragment ShopFactParts on Event{...on OrderUpserted{fromOrderStatus toOrderStatus order{...OrderParts}}...on PaymentRecorded{fromPaymentStatus toPaymentStatus payment{...PaymentParts}order{...OrderParts}}...on DeliveryUpserted{isNew delivery{...DeliveryParts}}...on DeliveryStatusChanged{fromDeliveryStatus toDeliveryStatus delivery{...DeliveryParts}}...on DeliveryLate{delivery{...DeliveryParts}}...on DeliveryProblemReported{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on DeliveryProblemResolved{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on AttachmentUploaded{byteSize attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}...on AttachmentScanned{attachmentStatus attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}}fragment ReturnFactParts on Event{...on ReturnRequested{return{...ReturnParts}ticket{...TicketParts}}...on ReturnStatusChanged{fromReturnStatus toReturnStatus returnCause returnDecision return{...ReturnParts}ticket{...TicketParts}}...on ReturnGoodsChanged{fromGoodsStatus toGoodsStatus inspection return{...ReturnParts}ticket{...TicketParts}}...on ReturnEscalated{return{...ReturnParts}ticket{...TicketParts}}...on RefundGranted{refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}...on RefundStatusChanged{fromRefundStatus toRefundStatus refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}}", {"hash":"015b1edc03e764292713cffa5925b24be06df12a91b0205a24edd2a34c8a4317"}) as unknown as TypedDocumentString<InboxEventsSubscription, InboxEventsSubscriptionVariables>;
export const CustomerEventsDocument = /*#__PURE__*/ new TypedDocumentString("subscription CustomerEvents($after:String){customerEvents(after:$after){__typename cursor ...FactParts ...SuggestionFactParts ...on CustomerExportReady{export{...CustomerExportParts}}...ControlParts}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ComplaintFactParts on Event{...on ComplaintFiled{complaint{...ComplaintParts}}...on ComplaintStatusChanged{fromComplaintStatus toComplaintStatus complaintCause complaintResolution complaint{...ComplaintParts}}...on ComplaintEscalated{complaint{...ComplaintParts}}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}fragment PaymentParts on Payment{id method status amount{...MoneyParts}capturedAmount{...MoneyParts}instalmentCount startedAt declineReason isRetryable alternatives}fragment CustomerExportParts on CustomerExport{id status progressPercent failureCode byteSize createdAt readyAt expiresAt url}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}fragment ControlParts on TicketEvent{...on Reset{reason}...on Removed{subjectId}}fragment FactParts on Event{id type occurredAt actor{kind id}...on MessageSent{seq authorKind message{...MessageParts}ticket{...TicketParts}}...on MessageEdited{message{...MessageParts}ticket{...TicketParts}}...on MessageRedacted{message{...MessageParts}ticket{...TicketParts}}...on NoteAdded{message{...MessageParts}ticket{...TicketParts}}...on NoteEdited{message{...MessageParts}ticket{...TicketParts}}...on NoteRedacted{message{...MessageParts}ticket{...TicketParts}}...on MessagesRead{side readSeq ticket{...TicketParts}}...on TicketOpened{topic channel ticket{...TicketParts}}...on TicketErased{erasureCause ticket{...TicketParts}}...on TicketStatusChanged{from to cause resolution ticket{...TicketParts}}...on TicketAssigned{assignee{id name}ticket{...TicketParts}}...on TicketUpdated{fields priority topic ticket{...TicketParts}}...on TicketTagged{ticket{...TicketParts tags}}...on TicketMerged{into{...TicketParts}ticket{...TicketParts}}...on TicketLinked{ticket{...TicketParts}}...on TicketObjectsLinked{order{...OrderParts}delivery{...DeliveryParts}ticket{...TicketParts}}...on TicketObjectChanged{change order{...OrderParts}payment{...PaymentParts}delivery{...DeliveryParts}ticket{...TicketParts}}...ComplaintFactParts ...ShopFactParts ...ReturnFactParts}fragment ShopFactParts on Event{...on OrderUpserted{fromOrderStatus toOrderStatus order{...OrderParts}}...on PaymentRecorded{fromPaymentStatus toPaymentStatus payment{...PaymentParts}order{...OrderParts}}...on DeliveryUpserted{isNew delivery{...DeliveryParts}}...on DeliveryStatusChanged{fromDeliveryStatus toDeliveryStatus delivery{...DeliveryParts}}...on DeliveryLate{delivery{...DeliveryParts}}...on DeliveryProblemReported{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on DeliveryProblemResolved{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on AttachmentUploaded{byteSize attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}...on AttachmentScanned{attachmentStatus attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}}fragment ReturnFactParts on Event{...on ReturnRequested{return{...ReturnParts}ticket{...TicketParts}}...on ReturnStatusChanged{fromReturnStatus toReturnStatus returnCause returnDecision return{...ReturnParts}ticket{...TicketParts}}...on ReturnGoodsChanged{fromGoodsStatus toGoodsStatus inspection return{...ReturnParts}ticket{...TicketParts}}...on ReturnEscalated{return{...ReturnParts}ticket{...TicketParts}}...on RefundGranted{refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}...on RefundStatusChanged{fromRefundStatus toRefundStatus refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}}fragment SuggestionFactParts on Event{...on SuggestionSubmitted{suggestion{id number title status}}...on SuggestionStatusChanged{fromSuggestionStatus toSuggestionStatus suggestion{id number title status}duplicateOf{id number title}}}", {"hash":"39c5255a24c816bda3c8effae519a6b3dfdedd2bb8def61d52b34185c1f82d58"}) as unknown as TypedDocumentString<CustomerEventsSubscription, CustomerEventsSubscriptionVariables>;
export const EventsDocument = /*#__PURE__*/ new TypedDocumentString("query Events($after:String$first:Int$filter:EventFilter){events(after:$after first:$first filter:$filter){edges{cursor node{...FactParts}}pageInfo{hasNextPage endCursor}}}fragment ComplaintParts on Complaint{id number about status version resolution relief{amount currencyCode}answerDueAt answerRule disputableUntil resolvedAt closedAt createdAt order{id number}delivery{id trackingNumber}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment ComplaintFactParts on Event{...on ComplaintFiled{complaint{...ComplaintParts}}...on ComplaintStatusChanged{fromComplaintStatus toComplaintStatus complaintCause complaintResolution complaint{...ComplaintParts}}...on ComplaintEscalated{complaint{...ComplaintParts}}}fragment DeliveryParts on Delivery{id carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom promisedTo deliveredAt isLate pickupPoint{name address hours storedUntil}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment MoneyParts on Money{amount currencyCode}fragment OrderParts on Order{id number status rawStatus itemsTotal{...MoneyParts}shippingTotal{...MoneyParts}discountTotal{...MoneyParts}total{...MoneyParts}placedAt approvedAt promisedTo deliveredAt cancelledAt isLate}fragment PaymentParts on Payment{id method status amount{...MoneyParts}capturedAmount{...MoneyParts}instalmentCount startedAt declineReason isRetryable alternatives}fragment ReturnParts on Return{id number status version reason reasonText comment wish infoRequest decision declineCode declineText decisionDueAt decidedAt goodsStatus inspection createdAt goodsValue{amount currencyCode}grantableAmount{amount currencyCode}priceDifference{amount currencyCode}items{orderItemId quantity receivedQuantity}documents{id documentKind status}refunds{nodes{...RefundParts}}order{id number}ticket{id number}allowedActions{action isAllowed blockedBy}}fragment RefundParts on Refund{id status version amount{amount currencyCode}createdAt succeededAt allowedActions{action isAllowed blockedBy}}fragment FactParts on Event{id type occurredAt actor{kind id}...on MessageSent{seq authorKind message{...MessageParts}ticket{...TicketParts}}...on MessageEdited{message{...MessageParts}ticket{...TicketParts}}...on MessageRedacted{message{...MessageParts}ticket{...TicketParts}}...on NoteAdded{message{...MessageParts}ticket{...TicketParts}}...on NoteEdited{message{...MessageParts}ticket{...TicketParts}}...on NoteRedacted{message{...MessageParts}ticket{...TicketParts}}...on MessagesRead{side readSeq ticket{...TicketParts}}...on TicketOpened{topic channel ticket{...TicketParts}}...on TicketErased{erasureCause ticket{...TicketParts}}...on TicketStatusChanged{from to cause resolution ticket{...TicketParts}}...on TicketAssigned{assignee{id name}ticket{...TicketParts}}...on TicketUpdated{fields priority topic ticket{...TicketParts}}...on TicketTagged{ticket{...TicketParts tags}}...on TicketMerged{into{...TicketParts}ticket{...TicketParts}}...on TicketLinked{ticket{...TicketParts}}...on TicketObjectsLinked{order{...OrderParts}delivery{...DeliveryParts}ticket{...TicketParts}}...on TicketObjectChanged{change order{...OrderParts}payment{...PaymentParts}delivery{...DeliveryParts}ticket{...TicketParts}}...ComplaintFactParts ...ShopFactParts ...ReturnFactParts}fragment ShopFactParts on Event{...on OrderUpserted{fromOrderStatus toOrderStatus order{...OrderParts}}...on PaymentRecorded{fromPaymentStatus toPaymentStatus payment{...PaymentParts}order{...OrderParts}}...on DeliveryUpserted{isNew delivery{...DeliveryParts}}...on DeliveryStatusChanged{fromDeliveryStatus toDeliveryStatus delivery{...DeliveryParts}}...on DeliveryLate{delivery{...DeliveryParts}}...on DeliveryProblemReported{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on DeliveryProblemResolved{problemKind deliveryProblem{id kind reportedBy description createdAt resolvedAt}delivery{...DeliveryParts}}...on AttachmentUploaded{byteSize attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}...on AttachmentScanned{attachmentStatus attachment{id fileName contentType byteSize status failureCode url}ticket{...TicketParts}}}fragment ReturnFactParts on Event{...on ReturnRequested{return{...ReturnParts}ticket{...TicketParts}}...on ReturnStatusChanged{fromReturnStatus toReturnStatus returnCause returnDecision return{...ReturnParts}ticket{...TicketParts}}...on ReturnGoodsChanged{fromGoodsStatus toGoodsStatus inspection return{...ReturnParts}ticket{...TicketParts}}...on ReturnEscalated{return{...ReturnParts}ticket{...TicketParts}}...on RefundGranted{refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}...on RefundStatusChanged{fromRefundStatus toRefundStatus refund{...RefundParts}return{...ReturnParts}ticket{...TicketParts}}}", {"hash":"196ee5519a598d6e7a1379a008c7a7fd0e96012d7d4ce4115ef9641cd6c76667"}) as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const TypingDocument = /*#__PURE__*/ new TypedDocumentString("subscription Typing($ticketId:ID!){typing(ticketId:$ticketId){authorKind authorId isTyping expiresAt}}", {"hash":"d4ef11a4520f4fe991e444a2fe98626c1f9e4aa4027e81b026f2f6d670d494cc"}) as unknown as TypedDocumentString<TypingSubscription, TypingSubscriptionVariables>;
export const SuggestionsImportDocument = /*#__PURE__*/ new TypedDocumentString("mutation SuggestionsImport($input:SuggestionsImportInput!){suggestionsImport(input:$input){__typename ...on SuggestionsImportPayload{results{__typename ...on SuggestionImportPayload{isNew}...ProblemParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"12c773bf2eb297d3f7b3aa11b8836d500b35a2ae446aa703120d56febc89e717"}) as unknown as TypedDocumentString<SuggestionsImportMutation, SuggestionsImportMutationVariables>;
export const SuggestionDocument = /*#__PURE__*/ new TypedDocumentString("query Suggestion($id:ID$number:String){suggestion(id:$id number:$number){...SuggestionParts}}fragment SuggestionParts on Suggestion{id number title text language status version voteCount hasVoted createdAt author{id name}duplicateOf{id number title}allowedActions{action isAllowed blockedBy}}", {"hash":"c11763f8a7aa676d33147817b70b60a7872ec0de8860cec9c6c7a62c468caa08"}) as unknown as TypedDocumentString<SuggestionQuery, SuggestionQueryVariables>;
export const SuggestionsDocument = /*#__PURE__*/ new TypedDocumentString("query Suggestions($filter:SuggestionFilter$orderBy:SuggestionOrder!=NEWEST$first:Int$after:String){suggestions(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...SuggestionParts}pageInfo{...PageParts}}}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment SuggestionParts on Suggestion{id number title text language status version voteCount hasVoted createdAt author{id name}duplicateOf{id number title}allowedActions{action isAllowed blockedBy}}", {"hash":"7e3fd6b4799df5ffbc424231c59a6d970ad81fce4ac73f5358d1c3d09982a791"}) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const SuggestionSubmitDocument = /*#__PURE__*/ new TypedDocumentString("mutation SuggestionSubmit($input:SuggestionSubmitInput!){suggestionSubmit(input:$input){__typename ...on SuggestionSubmitPayload{cursor suggestion{...SuggestionParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment SuggestionParts on Suggestion{id number title text language status version voteCount hasVoted createdAt author{id name}duplicateOf{id number title}allowedActions{action isAllowed blockedBy}}", {"hash":"bec12a8d55d3cf006ff1864d26c99664391bf74c8c616d3718a5a5129b5abdc0"}) as unknown as TypedDocumentString<SuggestionSubmitMutation, SuggestionSubmitMutationVariables>;
export const SuggestionVoteDocument = /*#__PURE__*/ new TypedDocumentString("mutation SuggestionVote($input:SuggestionVoteInput!){suggestionVote(input:$input){__typename ...on SuggestionVotePayload{cursor suggestion{...SuggestionParts}}...ProblemParts ...on NotEligible{reasons}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment SuggestionParts on Suggestion{id number title text language status version voteCount hasVoted createdAt author{id name}duplicateOf{id number title}allowedActions{action isAllowed blockedBy}}", {"hash":"4c43cdd71a21616a73ba62a14e9af64b31fdc98c6ee05d92b5f51180f7c12b11"}) as unknown as TypedDocumentString<SuggestionVoteMutation, SuggestionVoteMutationVariables>;
export const SuggestionUnvoteDocument = /*#__PURE__*/ new TypedDocumentString("mutation SuggestionUnvote($input:SuggestionUnvoteInput!){suggestionUnvote(input:$input){__typename ...on SuggestionUnvotePayload{cursor suggestion{...SuggestionParts}}...ProblemParts ...on NotEligible{reasons}}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment SuggestionParts on Suggestion{id number title text language status version voteCount hasVoted createdAt author{id name}duplicateOf{id number title}allowedActions{action isAllowed blockedBy}}", {"hash":"905e4c223d75bf4d6974cde518812b8bdb8db616970563f0ae7e9139863adacd"}) as unknown as TypedDocumentString<SuggestionUnvoteMutation, SuggestionUnvoteMutationVariables>;
export const SuggestionUpdateDocument = /*#__PURE__*/ new TypedDocumentString("mutation SuggestionUpdate($input:SuggestionUpdateInput!){suggestionUpdate(input:$input){__typename ...on SuggestionUpdatePayload{cursor suggestion{...SuggestionParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment SuggestionParts on Suggestion{id number title text language status version voteCount hasVoted createdAt author{id name}duplicateOf{id number title}allowedActions{action isAllowed blockedBy}}", {"hash":"b3424829659856db60d816555b4df5ffebfa3f4fbb66aca18506075a344b1845"}) as unknown as TypedDocumentString<SuggestionUpdateMutation, SuggestionUpdateMutationVariables>;
export const TicketClaimDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketClaim($input:TicketClaimInput!){ticketClaim(input:$input){__typename ...on TicketClaimPayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"5137d3364eaf1f35c4714a9c783678815123a3795adbee4492cd0034a0d347bd"}) as unknown as TypedDocumentString<TicketClaimMutation, TicketClaimMutationVariables>;
export const TicketAssignDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketAssign($input:TicketAssignInput!){ticketAssign(input:$input){__typename ...on TicketAssignPayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"1b13ff40243072e51fca364e091a2e4d2aa89a9917657a0128d09bb6cb964c1c"}) as unknown as TypedDocumentString<TicketAssignMutation, TicketAssignMutationVariables>;
export const TicketWaitDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketWait($input:TicketWaitInput!){ticketWait(input:$input){__typename ...on TicketWaitPayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"665e36a692e4fce16f12e3551a2037aa839b576211e54e5fc22274069604cbb3"}) as unknown as TypedDocumentString<TicketWaitMutation, TicketWaitMutationVariables>;
export const TicketResolveDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketResolve($input:TicketResolveInput!){ticketResolve(input:$input){__typename ...on TicketResolvePayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"407757e9cf082f4572d8ae6ff9b088ae29d4ae753aa50d96c109f40f12f6fe20"}) as unknown as TypedDocumentString<TicketResolveMutation, TicketResolveMutationVariables>;
export const TicketReopenDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketReopen($input:TicketReopenInput!){ticketReopen(input:$input){__typename ...on TicketReopenPayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"64b953be282f91242ecfbfc7493af78a6c1d83c5c5c35912f33a2aedbd7e9923"}) as unknown as TypedDocumentString<TicketReopenMutation, TicketReopenMutationVariables>;
export const TicketSnoozeDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketSnooze($input:TicketSnoozeInput!){ticketSnooze(input:$input){__typename ...on TicketSnoozePayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"88ca671cbbb74009256a42dfd150f3175f72b10e274dedff2a9a8643c741e472"}) as unknown as TypedDocumentString<TicketSnoozeMutation, TicketSnoozeMutationVariables>;
export const TicketCloseDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketClose($input:TicketCloseInput!){ticketClose(input:$input){__typename ...on TicketClosePayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"1a2cc5ae2cc0e8dcbd7728c3b98530e1f54f61c32f1a80b3757822218f13beff"}) as unknown as TypedDocumentString<TicketCloseMutation, TicketCloseMutationVariables>;
export const TicketMarkSpamDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketMarkSpam($input:TicketMarkSpamInput!){ticketMarkSpam(input:$input){__typename ...on TicketMarkSpamPayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"43da20ae0b8730fcf2f194de279f5d059a84e3358ce7ecc9bd9fa246c62a4667"}) as unknown as TypedDocumentString<TicketMarkSpamMutation, TicketMarkSpamMutationVariables>;
export const TicketMergeDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketMerge($input:TicketMergeInput!){ticketMerge(input:$input){__typename ...on TicketMergePayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"ff1854f8f36953491c39d80a5c75be35be559227e94b298b8dabe2c8fefd0c74"}) as unknown as TypedDocumentString<TicketMergeMutation, TicketMergeMutationVariables>;
export const TicketUpdateDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketUpdate($input:TicketUpdateInput!){ticketUpdate(input:$input){__typename ...on TicketUpdatePayload{cursor ticket{...TicketParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"7d96005c007a6424e3552c285d0e2701a97ca846e0ee27569da4fea7e613ad2c"}) as unknown as TypedDocumentString<TicketUpdateMutation, TicketUpdateMutationVariables>;
export const TicketLinkDocument = /*#__PURE__*/ new TypedDocumentString("mutation TicketLink($input:TicketLinkInput!){ticketLink(input:$input){__typename ...on TicketLinkPayload{cursor ticket{...TicketParts ...TicketLinkParts}}...ProblemParts}}fragment ProblemParts on Problem{code detail path ...on AlreadyClaimed{current{...CurrentTicket}}...on Conflict{currentVersion current{...CurrentTicket}}...on IllegalTransition{from action allowedActions}...on InvalidInput{rule}...on MissedMessages{lastSeq messages{...MessageParts}}...on TooSoon{retryAfterSeconds}}fragment CurrentTicket on Node{__typename id ...on Ticket{...TicketParts}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment TicketLinkParts on Ticket{order{id number status}delivery{id trackingNumber status}}", {"hash":"baf92518b05233bc1e43d3d4ffc7d551044113103fc8459870b81caf2d2daf3c"}) as unknown as TypedDocumentString<TicketLinkMutation, TicketLinkMutationVariables>;
export const TicketDocument = /*#__PURE__*/ new TypedDocumentString("query Ticket($id:ID$number:String){ticket(id:$id number:$number){...TicketParts tags unreadCount customerReadSeq deskReadSeq resolvedAt closedAt mergedInto{id number}predecessor{id number}allowedActions{action isAllowed blockedBy}...TicketLinkParts missingDetails{detail question}}}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}fragment TicketLinkParts on Ticket{order{id number status}delivery{id trackingNumber status}}", {"hash":"64e60b0905b23e7d77b2febe199d0e497fe516cb0cc560bf0419ac86c30b9c4d"}) as unknown as TypedDocumentString<TicketQuery, TicketQueryVariables>;
export const TicketsDocument = /*#__PURE__*/ new TypedDocumentString("query Tickets($filter:TicketFilter$orderBy:TicketOrder$first:Int$after:String$last:Int$before:String){tickets(filter:$filter orderBy:$orderBy first:$first after:$after last:$last before:$before){nodes{...TicketParts unreadCount}pageInfo{...PageParts}}}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment TicketParts on Ticket{id number subject topic channel status priority language version lastSeq lastActivityAt snoozedUntil resolution createdAt customer{id name}assignee{id name}team{id key name}}", {"hash":"cdffc8d4f24c5293de711967c91781141d220ad702cd0e705b5cab478da0c9d6"}) as unknown as TypedDocumentString<TicketsQuery, TicketsQueryVariables>;
export const TicketMessagesDocument = /*#__PURE__*/ new TypedDocumentString("query TicketMessages($ticketId:ID!$first:Int$after:String$last:Int$before:String){ticket(id:$ticketId){id lastSeq messages(first:$first after:$after last:$last before:$before){nodes{...MessageParts}pageInfo{...PageParts}}}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"f6ab5343082990b2edeb4943f3d12b1420f82d5e90dc5ff3859e2ccdeb94d771"}) as unknown as TypedDocumentString<TicketMessagesQuery, TicketMessagesQueryVariables>;
export const TicketNotesDocument = /*#__PURE__*/ new TypedDocumentString("query TicketNotes($ticketId:ID!$first:Int$after:String$last:Int$before:String){ticket(id:$ticketId){id notes(first:$first after:$after last:$last before:$before){nodes{...MessageParts}pageInfo{...PageParts}}}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"1c56742a5e26312f5fe4e008ab4cf46a05aa77a571b04d028d910ce2f484c93c"}) as unknown as TypedDocumentString<TicketNotesQuery, TicketNotesQueryVariables>;
export const TicketTimelineDocument = /*#__PURE__*/ new TypedDocumentString("query TicketTimeline($ticketId:ID!$first:Int$after:String$last:Int$before:String){ticket(id:$ticketId){id timeline(first:$first after:$after last:$last before:$before){nodes{__typename at cursor ...on TimelineMessage{message{...MessageParts}}...on TimelineNote{note{...MessageParts}}...on TimelineEvent{type actor{kind id}from to change subjectIds}}pageInfo{...PageParts}}}}fragment MessageParts on Message{id seq noteSeq afterSeq kind text author{kind id name}clientMessageId sentAt createdAt editedAt redactedAt}fragment PageParts on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}", {"hash":"f00b24688209e68206e84bc1615c0f62251327ec1120be3abb9918a8039ba8f1"}) as unknown as TypedDocumentString<TicketTimelineQuery, TicketTimelineQueryVariables>;
export const TicketMissingDetailsDocument = /*#__PURE__*/ new TypedDocumentString("query TicketMissingDetails($id:ID!){ticket(id:$id){id missingDetails{detail question}}}", {"hash":"c4921f4b0239669b2d611a360d9a02fa2ca79276220e4bf23ca612b37909a61d"}) as unknown as TypedDocumentString<TicketMissingDetailsQuery, TicketMissingDetailsQueryVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString("query Viewer{viewer{role scopes locale customer{...CustomerParts}operator{id name role teams{id key name}}}}fragment CustomerParts on Customer{id externalId name email phone locale isGuest createdAt}", {"hash":"ba0f48ae920432459c10e2ef1a17a6a98b378816a86168f11e464cc5d771587a"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ViewerScopesDocument = /*#__PURE__*/ new TypedDocumentString("query ViewerScopes{viewer{role scopes}}", {"hash":"e60877fdb99bf03f26e178f114e00952e8711ae35f627373c5ac1beb794bdd32"}) as unknown as TypedDocumentString<ViewerScopesQuery, ViewerScopesQueryVariables>;