-- CreateEnum
CREATE TYPE "export_status" AS ENUM ('PENDING', 'RUNNING', 'READY', 'FAILED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "erasure_status" AS ENUM ('RUNNING', 'COMPLETED');

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "customer_exports" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "requested_by_kind" "author_kind" NOT NULL,
    "requested_by_id" UUID,
    "status" "export_status" NOT NULL DEFAULT 'PENDING',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "total_count" INTEGER NOT NULL DEFAULT 0,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "failure_code" TEXT,
    "storage_key" TEXT,
    "byte_size" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_erasures" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "requested_by_kind" "author_kind" NOT NULL,
    "requested_by_id" UUID,
    "status" "erasure_status" NOT NULL DEFAULT 'RUNNING',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_erasures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customer_exports_customer_id_created_at_id_idx" ON "customer_exports"("customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "customer_exports_created_at_id_idx" ON "customer_exports"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "customer_erasures_customer_id_key" ON "customer_erasures"("customer_id");

-- CreateIndex
CREATE INDEX "tickets_closed_with_words" ON "tickets"("closed_at") WHERE ((status = 'CLOSED'::ticket_status) AND (erased_at IS NULL));

-- AddForeignKey
ALTER TABLE "customer_exports" ADD CONSTRAINT "customer_exports_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_erasures" ADD CONSTRAINT "customer_erasures_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
