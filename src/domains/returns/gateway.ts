import { z } from 'zod'
import type { Env } from '../../env.ts'

/** What a payment provider is asked to give back. */
export interface RefundOrder {
  /** Names the refund for good: asked again with the same key, the provider gives the money back once. */
  readonly idempotencyKey: string
  readonly payment: { readonly source: string; readonly externalId: string }
  readonly orderNumber: string
  /** In whole units, exact, such as `199.90`. */
  readonly amount: string
  readonly currencyCode: string
}

export interface GatewayAnswer {
  readonly status: 'succeeded' | 'failed' | 'pending'
  /** The provider's own key of the refund. */
  readonly reference: string | null
  /** Why it failed. */
  readonly code: string | null
  /** True if a failed one may go through when asked again. */
  readonly retryable: boolean | null
}

/** Whoever moves the money. Null: nothing is known of what became of it, so it must be asked again. */
export interface PaymentGateway {
  refund(order: RefundOrder): Promise<GatewayAnswer | null>
}

const shortText = z
  .string()
  .max(200)
  .transform((value) => value.replaceAll('\0', '').toWellFormed())
  .nullish()
  .transform((value) => value ?? null)
  // Whether the money went back counts more than what was said beside it.
  .catch(null)

const answerShape = z.object({
  status: z.enum(['succeeded', 'failed', 'pending']),
  reference: shortText,
  code: shortText,
  retryable: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null)
    .catch(null),
})

/** The provider of the settings, over HTTP; null when none is set. */
export function openGateway(
  env: Pick<Env, 'PAYMENT_GATEWAY_URL' | 'PAYMENT_GATEWAY_TOKEN' | 'PAYMENT_GATEWAY_TIMEOUT_SECONDS'>,
  onSilence: (reason: string) => void,
): PaymentGateway | null {
  const url = env.PAYMENT_GATEWAY_URL
  if (url === undefined) return null
  return {
    async refund({ idempotencyKey, ...body }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            'idempotency-key': idempotencyKey,
            ...(env.PAYMENT_GATEWAY_TOKEN === undefined
              ? {}
              : { authorization: `Bearer ${env.PAYMENT_GATEWAY_TOKEN}` }),
          },
          body: JSON.stringify(body),
          // The token is for this address only.
          redirect: 'error',
          signal: AbortSignal.timeout(env.PAYMENT_GATEWAY_TIMEOUT_SECONDS * 1_000),
        })
        const text = await response.text()
        if (!response.ok) throw new Error(`it answered ${response.status}`)
        return answerShape.parse(JSON.parse(text))
      } catch (error) {
        onSilence(error instanceof z.ZodError ? 'its answer has another shape' : reasonOf(error))
        return null
      }
    },
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
