import {
  type ComplaintImportInput,
  ComplaintsImportDocument,
  CustomersUpsertDocument,
  type CustomerUpsertInput,
  DeliveriesUpsertDocument,
  type DeliveryUpsertInput,
  type OporaClient,
  OrdersUpsertDocument,
  type OrderUpsertInput,
  type PaymentRecordInput,
  PaymentsRecordDocument,
  ProductsUpsertDocument,
  type ProductUpsertInput,
  type RatingRecordInput,
  RatingsRecordDocument,
  type SuggestionImportInput,
  SuggestionsImportDocument,
  type TrackingEventInput,
  TrackingEventsRecordDocument,
} from '../../../client/index.ts'
import { toResults } from './send.ts'

/** The bulk mutations of the public API, each as a step's way to send. */

export const sendProducts = (client: OporaClient) => async (products: ProductUpsertInput[]) =>
  toResults((await client.mutate(ProductsUpsertDocument, { input: { products } })).productsUpsert)

export const sendCustomers = (client: OporaClient) => async (customers: CustomerUpsertInput[]) =>
  toResults((await client.mutate(CustomersUpsertDocument, { input: { customers } })).customersUpsert)

export const sendOrders = (client: OporaClient) => async (orders: OrderUpsertInput[]) =>
  toResults((await client.mutate(OrdersUpsertDocument, { input: { orders } })).ordersUpsert)

export const sendPayments = (client: OporaClient) => async (payments: PaymentRecordInput[]) =>
  toResults((await client.mutate(PaymentsRecordDocument, { input: { payments } })).paymentsRecord)

export const sendDeliveries = (client: OporaClient) => async (deliveries: DeliveryUpsertInput[]) =>
  toResults((await client.mutate(DeliveriesUpsertDocument, { input: { deliveries } })).deliveriesUpsert)

export const sendTrackingEvents = (client: OporaClient) => async (events: TrackingEventInput[]) =>
  toResults((await client.mutate(TrackingEventsRecordDocument, { input: { events } })).trackingEventsRecord)

export const sendComplaints = (client: OporaClient) => async (complaints: ComplaintImportInput[]) =>
  toResults((await client.mutate(ComplaintsImportDocument, { input: { complaints } })).complaintsImport)

export const sendSuggestions = (client: OporaClient) => async (suggestions: SuggestionImportInput[]) =>
  toResults((await client.mutate(SuggestionsImportDocument, { input: { suggestions } })).suggestionsImport)

export const sendRatings = (client: OporaClient) => async (ratings: RatingRecordInput[]) =>
  toResults((await client.mutate(RatingsRecordDocument, { input: { ratings } })).ratingsRecord)
