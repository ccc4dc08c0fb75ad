-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateEnum
CREATE TYPE "language" AS ENUM ('RU', 'EN');

-- CreateEnum
CREATE TYPE "operator_role" AS ENUM ('OPERATOR', 'SUPERVISOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "topic" AS ENUM ('ORDER', 'DELIVERY', 'RETURN', 'PAYMENT', 'ACCOUNT', 'TECHNICAL', 'COMPLAINT', 'SUGGESTION', 'OTHER');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('SITE_CHAT', 'APP_CHAT', 'PHONE', 'EMAIL', 'VK', 'INSTAGRAM', 'FACEBOOK', 'WHATSAPP', 'TELEGRAM');

-- CreateEnum
CREATE TYPE "ticket_status" AS ENUM ('NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED', 'RESOLVED', 'CLOSED', 'MERGED', 'SPAM');

-- CreateEnum
CREATE TYPE "ticket_resolution" AS ENUM ('ANSWERED', 'FIXED', 'DECLINED', 'NO_RESPONSE', 'DUPLICATE');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('LOW', 'NORMAL', 'HIGH', 'URGENT');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('TEXT', 'NOTE', 'SYSTEM', 'CARD');

-- CreateEnum
CREATE TYPE "author_kind" AS ENUM ('CUSTOMER', 'OPERATOR', 'SERVICE', 'SYSTEM');

-- CreateEnum
CREATE TYPE "reader_side" AS ENUM ('CUSTOMER', 'OPERATOR');

-- CreateTable
CREATE TABLE "customers" (
    "id" UUID NOT NULL,
    "external_id" TEXT,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "locale" "language" NOT NULL DEFAULT 'RU',
    "is_guest" BOOLEAN NOT NULL DEFAULT false,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_identities" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operators" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "operator_role" NOT NULL DEFAULT 'OPERATOR',
    "is_disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "team_id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("team_id","operator_id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" UUID NOT NULL,
    "serial" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "topic" "topic" NOT NULL,
    "channel" "channel" NOT NULL,
    "status" "ticket_status" NOT NULL DEFAULT 'NEW',
    "priority" "priority" NOT NULL DEFAULT 'NORMAL',
    "language" "language" NOT NULL,
    "tags" TEXT[],
    "assignee_id" UUID,
    "team_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "last_note_seq" INTEGER NOT NULL DEFAULT 0,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "snoozed_until" TIMESTAMPTZ(3),
    "resolution" "ticket_resolution",
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "predecessor_id" UUID,
    "source" TEXT,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "seq" INTEGER,
    "note_seq" INTEGER,
    "after_seq" INTEGER,
    "kind" "message_kind" NOT NULL DEFAULT 'TEXT',
    "author_kind" "author_kind" NOT NULL,
    "author_customer_id" UUID,
    "author_operator_id" UUID,
    "author_name" TEXT,
    "text" TEXT NOT NULL,
    "requested_ticket_id" UUID,
    "client_message_id" UUID,
    "body_digest" BYTEA,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_revisions" (
    "message_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_revisions_pkey" PRIMARY KEY ("message_id","revision")
);

-- CreateTable
CREATE TABLE "read_markers" (
    "ticket_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "side" "reader_side" NOT NULL,
    "read_seq" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_markers_pkey" PRIMARY KEY ("ticket_id","reader_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" BIGSERIAL NOT NULL,
    "position" BIGINT,
    "type" TEXT NOT NULL,
    "is_internal" BOOLEAN NOT NULL DEFAULT false,
    "ticket_id" UUID,
    "customer_id" UUID,
    "operator_id" UUID,
    "actor_kind" "author_kind" NOT NULL,
    "actor_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_head" (
    "id" INTEGER NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "archived" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "log_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "due_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "viewer_id" TEXT NOT NULL,
    "mutation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("viewer_id","mutation","key")
);

-- CreateTable
CREATE TABLE "secrets" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secrets_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "customers_external_id_key" ON "customers"("external_id");

-- CreateIndex
CREATE INDEX "customers_merged_into_id_idx" ON "customers"("merged_into_id");

-- CreateIndex
CREATE INDEX "customers_name_trgm" ON "customers" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "customers_email_trgm" ON "customers" USING GIN ("email" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "customers_created_at_id_idx" ON "customers"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "customer_identities_customer_id_idx" ON "customer_identities"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_identities_source_external_id_key" ON "customer_identities"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "operators_issuer_subject_key" ON "operators"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "teams_key_key" ON "teams"("key");

-- CreateIndex
CREATE INDEX "team_members_operator_id_idx" ON "team_members"("operator_id");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_serial_key" ON "tickets"("serial");

-- CreateIndex
CREATE INDEX "tickets_last_activity_at_id_idx" ON "tickets"("last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tickets_created_at_id_idx" ON "tickets"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tickets_customer_id_last_activity_at_id_idx" ON "tickets"("customer_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tickets_assignee_id_last_activity_at_id_idx" ON "tickets"("assignee_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tickets_team_id_last_activity_at_id_idx" ON "tickets"("team_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tickets_status_last_activity_at_id_idx" ON "tickets"("status", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tickets_merged_into_id_idx" ON "tickets"("merged_into_id");

-- CreateIndex
CREATE INDEX "tickets_predecessor_id_idx" ON "tickets"("predecessor_id");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_source_external_id_key" ON "tickets"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_ticket_id_seq_key" ON "messages"("ticket_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "messages_ticket_id_note_seq_key" ON "messages"("ticket_id", "note_seq");

-- CreateIndex
CREATE UNIQUE INDEX "messages_requested_ticket_id_client_message_id_key" ON "messages"("requested_ticket_id", "client_message_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_position_key" ON "events"("position");

-- CreateIndex
CREATE INDEX "events_ticket_id_position_idx" ON "events"("ticket_id", "position");

-- CreateIndex
CREATE INDEX "events_customer_id_position_idx" ON "events"("customer_id", "position");

-- CreateIndex
CREATE INDEX "events_unnumbered" ON "events"("id") WHERE (position IS NULL);

-- CreateIndex
CREATE INDEX "due_due_at_idx" ON "due"("due_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_identities" ADD CONSTRAINT "customer_identities_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "operators"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_revisions" ADD CONSTRAINT "message_revisions_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_markers" ADD CONSTRAINT "read_markers_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.

-- Text search, Russian with Latin words stemmed as English. Expression indexes: no column to keep in step.
CREATE INDEX "tickets_subject_search" ON "tickets" USING GIN (to_tsvector('russian', "subject"));
CREATE INDEX "messages_text_search" ON "messages" USING GIN (to_tsvector('russian', "text"));

-- The head of the log is one row, made once.
INSERT INTO "log_head" ("id") VALUES (1);

-- Each event is numbered by an update soon after its insert: room for it on its page.
ALTER TABLE "events" SET (fillfactor = 70);

-- An entry counts either among the public messages or among the internal ones.
ALTER TABLE "messages" ADD CONSTRAINT "messages_one_counting" CHECK (("seq" IS NULL) <> ("note_seq" IS NULL));
ALTER TABLE "messages" ADD CONSTRAINT "messages_note_is_internal" CHECK ("kind" <> 'NOTE' OR "seq" IS NULL);
