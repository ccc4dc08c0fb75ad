-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateEnum
CREATE TYPE "attachment_status" AS ENUM ('PENDING', 'CLEAN', 'INFECTED', 'FAILED');

-- CreateEnum
CREATE TYPE "complaint_about" AS ENUM ('SERVICE', 'GOODS', 'COURIER', 'PICKUP_POINT', 'OPERATOR');

-- CreateEnum
CREATE TYPE "complaint_status" AS ENUM ('RECEIVED', 'ACKNOWLEDGED', 'INVESTIGATING', 'WAITING_CUSTOMER', 'RESOLVED', 'DISPUTED', 'ARBITRATION', 'FINAL', 'CLOSED');

-- CreateEnum
CREATE TYPE "complaint_resolution" AS ENUM ('EXPLANATION', 'MONETARY_RELIEF', 'NON_MONETARY_RELIEF', 'REPLACEMENT', 'APOLOGY', 'UNFOUNDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('CREATED', 'HANDED_TO_CARRIER', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'DELIVERY_ATTEMPTED', 'DELAYED', 'DELIVERED', 'PICKED_UP', 'EXCEPTION', 'LOST', 'RETURNING', 'RETURNED_TO_SENDER', 'CANCELLED');

-- CreateEnum
CREATE TYPE "delivery_problem_kind" AS ENUM ('LATE', 'LOST', 'DAMAGED', 'NOT_RECEIVED', 'COURIER', 'PICKUP_POINT');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('CREATED', 'AWAITING_PAYMENT', 'PROCESSING', 'SHIPPED', 'PARTIALLY_DELIVERED', 'DELIVERED', 'CANCELLED', 'UNAVAILABLE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('CARD', 'SBP', 'WALLET', 'BANK_TRANSFER', 'BANK_SLIP', 'INSTALMENTS', 'CASH_ON_DELIVERY', 'VOUCHER', 'OTHER');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('PENDING', 'AUTHORIZED', 'CAPTURED', 'FAILED', 'CANCELLED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "decline_reason" AS ENUM ('INSUFFICIENT_FUNDS', 'AUTHENTICATION_FAILED', 'CARD_EXPIRED', 'ISSUER_DECLINED', 'FRAUD_SUSPECTED', 'LIMIT_EXCEEDED', 'TECHNICAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "policy_kind" AS ENUM ('RETURNS', 'COMPLAINTS');

-- CreateEnum
CREATE TYPE "return_status" AS ENUM ('REQUESTED', 'INFO_REQUIRED', 'UNDER_REVIEW', 'APPROVED', 'DECLINED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "return_decision" AS ENUM ('RETURN_AND_REFUND', 'REFUND_WITHOUT_RETURN', 'EXCHANGE', 'REPAIR', 'INSPECTION');

-- CreateEnum
CREATE TYPE "goods_status" AS ENUM ('AWAITING', 'IN_TRANSIT', 'PARTIALLY_RECEIVED', 'RECEIVED', 'INSPECTED');

-- CreateEnum
CREATE TYPE "inspection_result" AS ENUM ('PASS', 'FAIL');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('GRANTED', 'PENDING', 'SUCCEEDED', 'FAILED');

-- CreateEnum
CREATE TYPE "suggestion_status" AS ENUM ('OPEN', 'PLANNED', 'STARTED', 'COMPLETED', 'DECLINED', 'DUPLICATE');

-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "delivery_id" UUID,
ADD COLUMN     "order_id" UUID;

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "uploader_kind" "author_kind" NOT NULL,
    "uploader_id" UUID,
    "message_id" UUID,
    "return_id" UUID,
    "document_kind" TEXT,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT,
    "byte_size" INTEGER,
    "sha256" BYTEA,
    "status" "attachment_status" NOT NULL DEFAULT 'PENDING',
    "failure_code" TEXT,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaints" (
    "id" UUID NOT NULL,
    "serial" SERIAL NOT NULL,
    "source" TEXT,
    "external_id" TEXT,
    "customer_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "order_id" UUID,
    "delivery_id" UUID,
    "policy_version_id" UUID,
    "about" "complaint_about" NOT NULL,
    "status" "complaint_status" NOT NULL DEFAULT 'RECEIVED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "resolution" "complaint_resolution",
    "currency_code" TEXT,
    "relief_amount" BIGINT,
    "answer_due_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "complaints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking_number" TEXT,
    "seller_name" TEXT,
    "status" "delivery_status" NOT NULL DEFAULT 'CREATED',
    "raw_status" TEXT,
    "status_at" TIMESTAMPTZ(3),
    "promised_from" TIMESTAMPTZ(3),
    "promised_to" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "pickup_point_name" TEXT,
    "pickup_point_address" TEXT,
    "pickup_point_hours" TEXT,
    "stored_until" TIMESTAMPTZ(3),
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_items" (
    "delivery_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "delivery_items_pkey" PRIMARY KEY ("delivery_id","order_item_id")
);

-- CreateTable
CREATE TABLE "tracking_events" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "code" "delivery_status",
    "raw_code" TEXT NOT NULL,
    "raw_text" TEXT,
    "location" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "tracking_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unknown_carrier_codes" (
    "carrier" TEXT NOT NULL,
    "raw_code" TEXT NOT NULL,
    "raw_text" TEXT,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unknown_carrier_codes_pkey" PRIMARY KEY ("carrier","raw_code")
);

-- CreateTable
CREATE TABLE "delivery_problems" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "kind" "delivery_problem_kind" NOT NULL,
    "reported_by" "author_kind" NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_problems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consumers" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "consumers_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "message_cards" (
    "message_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID,
    "order_id" UUID,

    CONSTRAINT "message_cards_pkey" PRIMARY KEY ("message_id","position")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "status" "order_status" NOT NULL,
    "raw_status" TEXT,
    "currency_code" TEXT NOT NULL,
    "items_total" BIGINT NOT NULL,
    "shipping_total" BIGINT NOT NULL DEFAULT 0,
    "discount_total" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL,
    "recipient_name" TEXT,
    "address_country" TEXT,
    "address_region" TEXT,
    "address_city" TEXT,
    "address_postal_code" TEXT,
    "address_line" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "promised_to" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_items" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID,
    "name" TEXT NOT NULL,
    "sku" TEXT,
    "category" TEXT,
    "seller_name" TEXT,
    "quantity" INTEGER NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "shipping" BIGINT NOT NULL DEFAULT 0,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "order_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "method" "payment_method" NOT NULL,
    "raw_method" TEXT,
    "status" "payment_status" NOT NULL,
    "raw_status" TEXT,
    "currency_code" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "captured_amount" BIGINT NOT NULL DEFAULT 0,
    "instalment_count" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempts" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "is_successful" BOOLEAN NOT NULL,
    "decline_reason" "decline_reason",
    "raw_reason" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "id" UUID NOT NULL,
    "kind" "policy_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT,
    "description" TEXT,
    "url" TEXT,
    "image_url" TEXT,
    "price" BIGINT,
    "currency_code" TEXT,
    "is_available" BOOLEAN NOT NULL DEFAULT true,
    "stock" INTEGER,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_promotions" (
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "price" BIGINT,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_promotions_pkey" PRIMARY KEY ("product_id","position")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID,
    "order_id" UUID,
    "product_id" UUID,
    "score" INTEGER NOT NULL,
    "text" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns" (
    "id" UUID NOT NULL,
    "serial" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "ticket_id" UUID,
    "policy_version_id" UUID NOT NULL,
    "status" "return_status" NOT NULL DEFAULT 'REQUESTED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "reason" TEXT NOT NULL,
    "comment" TEXT,
    "wish" "return_decision" NOT NULL,
    "info_request" TEXT,
    "decision" "return_decision",
    "decline_code" TEXT,
    "decline_text" TEXT,
    "decision_due_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "goods_status" "goods_status",
    "inspection" "inspection_result",
    "currency_code" TEXT NOT NULL,
    "replacement_product_id" UUID,
    "price_difference" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "returns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_items" (
    "return_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "received_quantity" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "return_items_pkey" PRIMARY KEY ("return_id","order_item_id")
);

-- CreateTable
CREATE TABLE "refunds" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "return_id" UUID,
    "payment_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "status" "refund_status" NOT NULL DEFAULT 'GRANTED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "currency_code" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "granted_by_id" UUID,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "gateway_reference" TEXT,
    "failure_code" TEXT,
    "is_retryable" BOOLEAN,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_attempt_at" TIMESTAMPTZ(3),
    "succeeded_at" TIMESTAMPTZ(3),

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" UUID NOT NULL,
    "serial" SERIAL NOT NULL,
    "source" TEXT,
    "external_id" TEXT,
    "customer_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "status" "suggestion_status" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "duplicate_of_id" UUID,
    "vote_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion_votes" (
    "suggestion_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_votes_pkey" PRIMARY KEY ("suggestion_id","customer_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachments_storage_key_key" ON "attachments"("storage_key");

-- CreateIndex
CREATE INDEX "attachments_message_id_idx" ON "attachments"("message_id");

-- CreateIndex
CREATE INDEX "attachments_return_id_idx" ON "attachments"("return_id");

-- CreateIndex
CREATE INDEX "attachments_customer_id_idx" ON "attachments"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_serial_key" ON "complaints"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_ticket_id_key" ON "complaints"("ticket_id");

-- CreateIndex
CREATE INDEX "complaints_customer_id_created_at_id_idx" ON "complaints"("customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "complaints_created_at_id_idx" ON "complaints"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "complaints_status_created_at_id_idx" ON "complaints"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "complaints_order_id_idx" ON "complaints"("order_id");

-- CreateIndex
CREATE INDEX "complaints_delivery_id_idx" ON "complaints"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_source_external_id_key" ON "complaints"("source", "external_id");

-- CreateIndex
CREATE INDEX "deliveries_tracking_number_idx" ON "deliveries"("tracking_number");

-- CreateIndex
CREATE INDEX "deliveries_order_id_idx" ON "deliveries"("order_id");

-- CreateIndex
CREATE INDEX "deliveries_customer_id_created_at_id_idx" ON "deliveries"("customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "deliveries_status_created_at_id_idx" ON "deliveries"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_source_external_id_key" ON "deliveries"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_carrier_tracking_number_key" ON "deliveries"("carrier", "tracking_number");

-- CreateIndex
CREATE INDEX "delivery_items_order_item_id_idx" ON "delivery_items"("order_item_id");

-- CreateIndex
CREATE INDEX "tracking_events_delivery_id_occurred_at_id_idx" ON "tracking_events"("delivery_id", "occurred_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "tracking_events_delivery_id_digest_key" ON "tracking_events"("delivery_id", "digest");

-- CreateIndex
CREATE INDEX "delivery_problems_delivery_id_idx" ON "delivery_problems"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_open_problem_of_a_kind" ON "delivery_problems"("delivery_id", "kind") WHERE (resolved_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"("number");

-- CreateIndex
CREATE INDEX "orders_customer_id_placed_at_id_idx" ON "orders"("customer_id", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "orders_placed_at_id_idx" ON "orders"("placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "orders_status_placed_at_id_idx" ON "orders"("status", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_source_external_id_key" ON "orders"("source", "external_id");

-- CreateIndex
CREATE INDEX "order_items_product_id_idx" ON "order_items"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_items_order_id_external_id_key" ON "order_items"("order_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_items_order_id_position_key" ON "order_items"("order_id", "position");

-- CreateIndex
CREATE INDEX "payments_order_id_idx" ON "payments"("order_id");

-- CreateIndex
CREATE INDEX "payments_customer_id_started_at_id_idx" ON "payments"("customer_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "payments_source_external_id_key" ON "payments"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempts_payment_id_external_id_key" ON "payment_attempts"("payment_id", "external_id");

-- CreateIndex
CREATE INDEX "policy_versions_kind_valid_from_idx" ON "policy_versions"("kind", "valid_from" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "policy_versions_kind_version_key" ON "policy_versions"("kind", "version");

-- CreateIndex
CREATE INDEX "products_name_trgm" ON "products" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "products_created_at_id_idx" ON "products"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "products_source_external_id_key" ON "products"("source", "external_id");

-- CreateIndex
CREATE INDEX "ratings_order_id_idx" ON "ratings"("order_id");

-- CreateIndex
CREATE INDEX "ratings_customer_id_idx" ON "ratings"("customer_id");

-- CreateIndex
CREATE INDEX "ratings_product_id_idx" ON "ratings"("product_id");

-- CreateIndex
CREATE INDEX "ratings_occurred_at_id_idx" ON "ratings"("occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ratings_source_external_id_key" ON "ratings"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "returns_serial_key" ON "returns"("serial");

-- CreateIndex
CREATE INDEX "returns_customer_id_created_at_id_idx" ON "returns"("customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "returns_created_at_id_idx" ON "returns"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "returns_status_created_at_id_idx" ON "returns"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "returns_order_id_idx" ON "returns"("order_id");

-- CreateIndex
CREATE INDEX "returns_ticket_id_idx" ON "returns"("ticket_id");

-- CreateIndex
CREATE INDEX "return_items_order_item_id_idx" ON "return_items"("order_item_id");

-- CreateIndex
CREATE INDEX "refunds_order_id_idx" ON "refunds"("order_id");

-- CreateIndex
CREATE INDEX "refunds_return_id_idx" ON "refunds"("return_id");

-- CreateIndex
CREATE INDEX "refunds_payment_id_idx" ON "refunds"("payment_id");

-- CreateIndex
CREATE INDEX "refunds_customer_id_created_at_id_idx" ON "refunds"("customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_serial_key" ON "suggestions"("serial");

-- CreateIndex
CREATE INDEX "suggestions_customer_id_created_at_id_idx" ON "suggestions"("customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "suggestions_created_at_id_idx" ON "suggestions"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "suggestions_vote_count_id_idx" ON "suggestions"("vote_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "suggestions_duplicate_of_id_idx" ON "suggestions"("duplicate_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_source_external_id_key" ON "suggestions"("source", "external_id");

-- CreateIndex
CREATE INDEX "suggestion_votes_customer_id_idx" ON "suggestion_votes"("customer_id");

-- CreateIndex
CREATE INDEX "tickets_order_id_idx" ON "tickets"("order_id");

-- CreateIndex
CREATE INDEX "tickets_delivery_id_idx" ON "tickets"("delivery_id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracking_events" ADD CONSTRAINT "tracking_events_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_problems" ADD CONSTRAINT "delivery_problems_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_cards" ADD CONSTRAINT "message_cards_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_cards" ADD CONSTRAINT "message_cards_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_cards" ADD CONSTRAINT "message_cards_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_promotions" ADD CONSTRAINT "product_promotions_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_replacement_product_id_fkey" FOREIGN KEY ("replacement_product_id") REFERENCES "products"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_items" ADD CONSTRAINT "return_items_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_items" ADD CONSTRAINT "return_items_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "suggestions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_votes" ADD CONSTRAINT "suggestion_votes_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_votes" ADD CONSTRAINT "suggestion_votes_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say: last lines of defence behind the rules in the code.
ALTER TABLE "products" ADD CONSTRAINT "products_amounts" CHECK ("price" >= 0 AND "stock" >= 0 AND ("price" IS NULL) = ("currency_code" IS NULL));
ALTER TABLE "orders" ADD CONSTRAINT "orders_amounts" CHECK ("items_total" >= 0 AND "shipping_total" >= 0 AND "discount_total" >= 0 AND "total" >= 0);
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_amounts" CHECK ("quantity" > 0 AND "unit_price" >= 0 AND "total" >= 0 AND "shipping" >= 0);
ALTER TABLE "payments" ADD CONSTRAINT "payments_amounts" CHECK ("amount" >= 0 AND "captured_amount" >= 0 AND "instalment_count" > 0);
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_quantity" CHECK ("quantity" > 0);
ALTER TABLE "returns" ADD CONSTRAINT "returns_decided" CHECK (("status" <> 'APPROVED' OR "decision" IS NOT NULL) AND ("status" <> 'DECLINED' OR "decline_code" IS NOT NULL));
ALTER TABLE "return_items" ADD CONSTRAINT "return_items_quantities" CHECK ("quantity" > 0 AND "received_quantity" BETWEEN 0 AND "quantity");
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount" CHECK ("amount" > 0);
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_resolved" CHECK ("status" NOT IN ('RESOLVED', 'DISPUTED', 'ARBITRATION', 'FINAL', 'CLOSED') OR "resolution" IS NOT NULL);
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_duplicate" CHECK (("status" = 'DUPLICATE') = ("duplicate_of_id" IS NOT NULL) AND "duplicate_of_id" <> "id");
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_score" CHECK ("score" BETWEEN 1 AND 5);
ALTER TABLE "message_cards" ADD CONSTRAINT "message_cards_subject" CHECK (num_nonnulls("product_id", "order_id") = 1);
