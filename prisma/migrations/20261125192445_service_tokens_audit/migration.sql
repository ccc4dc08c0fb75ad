-- CreateTable
CREATE TABLE "service_tokens" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "service_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_token_secrets" (
    "id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_token_secrets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "service_token_secrets_digest_key" ON "service_token_secrets"("digest");

-- CreateIndex
CREATE INDEX "service_token_secrets_token_id_idx" ON "service_token_secrets"("token_id");

-- CreateIndex
CREATE INDEX "events_of_desk" ON "events"("actor_id", "position") WHERE ((position IS NOT NULL) AND (actor_kind <> 'CUSTOMER'::author_kind));

-- CreateIndex
CREATE INDEX "events_archive_ticket_id_position_idx" ON "events_archive"("ticket_id", "position");

-- CreateIndex
CREATE INDEX "events_archive_customer_id_position_idx" ON "events_archive"("customer_id", "position");

-- CreateIndex
CREATE INDEX "events_archive_of_desk" ON "events_archive"("actor_id", "position") WHERE (actor_kind <> 'CUSTOMER'::author_kind);

-- AddForeignKey
ALTER TABLE "service_token_secrets" ADD CONSTRAINT "service_token_secrets_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "service_tokens"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
