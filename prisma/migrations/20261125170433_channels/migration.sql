-- CreateEnum
CREATE TYPE "outbound_status" AS ENUM ('PENDING', 'SENDING', 'UNCONFIRMED', 'SENT', 'DELIVERED', 'READ', 'FAILED');

-- CreateTable
CREATE TABLE "channel_settings" (
    "channel" "channel" NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Moscow',
    "is_always_open" BOOLEAN NOT NULL DEFAULT true,
    "reply_window_seconds" INTEGER,
    "reply_window_source" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_settings_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "channel_slots" (
    "channel" "channel" NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opens_at" INTEGER NOT NULL,
    "closes_at" INTEGER NOT NULL,

    CONSTRAINT "channel_slots_pkey" PRIMARY KEY ("channel","weekday","opens_at")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "account" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "last_inbound_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_threads" (
    "ticket_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,

    CONSTRAINT "ticket_threads_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateTable
CREATE TABLE "inbounds" (
    "channel" "channel" NOT NULL,
    "account" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "message_id" UUID,
    "digest" BYTEA,
    "is_edit" BOOLEAN NOT NULL DEFAULT false,
    "edited_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbounds_pkey" PRIMARY KEY ("channel","account","external_id")
);

-- CreateTable
CREATE TABLE "outbounds" (
    "place" BIGSERIAL NOT NULL,
    "message_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "status" "outbound_status" NOT NULL DEFAULT 'PENDING',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "lease_token" UUID,
    "lease_worker" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3),
    "external_ids" TEXT[],
    "failure_code" TEXT,
    "is_retryable" BOOLEAN,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbounds_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "bot_hand_offs" (
    "ticket_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "reason" TEXT,
    "context" JSONB,
    "handed_off_at" TIMESTAMPTZ(3) NOT NULL,
    "resumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "bot_hand_offs_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "threads_channel_account_external_id_key" ON "threads"("channel", "account", "external_id");

-- CreateIndex
CREATE INDEX "ticket_threads_thread_id_idx" ON "ticket_threads"("thread_id");

-- CreateIndex
CREATE INDEX "inbounds_message_id_idx" ON "inbounds"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbounds_place_key" ON "outbounds"("place");

-- CreateIndex
CREATE INDEX "outbounds_thread_id_place_idx" ON "outbounds"("thread_id", "place");

-- CreateIndex
CREATE INDEX "outbounds_external_ids_idx" ON "outbounds" USING GIN ("external_ids");

-- AddForeignKey
ALTER TABLE "channel_slots" ADD CONSTRAINT "channel_slots_channel_fkey" FOREIGN KEY ("channel") REFERENCES "channel_settings"("channel") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_threads" ADD CONSTRAINT "ticket_threads_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_threads" ADD CONSTRAINT "ticket_threads_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbounds" ADD CONSTRAINT "inbounds_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbounds" ADD CONSTRAINT "outbounds_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbounds" ADD CONSTRAINT "outbounds_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bot_hand_offs" ADD CONSTRAINT "bot_hand_offs_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "channel_settings" ADD CONSTRAINT "channel_settings_reply_window" CHECK ("reply_window_seconds" > 0);
ALTER TABLE "channel_slots" ADD CONSTRAINT "channel_slots_span"
  CHECK ("weekday" BETWEEN 1 AND 7 AND "opens_at" >= 0 AND "opens_at" < "closes_at" AND "closes_at" <= 1440);
ALTER TABLE "outbounds" ADD CONSTRAINT "outbounds_lease"
  CHECK ("status" <> 'SENDING' OR ("lease_token" IS NOT NULL AND "lease_until" IS NOT NULL));

-- Every channel has its settings.
INSERT INTO "channel_settings" ("channel") SELECT unnest(enum_range(NULL::"channel"));

UPDATE "channel_settings" SET "reply_window_seconds" = 86400,
  "reply_window_source" = 'WhatsApp Business Platform, customer service windows: free-form messages within 24 hours of the customer''s last message (developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages)'
  WHERE "channel" = 'WHATSAPP';
UPDATE "channel_settings" SET "reply_window_seconds" = 86400,
  "reply_window_source" = 'Messenger Platform policy, standard messaging: 24 hours from the person''s last message (developers.facebook.com/docs/messenger-platform/policy/policy-overview)'
  WHERE "channel" = 'FACEBOOK';
UPDATE "channel_settings" SET "reply_window_seconds" = 86400,
  "reply_window_source" = 'Instagram messaging, standard messaging window: 24 hours from the person''s last message (developers.facebook.com/docs/messenger-platform/instagram/features/send-message)'
  WHERE "channel" = 'INSTAGRAM';
