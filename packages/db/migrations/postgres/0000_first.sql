CREATE TABLE "settings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"time_zone" text collate "C" NOT NULL,
	"locale" text collate "C" NOT NULL,
	"privacy_policy" text collate "C" NOT NULL,
	"terms_policy" text collate "C" NOT NULL,
	"returns_policy" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "settings_one_row" CHECK ("settings"."id" in ('store')),
	CONSTRAINT "settings_name_length" CHECK (length("settings"."name") <= 120),
	CONSTRAINT "settings_currency_length" CHECK (length("settings"."currency") <= 3),
	CONSTRAINT "settings_time_zone_length" CHECK (length("settings"."time_zone") <= 64),
	CONSTRAINT "settings_locale_length" CHECK (length("settings"."locale") <= 35),
	CONSTRAINT "settings_privacy_policy_length" CHECK (length("settings"."privacy_policy") <= 20000),
	CONSTRAINT "settings_terms_policy_length" CHECK (length("settings"."terms_policy") <= 20000),
	CONSTRAINT "settings_returns_policy_length" CHECK (length("settings"."returns_policy") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C",
	"status" text collate "C" NOT NULL,
	"first_name" text collate "C" NOT NULL,
	"last_name" text collate "C" NOT NULL,
	"phone" text collate "C",
	"company_name" text collate "C",
	"tax_id" text collate "C",
	"locale" text collate "C",
	"metadata" json NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"email_key" text collate "C" NOT NULL,
	"order_count" integer DEFAULT 0 NOT NULL,
	"last_order_at" timestamp (3) with time zone DEFAULT '1970-01-01T00:00:00.000Z' NOT NULL,
	"net_spent" bigint DEFAULT 0 NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "customers_status" CHECK ("customers"."status" in ('guest', 'invited', 'active', 'disabled', 'erased')),
	CONSTRAINT "customers_created_by" CHECK ("customers"."created_by" in ('self', 'checkout', 'staff', 'import', 'api')),
	CONSTRAINT "customers_email_length" CHECK (length("customers"."email") <= 254),
	CONSTRAINT "customers_first_name_length" CHECK (length("customers"."first_name") <= 100),
	CONSTRAINT "customers_last_name_length" CHECK (length("customers"."last_name") <= 100),
	CONSTRAINT "customers_company_name_length" CHECK (length("customers"."company_name") <= 120),
	CONSTRAINT "customers_tax_id_length" CHECK (length("customers"."tax_id") <= 40)
);
--> statement-breakpoint
CREATE TABLE "customer_search" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"label" text collate "C" NOT NULL,
	"first_name" text collate "C" NOT NULL,
	"last_name" text collate "C" NOT NULL,
	"company" text collate "C",
	"line1" text collate "C" NOT NULL,
	"line2" text collate "C",
	"city" text collate "C" NOT NULL,
	"province" text collate "C",
	"postal_code" text collate "C" NOT NULL,
	"country_code" text collate "C" NOT NULL,
	"phone" text collate "C",
	"is_default_shipping" boolean NOT NULL,
	"is_default_billing" boolean NOT NULL,
	"same_key" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "addresses_country_length" CHECK (length("addresses"."country_code") <= 2),
	CONSTRAINT "addresses_line1_length" CHECK (length("addresses"."line1") <= 200)
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"colour" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "tags_colour" CHECK ("tags"."colour" in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
	CONSTRAINT "tags_name_length" CHECK (length("tags"."name") <= 40)
);
--> statement-breakpoint
CREATE TABLE "customer_tags" (
	"customer_id" text collate "C" NOT NULL,
	"tag_id" text collate "C" NOT NULL,
	CONSTRAINT "customer_tags_key" PRIMARY KEY("customer_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"pinned" boolean NOT NULL,
	"place" text collate "C" NOT NULL,
	"author_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "notes_text_length" CHECK (length("notes"."text") <= 5000)
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"source" text collate "C" NOT NULL,
	"reason" text collate "C",
	"staff_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	"present" boolean NOT NULL,
	CONSTRAINT "consents_channel" CHECK ("consents"."channel" in ('email', 'sms', 'phone')),
	CONSTRAINT "consents_state" CHECK ("consents"."state" in ('granted', 'withdrawn')),
	CONSTRAINT "consents_source" CHECK ("consents"."source" in ('self', 'checkout', 'staff', 'import'))
);
--> statement-breakpoint
CREATE TABLE "email_holds" (
	"email" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_groups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"search_key" text collate "C" NOT NULL,
	"description" text collate "C" NOT NULL,
	"colour" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"metadata" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "customer_groups_kind" CHECK ("customer_groups"."kind" in ('manual', 'rule')),
	CONSTRAINT "customer_groups_colour" CHECK ("customer_groups"."colour" in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
	CONSTRAINT "customer_groups_name_length" CHECK (length("customer_groups"."name") <= 80),
	CONSTRAINT "customer_groups_description_length" CHECK (length("customer_groups"."description") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"group_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"source" text collate "C" NOT NULL,
	"reason" text collate "C",
	"added_by" text collate "C",
	"added_at" timestamp (3) with time zone NOT NULL,
	"open" boolean NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" text collate "C",
	"removal_id" text collate "C",
	CONSTRAINT "memberships_source" CHECK ("memberships"."source" in ('staff', 'import', 'api', 'rule')),
	CONSTRAINT "memberships_span" CHECK ("memberships"."until" is null or "memberships"."until" > "memberships"."from"),
	CONSTRAINT "memberships_reason_length" CHECK (length("memberships"."reason") <= 300)
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"tax_rate" integer NOT NULL,
	"prices_include_tax" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "regions_name_length" CHECK (length("regions"."name") <= 80),
	CONSTRAINT "regions_currency_length" CHECK (length("regions"."currency") <= 3),
	CONSTRAINT "regions_tax_rate" CHECK ("regions"."tax_rate" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "region_countries" (
	"country_code" text collate "C" PRIMARY KEY NOT NULL,
	"region_id" text collate "C" NOT NULL,
	CONSTRAINT "region_countries_length" CHECK (length("region_countries"."country_code") <= 2)
);
--> statement-breakpoint
CREATE TABLE "shipping_options" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"region_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"description" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "shipping_options_name_length" CHECK (length("shipping_options"."name") <= 80),
	CONSTRAINT "shipping_options_description_length" CHECK (length("shipping_options"."description") <= 200),
	CONSTRAINT "shipping_options_amount" CHECK ("shipping_options"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pictures_hash_length" CHECK (length("pictures"."hash") <= 64)
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"title" text collate "C" NOT NULL,
	"title_key" text collate "C" NOT NULL,
	"handle" text collate "C" NOT NULL,
	"description" text collate "C" NOT NULL,
	"category" text collate "C" NOT NULL,
	"category_key" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"picture" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "products_status" CHECK ("products"."status" in ('draft', 'published')),
	CONSTRAINT "products_title_length" CHECK (length("products"."title") <= 120),
	CONSTRAINT "products_handle_length" CHECK (length("products"."handle") <= 100),
	CONSTRAINT "products_description_length" CHECK (length("products"."description") <= 5000),
	CONSTRAINT "products_category_length" CHECK (length("products"."category") <= 60)
);
--> statement-breakpoint
CREATE TABLE "product_words" (
	"word" text collate "C" NOT NULL,
	"product_id" text collate "C" NOT NULL,
	CONSTRAINT "product_words_key" PRIMARY KEY("word","product_id")
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"sku" text collate "C" NOT NULL,
	"sku_key" text collate "C" NOT NULL,
	"stock" integer,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "variants_stock" CHECK ("variants"."stock" is null or "variants"."stock" >= 0),
	CONSTRAINT "variants_title_length" CHECK (length("variants"."title") <= 80),
	CONSTRAINT "variants_sku_length" CHECK (length("variants"."sku") <= 60)
);
--> statement-breakpoint
CREATE TABLE "variant_prices" (
	"variant_id" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "variant_prices_key" PRIMARY KEY("variant_id","currency"),
	CONSTRAINT "variant_prices_amount" CHECK ("variant_prices"."amount" >= 0),
	CONSTRAINT "variant_prices_currency_length" CHECK (length("variant_prices"."currency") <= 3)
);
--> statement-breakpoint
CREATE TABLE "product_prices" (
	"product_id" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"lowest" bigint NOT NULL,
	CONSTRAINT "product_prices_key" PRIMARY KEY("product_id","currency")
);
--> statement-breakpoint
CREATE TABLE "price_lists" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"benefit" text collate "C",
	"type" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"audience_kind" text collate "C" NOT NULL,
	"adjustment" integer,
	"floor" bigint,
	"used" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "price_lists_type" CHECK ("price_lists"."type" in ('override', 'sale')),
	CONSTRAINT "price_lists_status" CHECK ("price_lists"."status" in ('draft', 'active', 'archived')),
	CONSTRAINT "price_lists_audience_kind" CHECK ("price_lists"."audience_kind" in ('everyone', 'groups')),
	CONSTRAINT "price_lists_span" CHECK ("price_lists"."starts_at" is null or "price_lists"."ends_at" is null or "price_lists"."ends_at" > "price_lists"."starts_at"),
	CONSTRAINT "price_lists_name_length" CHECK (length("price_lists"."name") <= 80),
	CONSTRAINT "price_lists_benefit_length" CHECK (length("price_lists"."benefit") <= 40),
	CONSTRAINT "price_lists_currency_length" CHECK (length("price_lists"."currency") <= 3),
	CONSTRAINT "price_lists_floor" CHECK ("price_lists"."floor" is null or "price_lists"."floor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "price_list_groups" (
	"price_list_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"part" text collate "C" NOT NULL,
	"group_id" text collate "C",
	"group_name" text collate "C" NOT NULL,
	CONSTRAINT "price_list_groups_key" PRIMARY KEY("price_list_id","position"),
	CONSTRAINT "price_list_groups_part" CHECK ("price_list_groups"."part" in ('anyOf', 'allOf', 'noneOf'))
);
--> statement-breakpoint
CREATE TABLE "price_list_entries" (
	"price_list_id" text collate "C" NOT NULL,
	"variant_id" text collate "C" NOT NULL,
	"min" integer NOT NULL,
	"max" integer,
	"amount" bigint,
	"excluded" boolean NOT NULL,
	CONSTRAINT "price_list_entries_key" PRIMARY KEY("price_list_id","variant_id","min"),
	CONSTRAINT "price_list_entries_range" CHECK ("price_list_entries"."min" >= 1 and ("price_list_entries"."max" is null or "price_list_entries"."max" >= "price_list_entries"."min")),
	CONSTRAINT "price_list_entries_amount" CHECK ("price_list_entries"."amount" is null or "price_list_entries"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "price_list_imports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"price_list_id" text collate "C" NOT NULL,
	"changes" json NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discounts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"code" text collate "C",
	"kind" text collate "C" NOT NULL,
	"applies_to" text collate "C" NOT NULL,
	"basis_points" integer,
	"amount" bigint,
	"currency" text collate "C",
	"audience_kind" text collate "C" NOT NULL,
	"minimum" bigint,
	"minimum_currency" text collate "C",
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"status" text collate "C" NOT NULL,
	"uses" integer NOT NULL,
	"usage_limit" integer,
	"per_customer_limit" integer,
	"used" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "discounts_kind" CHECK ("discounts"."kind" in ('percentage', 'fixed', 'free_shipping')),
	CONSTRAINT "discounts_applies_to" CHECK ("discounts"."applies_to" in ('cart', 'items')),
	CONSTRAINT "discounts_status" CHECK ("discounts"."status" in ('active', 'disabled', 'archived')),
	CONSTRAINT "discounts_audience_kind" CHECK ("discounts"."audience_kind" in ('everyone', 'groups')),
	CONSTRAINT "discounts_uses" CHECK ("discounts"."uses" >= 0 and ("discounts"."usage_limit" is null or "discounts"."uses" <= "discounts"."usage_limit")),
	CONSTRAINT "discounts_span" CHECK ("discounts"."starts_at" is null or "discounts"."ends_at" is null or "discounts"."ends_at" > "discounts"."starts_at"),
	CONSTRAINT "discounts_name_length" CHECK (length("discounts"."name") <= 80),
	CONSTRAINT "discounts_code_length" CHECK (length("discounts"."code") <= 40)
);
--> statement-breakpoint
CREATE TABLE "discount_groups" (
	"discount_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"part" text collate "C" NOT NULL,
	"group_id" text collate "C",
	"group_name" text collate "C" NOT NULL,
	CONSTRAINT "discount_groups_key" PRIMARY KEY("discount_id","position"),
	CONSTRAINT "discount_groups_part" CHECK ("discount_groups"."part" in ('anyOf', 'allOf', 'noneOf'))
);
--> statement-breakpoint
CREATE TABLE "discount_regions" (
	"discount_id" text collate "C" NOT NULL,
	"region_id" text collate "C" NOT NULL,
	CONSTRAINT "discount_regions_key" PRIMARY KEY("discount_id","region_id")
);
--> statement-breakpoint
CREATE TABLE "discount_products" (
	"discount_id" text collate "C" NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"part" text collate "C" NOT NULL,
	CONSTRAINT "discount_products_key" PRIMARY KEY("discount_id","product_id"),
	CONSTRAINT "discount_products_part" CHECK ("discount_products"."part" in ('in', 'not_in'))
);
--> statement-breakpoint
CREATE TABLE "discount_uses" (
	"discount_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"order_id" text collate "C" NOT NULL,
	CONSTRAINT "discount_uses_key" PRIMARY KEY("discount_id","customer_id","number")
);
--> statement-breakpoint
CREATE TABLE "uncounted_uses" (
	"discount_id" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	CONSTRAINT "uncounted_uses_key" PRIMARY KEY("discount_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"token_hash" "bytea",
	"customer_id" text collate "C",
	"state" text collate "C" NOT NULL,
	"region_id" text collate "C",
	"email" text collate "C",
	"shipping_address" json,
	"billing_address" json,
	"shipping_option_id" text collate "C",
	"changes" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_state" CHECK ("carts"."state" in ('open', 'merged', 'ordered')),
	CONSTRAINT "carts_owner" CHECK ("carts"."token_hash" is null or "carts"."customer_id" is null),
	CONSTRAINT "carts_email_length" CHECK (length("carts"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"cart_id" text collate "C" NOT NULL,
	"variant_id" text collate "C" NOT NULL,
	"quantity" integer NOT NULL,
	"seen_amount" bigint,
	"seen_currency" text collate "C",
	"position" integer NOT NULL,
	CONSTRAINT "cart_lines_quantity" CHECK ("cart_lines"."quantity" >= 1)
);
--> statement-breakpoint
CREATE TABLE "cart_codes" (
	"cart_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "cart_codes_key" PRIMARY KEY("cart_id","code"),
	CONSTRAINT "cart_codes_code_length" CHECK (length("cart_codes"."code") <= 40)
);
--> statement-breakpoint
CREATE TABLE "order_numbers" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"access" text collate "C" NOT NULL,
	"disowned_at" timestamp (3) with time zone,
	"cart_id" text collate "C",
	"email" text collate "C",
	"region_id" text collate "C",
	"region_name" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"tax_rate" integer NOT NULL,
	"tax_included" boolean NOT NULL,
	"status" text collate "C" NOT NULL,
	"payment" text collate "C" NOT NULL,
	"fulfilment" text collate "C" NOT NULL,
	"payment_kind" text collate "C" NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"shipping_discount" bigint NOT NULL,
	"shipping_tax" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"captured" bigint NOT NULL,
	"pieces" integer NOT NULL,
	"shipping_name" text collate "C" NOT NULL,
	"shipping_address" json,
	"billing_address" json,
	"country_code" text collate "C" NOT NULL,
	"discounts" json NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"canceled_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "orders_access" CHECK ("orders"."access" in ('account', 'guest')),
	CONSTRAINT "orders_status" CHECK ("orders"."status" in ('pending', 'completed', 'canceled')),
	CONSTRAINT "orders_payment" CHECK ("orders"."payment" in ('awaiting', 'authorized', 'captured', 'partially_refunded', 'refunded', 'voided')),
	CONSTRAINT "orders_fulfilment" CHECK ("orders"."fulfilment" in ('not_fulfilled', 'partially_fulfilled', 'fulfilled', 'delivered', 'partially_returned', 'returned')),
	CONSTRAINT "orders_payment_kind" CHECK ("orders"."payment_kind" in ('invoice', 'on_delivery')),
	CONSTRAINT "orders_refunded" CHECK ("orders"."refunded" >= 0 and "orders"."refunded" <= "orders"."captured"),
	CONSTRAINT "orders_total_positive" CHECK ("orders"."total" >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"product_id" text collate "C",
	"variant_id" text collate "C",
	"title" text collate "C" NOT NULL,
	"variant_title" text collate "C" NOT NULL,
	"sku" text collate "C" NOT NULL,
	"picture" text collate "C",
	"fulfilled" integer NOT NULL,
	"quantity" integer NOT NULL,
	"unit" bigint NOT NULL,
	"original" bigint NOT NULL,
	"list_id" text collate "C",
	"list_name" text collate "C",
	"benefit" text collate "C",
	"amount" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shares" json NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"counted" boolean NOT NULL,
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" >= 1),
	CONSTRAINT "order_lines_fulfilled" CHECK ("order_lines"."fulfilled" >= 0 and "order_lines"."fulfilled" <= "order_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"carrier" text collate "C",
	"tracking" text collate "C",
	"shipped_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "shipments_carrier_length" CHECK (length("shipments"."carrier") <= 60),
	CONSTRAINT "shipments_tracking_length" CHECK (length("shipments"."tracking") <= 120)
);
--> statement-breakpoint
CREATE TABLE "shipment_lines" (
	"shipment_id" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "shipment_lines_key" PRIMARY KEY("shipment_id","line_id"),
	CONSTRAINT "shipment_lines_quantity" CHECK ("shipment_lines"."quantity" >= 1)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text collate "C",
	"staff_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_kind" CHECK ("payments"."kind" in ('authorized', 'captured', 'voided', 'refunded')),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" >= 0),
	CONSTRAINT "payments_reason_length" CHECK (length("payments"."reason") <= 300)
);
--> statement-breakpoint
CREATE TABLE "order_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"author_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_notes_length" CHECK (length("order_notes"."text") <= 5000)
);
--> statement-breakpoint
CREATE TABLE "customer_figures" (
	"customer_id" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"orders" integer NOT NULL,
	"gross" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"net" bigint NOT NULL,
	"first_order_at" timestamp (3) with time zone,
	"last_order_at" timestamp (3) with time zone,
	CONSTRAINT "customer_figures_key" PRIMARY KEY("customer_id","currency")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"totp_seed" text collate "C",
	"totp_enabled_at" timestamp (3) with time zone,
	"totp_last_step" integer NOT NULL,
	"last_sign_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "staff_role" CHECK ("staff"."role" in ('owner', 'manager', 'support', 'viewer')),
	CONSTRAINT "staff_status" CHECK ("staff"."status" in ('invited', 'active', 'disabled')),
	CONSTRAINT "staff_email_length" CHECK (length("staff"."email") <= 254),
	CONSTRAINT "staff_name_length" CHECK (length("staff"."name") <= 120)
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_devices" (
	"staff_id" text collate "C" NOT NULL,
	"device_hash" text collate "C" NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_devices_key" PRIMARY KEY("staff_id","device_hash")
);
--> statement-breakpoint
CREATE TABLE "customer_sessions" (
	"handle" text collate "C" PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"absolute_expires_at" timestamp (3) with time zone NOT NULL,
	"authenticated_at" timestamp (3) with time zone NOT NULL,
	"device" text collate "C",
	"place" text collate "C",
	"remembered" boolean NOT NULL,
	"owner_id" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"handle" text collate "C" PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"absolute_expires_at" timestamp (3) with time zone NOT NULL,
	"authenticated_at" timestamp (3) with time zone NOT NULL,
	"device" text collate "C",
	"place" text collate "C",
	"remembered" boolean NOT NULL,
	"owner_id" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_passwords" (
	"customer_id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_passwords" (
	"staff_id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"customer_id" text collate "C",
	"staff_id" text collate "C",
	"email" text collate "C" NOT NULL,
	"asked_by" text collate "C",
	"order_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "tokens_purpose" CHECK ("tokens"."purpose" in ('sign_up', 'invitation', 'password_reset', 'email_change', 'email_revert', 'order_secret', 'staff_invitation', 'staff_password_reset', 'first_owner')),
	CONSTRAINT "tokens_email_length" CHECK (length("tokens"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"input_hash" text collate "C" NOT NULL,
	"result_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"type" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_realm" text collate "C" NOT NULL,
	"actor_id" text collate "C",
	"customer_id" text collate "C",
	"group_id" text collate "C",
	"order_id" text collate "C",
	"staff_id" text collate "C",
	"data" json NOT NULL,
	"customer_count" integer NOT NULL,
	"device" text collate "C",
	"address" text collate "C",
	"request_id" text collate "C",
	"seal_number" integer,
	"seal" text collate "C",
	CONSTRAINT "events_actor_realm" CHECK ("events"."actor_realm" in ('shop', 'staff', 'system')),
	CONSTRAINT "events_type_length" CHECK (length("events"."type") <= 60)
);
--> statement-breakpoint
CREATE TABLE "event_customers" (
	"customer_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	CONSTRAINT "event_customers_key" PRIMARY KEY("customer_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"template" text collate "C" NOT NULL,
	"sent_as" text collate "C",
	"customer_id" text collate "C",
	"staff_id" text collate "C",
	"token_id" text collate "C",
	"event_id" text collate "C",
	"order_id" text collate "C",
	"state" text collate "C" NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_template" CHECK ("outbox"."template" in ('sign_up', 'account_exists', 'account_closed', 'invitation', 'password_reset', 'password_changed', 'email_change', 'email_taken', 'email_change_asked', 'email_changed', 'order_confirmation', 'order_link', 'order_sent', 'order_canceled', 'order_refunded', 'staff_invitation', 'staff_password_reset', 'staff_password_changed', 'staff_new_sign_in', 'staff_totp_on', 'staff_totp_off', 'none')),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('queued', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "customer_search" ADD CONSTRAINT "customer_search_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_holds" ADD CONSTRAINT "email_holds_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_countries" ADD CONSTRAINT "region_countries_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_options" ADD CONSTRAINT "shipping_options_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_picture_pictures_hash_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_words" ADD CONSTRAINT "product_words_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant_prices" ADD CONSTRAINT "variant_prices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_groups" ADD CONSTRAINT "price_list_groups_price_list_id_price_lists_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_groups" ADD CONSTRAINT "price_list_groups_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_entries" ADD CONSTRAINT "price_list_entries_price_list_id_price_lists_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_entries" ADD CONSTRAINT "price_list_entries_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_imports" ADD CONSTRAINT "price_list_imports_price_list_id_price_lists_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_groups" ADD CONSTRAINT "discount_groups_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_groups" ADD CONSTRAINT "discount_groups_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_regions" ADD CONSTRAINT "discount_regions_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_regions" ADD CONSTRAINT "discount_regions_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_products" ADD CONSTRAINT "discount_products_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_products" ADD CONSTRAINT "discount_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uncounted_uses" ADD CONSTRAINT "uncounted_uses_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_shipping_option_id_shipping_options_id_fk" FOREIGN KEY ("shipping_option_id") REFERENCES "public"."shipping_options"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_codes" ADD CONSTRAINT "cart_codes_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."order_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_figures" ADD CONSTRAINT "customer_figures_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_devices" ADD CONSTRAINT "staff_devices_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_sessions" ADD CONSTRAINT "customer_sessions_owner_id_customers_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_passwords" ADD CONSTRAINT "customer_passwords_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_passwords" ADD CONSTRAINT "staff_passwords_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_customers" ADD CONSTRAINT "event_customers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email_key" ON "customers" USING btree ("email");--> statement-breakpoint
CREATE INDEX "customers_created" ON "customers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customers_updated" ON "customers" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "customers_email_order" ON "customers" USING btree ("email_key","id");--> statement-breakpoint
CREATE INDEX "customers_order_count" ON "customers" USING btree ("order_count","id");--> statement-breakpoint
CREATE INDEX "customers_last_order" ON "customers" USING btree ("last_order_at","id");--> statement-breakpoint
CREATE INDEX "customers_net_spent" ON "customers" USING btree ("net_spent","id");--> statement-breakpoint
CREATE INDEX "customers_status_created" ON "customers" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_search_customer_key" ON "customer_search" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_same_key" ON "addresses" USING btree ("customer_id","same_key");--> statement-breakpoint
CREATE INDEX "addresses_customer_created" ON "addresses" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_default_shipping_key" ON "addresses" USING btree ("customer_id") WHERE "addresses"."is_default_shipping";--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_default_billing_key" ON "addresses" USING btree ("customer_id") WHERE "addresses"."is_default_billing";--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_key" ON "tags" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "customer_tags_tag" ON "customer_tags" USING btree ("tag_id","customer_id");--> statement-breakpoint
CREATE INDEX "notes_customer_place" ON "notes" USING btree ("customer_id","place","id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_present_key" ON "consents" USING btree ("customer_id","channel") WHERE "consents"."present";--> statement-breakpoint
CREATE INDEX "consents_customer_at" ON "consents" USING btree ("customer_id","at","id");--> statement-breakpoint
CREATE INDEX "email_holds_customer" ON "email_holds" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_groups_name_key" ON "customer_groups" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "customer_groups_created" ON "customer_groups" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customer_groups_updated" ON "customer_groups" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_open_key" ON "memberships" USING btree ("group_id","customer_id") WHERE "memberships"."open";--> statement-breakpoint
CREATE INDEX "memberships_effective" ON "memberships" USING btree ("group_id","customer_id","from","until") WHERE "memberships"."open";--> statement-breakpoint
CREATE INDEX "memberships_group_added" ON "memberships" USING btree ("group_id","added_at","id");--> statement-breakpoint
CREATE INDEX "memberships_customer" ON "memberships" USING btree ("customer_id","group_id");--> statement-breakpoint
CREATE INDEX "memberships_removal" ON "memberships" USING btree ("removal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "regions_name_key" ON "regions" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "regions_created" ON "regions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "region_countries_region" ON "region_countries" USING btree ("region_id","country_code");--> statement-breakpoint
CREATE INDEX "shipping_options_region" ON "shipping_options" USING btree ("region_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_handle_key" ON "products" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "products_created" ON "products" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "products_updated" ON "products" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "products_title" ON "products" USING btree ("title_key","id");--> statement-breakpoint
CREATE INDEX "products_category_created" ON "products" USING btree ("status","category_key","created_at","id");--> statement-breakpoint
CREATE INDEX "products_status_created" ON "products" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "products_status_title" ON "products" USING btree ("status","title_key","id");--> statement-breakpoint
CREATE INDEX "products_picture" ON "products" USING btree ("picture");--> statement-breakpoint
CREATE INDEX "product_words_product" ON "product_words" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku_key" ON "variants" USING btree ("sku_key");--> statement-breakpoint
CREATE INDEX "variants_product" ON "variants" USING btree ("product_id","position","id");--> statement-breakpoint
CREATE INDEX "product_prices_lowest" ON "product_prices" USING btree ("currency","lowest","product_id");--> statement-breakpoint
CREATE INDEX "price_lists_live" ON "price_lists" USING btree ("currency","status");--> statement-breakpoint
CREATE INDEX "price_lists_name" ON "price_lists" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "price_lists_created" ON "price_lists" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "price_lists_updated" ON "price_lists" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "price_list_groups_group" ON "price_list_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "price_list_entries_variant" ON "price_list_entries" USING btree ("variant_id","price_list_id");--> statement-breakpoint
CREATE INDEX "price_list_imports_list" ON "price_list_imports" USING btree ("price_list_id");--> statement-breakpoint
CREATE INDEX "price_list_imports_at" ON "price_list_imports" USING btree ("imported_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "discounts_code_key" ON "discounts" USING btree ("code") WHERE "discounts"."status" <> 'archived';--> statement-breakpoint
CREATE INDEX "discounts_automatic" ON "discounts" USING btree ("status") WHERE "discounts"."code" is null;--> statement-breakpoint
CREATE INDEX "discounts_name" ON "discounts" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "discounts_created" ON "discounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "discounts_updated" ON "discounts" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "discount_groups_group" ON "discount_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "discount_regions_region" ON "discount_regions" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "discount_products_product" ON "discount_products" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "discount_uses_order_key" ON "discount_uses" USING btree ("order_id","discount_id");--> statement-breakpoint
CREATE INDEX "discount_uses_customer" ON "discount_uses" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "uncounted_uses_order" ON "uncounted_uses" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_token_key" ON "carts" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_customer_open_key" ON "carts" USING btree ("customer_id") WHERE "carts"."state" = 'open';--> statement-breakpoint
CREATE INDEX "carts_customer" ON "carts" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "carts_region" ON "carts" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "carts_shipping_option" ON "carts" USING btree ("shipping_option_id");--> statement-breakpoint
CREATE INDEX "carts_updated" ON "carts" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_variant_key" ON "cart_lines" USING btree ("cart_id","variant_id");--> statement-breakpoint
CREATE INDEX "cart_lines_cart" ON "cart_lines" USING btree ("cart_id","position","id");--> statement-breakpoint
CREATE INDEX "cart_lines_variant" ON "cart_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number_key" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_cart_key" ON "orders" USING btree ("cart_id");--> statement-breakpoint
CREATE INDEX "orders_placed" ON "orders" USING btree ("placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_total" ON "orders" USING btree ("total","id");--> statement-breakpoint
CREATE INDEX "orders_customer_placed" ON "orders" USING btree ("customer_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_email" ON "orders" USING btree ("email","id");--> statement-breakpoint
CREATE INDEX "orders_status_placed" ON "orders" USING btree ("status","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_payment_placed" ON "orders" USING btree ("payment","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_fulfilment_placed" ON "orders" USING btree ("fulfilment","placed_at","id");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id","position","id");--> statement-breakpoint
CREATE INDEX "order_lines_variant" ON "order_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "order_lines_product" ON "order_lines" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "order_lines_list" ON "order_lines" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "shipments_order" ON "shipments" USING btree ("order_id","shipped_at","id");--> statement-breakpoint
CREATE INDEX "shipment_lines_line" ON "shipment_lines" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "payments_order" ON "payments" USING btree ("order_id","at","id");--> statement-breakpoint
CREATE INDEX "order_notes_order" ON "order_notes" USING btree ("order_id","at","id");--> statement-breakpoint
CREATE INDEX "customer_figures_net" ON "customer_figures" USING btree ("currency","net","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email_key" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE INDEX "staff_role_status" ON "staff" USING btree ("role","status");--> statement-breakpoint
CREATE INDEX "recovery_codes_staff" ON "recovery_codes" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "customer_sessions_owner" ON "customer_sessions" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "customer_sessions_end" ON "customer_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "staff_sessions_owner" ON "staff_sessions" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "staff_sessions_end" ON "staff_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tokens_customer" ON "tokens" USING btree ("customer_id","purpose");--> statement-breakpoint
CREATE INDEX "tokens_staff" ON "tokens" USING btree ("staff_id","purpose");--> statement-breakpoint
CREATE INDEX "tokens_email" ON "tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "tokens_order" ON "tokens" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "tokens_end" ON "tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "throttles_end" ON "throttles" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "events_customer" ON "events" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "events_group" ON "events" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "events_order" ON "events" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor_realm","actor_id","id");--> statement-breakpoint
CREATE INDEX "events_staff" ON "events" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "events_unsealed" ON "events" USING btree ("id") WHERE "events"."seal_number" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "events_seal_number_key" ON "events" USING btree ("seal_number");--> statement-breakpoint
CREATE INDEX "event_customers_kind" ON "event_customers" USING btree ("customer_id","kind","event_id");--> statement-breakpoint
CREATE INDEX "event_customers_event" ON "event_customers" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at","id") WHERE "outbox"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_created" ON "outbox" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_customer" ON "outbox" USING btree ("customer_id");