import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput, StaleUpdate } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import type { ProductDone } from '../actions/upsert.ts'
import { upsertProducts } from '../actions/upsert.ts'
import { productLimits } from '../rules.ts'

const ProductPromotionInput = builder.inputType('ProductPromotionInput', {
  description: 'A promotion of a product for a time.',
  fields: (t) => ({
    name: t.string({ description: 'What the shop calls it; 1–200 characters.' }),
    price: t.field({
      type: 'Decimal',
      required: false,
      description: 'The price while it runs, in the product’s currency; only for a product with a price.',
    }),
    startsAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it begins; left out: it has begun.',
    }),
    endsAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it ends, after it begins; left out: no end is set.',
    }),
  }),
})

const address = `An http or https address of up to ${productLimits.url} characters.`
const ProductUpsertInput = builder.inputType('ProductUpsertInput', {
  description: 'One product as the shop offers it now: the whole of it, what is left out is not there.',
  fields: (t) => ({
    source: t.string({ description: 'The system the record comes from; 1–200 characters.' }),
    externalId: t.string({ description: 'The shop’s own key, unique per source; 1–200 characters.' }),
    name: t.string({ description: `What it is called; 1–${productLimits.name} characters.` }),
    category: t.string({
      required: false,
      description: 'The shop’s category, by which policies of returns are chosen; 1–200 characters.',
    }),
    description: t.string({
      required: false,
      description: `What the shop says about it; 1–${productLimits.description} characters.`,
    }),
    url: t.string({ required: false, description: `The page of the shop that shows it. ${address}` }),
    imageUrl: t.string({ required: false, description: `A picture of it. ${address}` }),
    price: t.field({
      type: 'Decimal',
      required: false,
      description: 'The price; not negative, no finer than the currency. Together with `currencyCode`.',
    }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      required: false,
      description: 'The currency of all its prices. Together with `price`.',
    }),
    isAvailable: t.boolean({ defaultValue: true, description: 'True if it can be ordered now.' }),
    stock: t.int({
      required: false,
      description: `How many are in stock, 0–${productLimits.stock}; left out when the shop does not say.`,
    }),
    promotions: t.field({
      type: [ProductPromotionInput],
      defaultValue: [],
      description: `All its promotions, at most ${productLimits.promotions}, the most important first.`,
    }),
    sourceUpdatedAt: t.field({
      type: 'DateTime',
      description: 'When the source changed it last; older than what is stored gives a StaleUpdate.',
    }),
  }),
})

const ProductsUpsertInput = builder.inputType('ProductsUpsertInput', {
  description: 'Products of the shop.',
  fields: (t) => ({
    products: t.field({ type: [ProductUpsertInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const ProductUpsertPayload = payloadType<ProductDone>('ProductUpsertPayload', 'A product as made or changed.')
builder.objectFields(ProductUpsertPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'True if the product was not known before.' }),
  product: t.prismaField({
    description: 'The product.',
    type: 'Product',
    resolve: async (query, { productId }, _args, { desk }) =>
      await desk.database.prisma.product.findUniqueOrThrow({ ...query, where: { id: productId } }),
  }),
}))

const ProductsUpsertPayload = bulkPayloadType('ProductsUpsertPayload', {
  name: 'ProductUpsert',
  payload: ProductUpsertPayload,
  problems: [StaleUpdate],
})

builder.mutationFields((t) => ({
  productsUpsert: t.field({
    description:
      'Makes or changes products by the shop’s own key. Needs the scope `products:write`. Each item has its own result; safe to repeat.',
    type: ProductsUpsertPayload,
    authScopes: { service: 'products:write' },
    args: { input: t.arg({ type: ProductsUpsertInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await upsertProducts(
        context.desk,
        knownViewer(context),
        input.products.map((item) => ({
          ...item,
          category: item.category ?? null,
          description: item.description ?? null,
          url: item.url ?? null,
          imageUrl: item.imageUrl ?? null,
          price: item.price ?? null,
          currencyCode: item.currencyCode ?? null,
          isAvailable: item.isAvailable ?? true,
          stock: item.stock ?? null,
          promotions: (item.promotions ?? []).map(({ name, price, startsAt, endsAt }) => ({
            name,
            price: price ?? null,
            startsAt: startsAt ?? null,
            endsAt: endsAt ?? null,
          })),
        })),
      ),
    }),
  }),
}))
