-- DropIndex
DROP INDEX "ratings_customer_id_idx";

-- DropIndex
DROP INDEX "ratings_product_id_idx";

-- CreateIndex
CREATE INDEX "ratings_customer_id_occurred_at_id_idx" ON "ratings"("customer_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ratings_product_id_occurred_at_id_idx" ON "ratings"("product_id", "occurred_at" DESC, "id" DESC);
