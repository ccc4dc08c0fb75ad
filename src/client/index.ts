/** The typed client of an Opora server, for Node and browsers. It needs nothing of the server. */
export { type ClientOptions, createClient, type OporaClient, type RequestOptions } from './client.ts'
export type { TokenSource } from './credentials.ts'
export { type AnswerError, OporaError, type OporaErrorCode } from './error.ts'
export type { Following, FollowOptions } from './following.ts'
export * from './generated/graphql.ts'
export type { Operation } from './operation.ts'
export type { RetryOptions } from './retry.ts'
export type { FollowPlace, FollowState } from './standing.ts'
