CREATE TABLE "uncounted_uses" (
	"discount_id" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	CONSTRAINT "uncounted_uses_key" PRIMARY KEY("discount_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "uncounted_uses" ADD CONSTRAINT "uncounted_uses_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uncounted_uses_order" ON "uncounted_uses" USING btree ("order_id");