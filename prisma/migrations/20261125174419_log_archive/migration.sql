-- CreateTable
CREATE TABLE "events_archive" (
    "id" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "is_internal" BOOLEAN NOT NULL,
    "ticket_id" UUID,
    "customer_id" UUID,
    "operator_id" UUID,
    "actor_kind" "author_kind" NOT NULL,
    "actor_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_archive_pkey" PRIMARY KEY ("position")
);
