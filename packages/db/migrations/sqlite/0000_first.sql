CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`locale` text NOT NULL,
	`privacy_policy` text NOT NULL,
	`terms_policy` text NOT NULL,
	`returns_policy` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "settings_one_row" CHECK("settings"."id" in ('store')),
	CONSTRAINT "settings_name_length" CHECK(length("settings"."name") <= 120),
	CONSTRAINT "settings_currency_length" CHECK(length("settings"."currency") <= 3),
	CONSTRAINT "settings_time_zone_length" CHECK(length("settings"."time_zone") <= 64),
	CONSTRAINT "settings_locale_length" CHECK(length("settings"."locale") <= 35),
	CONSTRAINT "settings_privacy_policy_length" CHECK(length("settings"."privacy_policy") <= 20000),
	CONSTRAINT "settings_terms_policy_length" CHECK(length("settings"."terms_policy") <= 20000),
	CONSTRAINT "settings_returns_policy_length" CHECK(length("settings"."returns_policy") <= 20000)
);
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`status` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`phone` text,
	`company_name` text,
	`tax_id` text,
	`locale` text,
	`metadata` text NOT NULL,
	`name_key` text NOT NULL,
	`email_key` text NOT NULL,
	`order_count` integer DEFAULT 0 NOT NULL,
	`last_order_at` integer DEFAULT '"1970-01-01T00:00:00.000Z"' NOT NULL,
	`net_spent` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "customers_status" CHECK("customers"."status" in ('guest', 'invited', 'active', 'disabled', 'erased')),
	CONSTRAINT "customers_created_by" CHECK("customers"."created_by" in ('self', 'checkout', 'staff', 'import', 'api')),
	CONSTRAINT "customers_email_length" CHECK(length("customers"."email") <= 254),
	CONSTRAINT "customers_first_name_length" CHECK(length("customers"."first_name") <= 100),
	CONSTRAINT "customers_last_name_length" CHECK(length("customers"."last_name") <= 100),
	CONSTRAINT "customers_company_name_length" CHECK(length("customers"."company_name") <= 120),
	CONSTRAINT "customers_tax_id_length" CHECK(length("customers"."tax_id") <= 40)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email_key` ON `customers` (`email`);--> statement-breakpoint
CREATE INDEX `customers_created` ON `customers` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_updated` ON `customers` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_name` ON `customers` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `customers_email_order` ON `customers` (`email_key`,`id`);--> statement-breakpoint
CREATE INDEX `customers_order_count` ON `customers` (`order_count`,`id`);--> statement-breakpoint
CREATE INDEX `customers_last_order` ON `customers` (`last_order_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_net_spent` ON `customers` (`net_spent`,`id`);--> statement-breakpoint
CREATE INDEX `customers_status_created` ON `customers` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `customer_search` (
	`number` integer PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_search_customer_key` ON `customer_search` (`customer_id`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`label` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`company` text,
	`line1` text NOT NULL,
	`line2` text,
	`city` text NOT NULL,
	`province` text,
	`postal_code` text NOT NULL,
	`country_code` text NOT NULL,
	`phone` text,
	`is_default_shipping` integer NOT NULL,
	`is_default_billing` integer NOT NULL,
	`same_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "addresses_country_length" CHECK(length("addresses"."country_code") <= 2),
	CONSTRAINT "addresses_line1_length" CHECK(length("addresses"."line1") <= 200)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_same_key` ON `addresses` (`customer_id`,`same_key`);--> statement-breakpoint
CREATE INDEX `addresses_customer_created` ON `addresses` (`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_default_shipping_key` ON `addresses` (`customer_id`) WHERE "addresses"."is_default_shipping";--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_default_billing_key` ON `addresses` (`customer_id`) WHERE "addresses"."is_default_billing";--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`colour` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "tags_colour" CHECK("tags"."colour" in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
	CONSTRAINT "tags_name_length" CHECK(length("tags"."name") <= 40)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name_key` ON `tags` (`name_key`);--> statement-breakpoint
CREATE TABLE `customer_tags` (
	`customer_id` text NOT NULL,
	`tag_id` text NOT NULL,
	PRIMARY KEY(`customer_id`, `tag_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `customer_tags_tag` ON `customer_tags` (`tag_id`,`customer_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`text` text NOT NULL,
	`pinned` integer NOT NULL,
	`place` text NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "notes_text_length" CHECK(length("notes"."text") <= 5000)
);
--> statement-breakpoint
CREATE INDEX `notes_customer_place` ON `notes` (`customer_id`,`place`,`id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`reason` text,
	`staff_id` text,
	`at` integer NOT NULL,
	`present` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "consents_channel" CHECK("consents"."channel" in ('email', 'sms', 'phone')),
	CONSTRAINT "consents_state" CHECK("consents"."state" in ('granted', 'withdrawn')),
	CONSTRAINT "consents_source" CHECK("consents"."source" in ('self', 'checkout', 'staff', 'import'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consents_present_key` ON `consents` (`customer_id`,`channel`) WHERE "consents"."present";--> statement-breakpoint
CREATE INDEX `consents_customer_at` ON `consents` (`customer_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `email_holds` (
	`email` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `email_holds_customer` ON `email_holds` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customer_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`search_key` text NOT NULL,
	`description` text NOT NULL,
	`colour` text NOT NULL,
	`kind` text NOT NULL,
	`metadata` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "customer_groups_kind" CHECK("customer_groups"."kind" in ('manual', 'rule')),
	CONSTRAINT "customer_groups_colour" CHECK("customer_groups"."colour" in ('slate', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')),
	CONSTRAINT "customer_groups_name_length" CHECK(length("customer_groups"."name") <= 80),
	CONSTRAINT "customer_groups_description_length" CHECK(length("customer_groups"."description") <= 1000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_groups_name_key` ON `customer_groups` (`name_key`);--> statement-breakpoint
CREATE INDEX `customer_groups_created` ON `customer_groups` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customer_groups_updated` ON `customer_groups` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	`source` text NOT NULL,
	`reason` text,
	`added_by` text,
	`added_at` integer NOT NULL,
	`open` integer NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`removal_id` text,
	FOREIGN KEY (`group_id`) REFERENCES `customer_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_source" CHECK("memberships"."source" in ('staff', 'import', 'api', 'rule')),
	CONSTRAINT "memberships_span" CHECK("memberships"."until" is null or "memberships"."until" > "memberships"."from"),
	CONSTRAINT "memberships_reason_length" CHECK(length("memberships"."reason") <= 300)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_open_key` ON `memberships` (`group_id`,`customer_id`) WHERE "memberships"."open";--> statement-breakpoint
CREATE INDEX `memberships_effective` ON `memberships` (`group_id`,`customer_id`,`from`,`until`) WHERE "memberships"."open";--> statement-breakpoint
CREATE INDEX `memberships_group_added` ON `memberships` (`group_id`,`added_at`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_customer` ON `memberships` (`customer_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `memberships_removal` ON `memberships` (`removal_id`);--> statement-breakpoint
CREATE TABLE `regions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`currency` text NOT NULL,
	`tax_rate` integer NOT NULL,
	`prices_include_tax` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "regions_name_length" CHECK(length("regions"."name") <= 80),
	CONSTRAINT "regions_currency_length" CHECK(length("regions"."currency") <= 3),
	CONSTRAINT "regions_tax_rate" CHECK("regions"."tax_rate" between 0 and 10000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regions_name_key` ON `regions` (`name_key`);--> statement-breakpoint
CREATE INDEX `regions_created` ON `regions` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `region_countries` (
	`country_code` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "region_countries_length" CHECK(length("region_countries"."country_code") <= 2)
);
--> statement-breakpoint
CREATE INDEX `region_countries_region` ON `region_countries` (`region_id`,`country_code`);--> statement-breakpoint
CREATE TABLE `shipping_options` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`amount` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shipping_options_name_length" CHECK(length("shipping_options"."name") <= 80),
	CONSTRAINT "shipping_options_description_length" CHECK(length("shipping_options"."description") <= 200),
	CONSTRAINT "shipping_options_amount" CHECK("shipping_options"."amount" >= 0)
);
--> statement-breakpoint
CREATE INDEX `shipping_options_region` ON `shipping_options` (`region_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`hash` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "pictures_hash_length" CHECK(length("pictures"."hash") <= 64)
);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`title_key` text NOT NULL,
	`handle` text NOT NULL,
	`description` text NOT NULL,
	`category` text NOT NULL,
	`category_key` text NOT NULL,
	`status` text NOT NULL,
	`picture` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`picture`) REFERENCES `pictures`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "products_status" CHECK("products"."status" in ('draft', 'published')),
	CONSTRAINT "products_title_length" CHECK(length("products"."title") <= 120),
	CONSTRAINT "products_handle_length" CHECK(length("products"."handle") <= 100),
	CONSTRAINT "products_description_length" CHECK(length("products"."description") <= 5000),
	CONSTRAINT "products_category_length" CHECK(length("products"."category") <= 60)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_handle_key` ON `products` (`handle`);--> statement-breakpoint
CREATE INDEX `products_created` ON `products` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_updated` ON `products` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_title` ON `products` (`title_key`,`id`);--> statement-breakpoint
CREATE INDEX `products_category_created` ON `products` (`status`,`category_key`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_status_created` ON `products` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_status_title` ON `products` (`status`,`title_key`,`id`);--> statement-breakpoint
CREATE INDEX `products_picture` ON `products` (`picture`);--> statement-breakpoint
CREATE TABLE `product_words` (
	`word` text NOT NULL,
	`product_id` text NOT NULL,
	PRIMARY KEY(`word`, `product_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_words_product` ON `product_words` (`product_id`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`title` text NOT NULL,
	`sku` text NOT NULL,
	`sku_key` text NOT NULL,
	`stock` integer,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "variants_stock" CHECK("variants"."stock" is null or "variants"."stock" >= 0),
	CONSTRAINT "variants_title_length" CHECK(length("variants"."title") <= 80),
	CONSTRAINT "variants_sku_length" CHECK(length("variants"."sku") <= 60)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_key` ON `variants` (`sku_key`);--> statement-breakpoint
CREATE INDEX `variants_product` ON `variants` (`product_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `variant_prices` (
	`variant_id` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`variant_id`, `currency`),
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "variant_prices_amount" CHECK("variant_prices"."amount" >= 0),
	CONSTRAINT "variant_prices_currency_length" CHECK(length("variant_prices"."currency") <= 3)
);
--> statement-breakpoint
CREATE TABLE `product_prices` (
	`product_id` text NOT NULL,
	`currency` text NOT NULL,
	`lowest` integer NOT NULL,
	PRIMARY KEY(`product_id`, `currency`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_prices_lowest` ON `product_prices` (`currency`,`lowest`,`product_id`);--> statement-breakpoint
CREATE TABLE `price_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`benefit` text,
	`type` text NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`audience_kind` text NOT NULL,
	`adjustment` integer,
	`floor` integer,
	`used` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "price_lists_type" CHECK("price_lists"."type" in ('override', 'sale')),
	CONSTRAINT "price_lists_status" CHECK("price_lists"."status" in ('draft', 'active', 'archived')),
	CONSTRAINT "price_lists_audience_kind" CHECK("price_lists"."audience_kind" in ('everyone', 'groups')),
	CONSTRAINT "price_lists_span" CHECK("price_lists"."starts_at" is null or "price_lists"."ends_at" is null or "price_lists"."ends_at" > "price_lists"."starts_at"),
	CONSTRAINT "price_lists_name_length" CHECK(length("price_lists"."name") <= 80),
	CONSTRAINT "price_lists_benefit_length" CHECK(length("price_lists"."benefit") <= 40),
	CONSTRAINT "price_lists_currency_length" CHECK(length("price_lists"."currency") <= 3),
	CONSTRAINT "price_lists_floor" CHECK("price_lists"."floor" is null or "price_lists"."floor" >= 0)
);
--> statement-breakpoint
CREATE INDEX `price_lists_live` ON `price_lists` (`currency`,`status`);--> statement-breakpoint
CREATE INDEX `price_lists_name` ON `price_lists` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `price_lists_created` ON `price_lists` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `price_lists_updated` ON `price_lists` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `price_list_groups` (
	`price_list_id` text NOT NULL,
	`position` integer NOT NULL,
	`part` text NOT NULL,
	`group_id` text,
	`group_name` text NOT NULL,
	PRIMARY KEY(`price_list_id`, `position`),
	FOREIGN KEY (`price_list_id`) REFERENCES `price_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `customer_groups`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "price_list_groups_part" CHECK("price_list_groups"."part" in ('anyOf', 'allOf', 'noneOf'))
);
--> statement-breakpoint
CREATE INDEX `price_list_groups_group` ON `price_list_groups` (`group_id`);--> statement-breakpoint
CREATE TABLE `price_list_entries` (
	`price_list_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`min` integer NOT NULL,
	`max` integer,
	`amount` integer,
	`excluded` integer NOT NULL,
	PRIMARY KEY(`price_list_id`, `variant_id`, `min`),
	FOREIGN KEY (`price_list_id`) REFERENCES `price_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "price_list_entries_range" CHECK("price_list_entries"."min" >= 1 and ("price_list_entries"."max" is null or "price_list_entries"."max" >= "price_list_entries"."min")),
	CONSTRAINT "price_list_entries_amount" CHECK("price_list_entries"."amount" is null or "price_list_entries"."amount" >= 0)
);
--> statement-breakpoint
CREATE INDEX `price_list_entries_variant` ON `price_list_entries` (`variant_id`,`price_list_id`);--> statement-breakpoint
CREATE TABLE `price_list_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`price_list_id` text NOT NULL,
	`changes` text NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`price_list_id`) REFERENCES `price_lists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `price_list_imports_list` ON `price_list_imports` (`price_list_id`);--> statement-breakpoint
CREATE INDEX `price_list_imports_at` ON `price_list_imports` (`imported_at`,`id`);--> statement-breakpoint
CREATE TABLE `discounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`code` text,
	`kind` text NOT NULL,
	`applies_to` text NOT NULL,
	`basis_points` integer,
	`amount` integer,
	`currency` text,
	`audience_kind` text NOT NULL,
	`minimum` integer,
	`minimum_currency` text,
	`starts_at` integer,
	`ends_at` integer,
	`status` text NOT NULL,
	`uses` integer NOT NULL,
	`usage_limit` integer,
	`per_customer_limit` integer,
	`used` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "discounts_kind" CHECK("discounts"."kind" in ('percentage', 'fixed', 'free_shipping')),
	CONSTRAINT "discounts_applies_to" CHECK("discounts"."applies_to" in ('cart', 'items')),
	CONSTRAINT "discounts_status" CHECK("discounts"."status" in ('active', 'disabled', 'archived')),
	CONSTRAINT "discounts_audience_kind" CHECK("discounts"."audience_kind" in ('everyone', 'groups')),
	CONSTRAINT "discounts_uses" CHECK("discounts"."uses" >= 0 and ("discounts"."usage_limit" is null or "discounts"."uses" <= "discounts"."usage_limit")),
	CONSTRAINT "discounts_span" CHECK("discounts"."starts_at" is null or "discounts"."ends_at" is null or "discounts"."ends_at" > "discounts"."starts_at"),
	CONSTRAINT "discounts_name_length" CHECK(length("discounts"."name") <= 80),
	CONSTRAINT "discounts_code_length" CHECK(length("discounts"."code") <= 40)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `discounts_code_key` ON `discounts` (`code`) WHERE "discounts"."status" <> 'archived';--> statement-breakpoint
CREATE INDEX `discounts_automatic` ON `discounts` (`status`) WHERE "discounts"."code" is null;--> statement-breakpoint
CREATE INDEX `discounts_name` ON `discounts` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `discounts_created` ON `discounts` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `discounts_updated` ON `discounts` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `discount_groups` (
	`discount_id` text NOT NULL,
	`position` integer NOT NULL,
	`part` text NOT NULL,
	`group_id` text,
	`group_name` text NOT NULL,
	PRIMARY KEY(`discount_id`, `position`),
	FOREIGN KEY (`discount_id`) REFERENCES `discounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `customer_groups`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "discount_groups_part" CHECK("discount_groups"."part" in ('anyOf', 'allOf', 'noneOf'))
);
--> statement-breakpoint
CREATE INDEX `discount_groups_group` ON `discount_groups` (`group_id`);--> statement-breakpoint
CREATE TABLE `discount_regions` (
	`discount_id` text NOT NULL,
	`region_id` text NOT NULL,
	PRIMARY KEY(`discount_id`, `region_id`),
	FOREIGN KEY (`discount_id`) REFERENCES `discounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `discount_regions_region` ON `discount_regions` (`region_id`);--> statement-breakpoint
CREATE TABLE `discount_products` (
	`discount_id` text NOT NULL,
	`product_id` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`discount_id`, `product_id`),
	FOREIGN KEY (`discount_id`) REFERENCES `discounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "discount_products_part" CHECK("discount_products"."part" in ('in', 'not_in'))
);
--> statement-breakpoint
CREATE INDEX `discount_products_product` ON `discount_products` (`product_id`);--> statement-breakpoint
CREATE TABLE `discount_uses` (
	`discount_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`number` integer NOT NULL,
	`order_id` text NOT NULL,
	PRIMARY KEY(`discount_id`, `customer_id`, `number`),
	FOREIGN KEY (`discount_id`) REFERENCES `discounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `discount_uses_order_key` ON `discount_uses` (`order_id`,`discount_id`);--> statement-breakpoint
CREATE INDEX `discount_uses_customer` ON `discount_uses` (`customer_id`);--> statement-breakpoint
CREATE TABLE `uncounted_uses` (
	`discount_id` text NOT NULL,
	`order_id` text NOT NULL,
	PRIMARY KEY(`discount_id`, `order_id`),
	FOREIGN KEY (`discount_id`) REFERENCES `discounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `uncounted_uses_order` ON `uncounted_uses` (`order_id`);--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` blob,
	`customer_id` text,
	`state` text NOT NULL,
	`region_id` text,
	`email` text,
	`shipping_address` text,
	`billing_address` text,
	`shipping_option_id` text,
	`changes` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`shipping_option_id`) REFERENCES `shipping_options`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "carts_state" CHECK("carts"."state" in ('open', 'merged', 'ordered')),
	CONSTRAINT "carts_owner" CHECK("carts"."token_hash" is null or "carts"."customer_id" is null),
	CONSTRAINT "carts_email_length" CHECK(length("carts"."email") <= 254)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `carts_token_key` ON `carts` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `carts_customer_open_key` ON `carts` (`customer_id`) WHERE "carts"."state" = 'open';--> statement-breakpoint
CREATE INDEX `carts_customer` ON `carts` (`customer_id`);--> statement-breakpoint
CREATE INDEX `carts_region` ON `carts` (`region_id`);--> statement-breakpoint
CREATE INDEX `carts_shipping_option` ON `carts` (`shipping_option_id`);--> statement-breakpoint
CREATE INDEX `carts_updated` ON `carts` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`seen_amount` integer,
	`seen_currency` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cart_lines_quantity" CHECK("cart_lines"."quantity" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_variant_key` ON `cart_lines` (`cart_id`,`variant_id`);--> statement-breakpoint
CREATE INDEX `cart_lines_cart` ON `cart_lines` (`cart_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `cart_lines_variant` ON `cart_lines` (`variant_id`);--> statement-breakpoint
CREATE TABLE `cart_codes` (
	`cart_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`cart_id`, `code`),
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cart_codes_code_length" CHECK(length("cart_codes"."code") <= 40)
);
--> statement-breakpoint
CREATE TABLE `order_numbers` (
	`number` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`customer_id` text NOT NULL,
	`access` text NOT NULL,
	`disowned_at` integer,
	`cart_id` text,
	`email` text,
	`region_id` text,
	`region_name` text NOT NULL,
	`currency` text NOT NULL,
	`tax_rate` integer NOT NULL,
	`tax_included` integer NOT NULL,
	`status` text NOT NULL,
	`payment` text NOT NULL,
	`fulfilment` text NOT NULL,
	`payment_kind` text NOT NULL,
	`subtotal` integer NOT NULL,
	`discount` integer NOT NULL,
	`shipping` integer NOT NULL,
	`shipping_discount` integer NOT NULL,
	`shipping_tax` integer NOT NULL,
	`tax` integer NOT NULL,
	`total` integer NOT NULL,
	`refunded` integer NOT NULL,
	`captured` integer NOT NULL,
	`pieces` integer NOT NULL,
	`shipping_name` text NOT NULL,
	`shipping_address` text,
	`billing_address` text,
	`country_code` text NOT NULL,
	`discounts` text NOT NULL,
	`placed_at` integer NOT NULL,
	`canceled_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_access" CHECK("orders"."access" in ('account', 'guest')),
	CONSTRAINT "orders_status" CHECK("orders"."status" in ('pending', 'completed', 'canceled')),
	CONSTRAINT "orders_payment" CHECK("orders"."payment" in ('awaiting', 'authorized', 'captured', 'partially_refunded', 'refunded', 'voided')),
	CONSTRAINT "orders_fulfilment" CHECK("orders"."fulfilment" in ('not_fulfilled', 'partially_fulfilled', 'fulfilled', 'delivered', 'partially_returned', 'returned')),
	CONSTRAINT "orders_payment_kind" CHECK("orders"."payment_kind" in ('invoice', 'on_delivery')),
	CONSTRAINT "orders_refunded" CHECK("orders"."refunded" >= 0 and "orders"."refunded" <= "orders"."captured"),
	CONSTRAINT "orders_total_positive" CHECK("orders"."total" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number_key` ON `orders` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_cart_key` ON `orders` (`cart_id`);--> statement-breakpoint
CREATE INDEX `orders_placed` ON `orders` (`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_total` ON `orders` (`total`,`id`);--> statement-breakpoint
CREATE INDEX `orders_customer_placed` ON `orders` (`customer_id`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_email` ON `orders` (`email`,`id`);--> statement-breakpoint
CREATE INDEX `orders_status_placed` ON `orders` (`status`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_payment_placed` ON `orders` (`payment`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_fulfilment_placed` ON `orders` (`fulfilment`,`placed_at`,`id`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`product_id` text,
	`variant_id` text,
	`title` text NOT NULL,
	`variant_title` text NOT NULL,
	`sku` text NOT NULL,
	`picture` text,
	`fulfilled` integer NOT NULL,
	`quantity` integer NOT NULL,
	`unit` integer NOT NULL,
	`original` integer NOT NULL,
	`list_id` text,
	`list_name` text,
	`benefit` text,
	`amount` integer NOT NULL,
	`discount` integer NOT NULL,
	`shares` text NOT NULL,
	`tax` integer NOT NULL,
	`total` integer NOT NULL,
	`counted` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "order_lines_quantity" CHECK("order_lines"."quantity" >= 1),
	CONSTRAINT "order_lines_fulfilled" CHECK("order_lines"."fulfilled" >= 0 and "order_lines"."fulfilled" <= "order_lines"."quantity")
);
--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `order_lines_variant` ON `order_lines` (`variant_id`);--> statement-breakpoint
CREATE INDEX `order_lines_product` ON `order_lines` (`product_id`);--> statement-breakpoint
CREATE INDEX `order_lines_list` ON `order_lines` (`list_id`);--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`carrier` text,
	`tracking` text,
	`shipped_at` integer NOT NULL,
	`delivered_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shipments_carrier_length" CHECK(length("shipments"."carrier") <= 60),
	CONSTRAINT "shipments_tracking_length" CHECK(length("shipments"."tracking") <= 120)
);
--> statement-breakpoint
CREATE INDEX `shipments_order` ON `shipments` (`order_id`,`shipped_at`,`id`);--> statement-breakpoint
CREATE TABLE `shipment_lines` (
	`shipment_id` text NOT NULL,
	`line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`shipment_id`, `line_id`),
	FOREIGN KEY (`shipment_id`) REFERENCES `shipments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shipment_lines_quantity" CHECK("shipment_lines"."quantity" >= 1)
);
--> statement-breakpoint
CREATE INDEX `shipment_lines_line` ON `shipment_lines` (`line_id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text,
	`staff_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "payments_kind" CHECK("payments"."kind" in ('authorized', 'captured', 'voided', 'refunded')),
	CONSTRAINT "payments_amount" CHECK("payments"."amount" >= 0),
	CONSTRAINT "payments_reason_length" CHECK(length("payments"."reason") <= 300)
);
--> statement-breakpoint
CREATE INDEX `payments_order` ON `payments` (`order_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `order_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "order_notes_length" CHECK(length("order_notes"."text") <= 5000)
);
--> statement-breakpoint
CREATE INDEX `order_notes_order` ON `order_notes` (`order_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `customer_figures` (
	`customer_id` text NOT NULL,
	`currency` text NOT NULL,
	`orders` integer NOT NULL,
	`gross` integer NOT NULL,
	`refunded` integer NOT NULL,
	`net` integer NOT NULL,
	`first_order_at` integer,
	`last_order_at` integer,
	PRIMARY KEY(`customer_id`, `currency`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `customer_figures_net` ON `customer_figures` (`currency`,`net`,`customer_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`totp_seed` text,
	`totp_enabled_at` integer,
	`totp_last_step` integer NOT NULL,
	`last_sign_in_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "staff_role" CHECK("staff"."role" in ('owner', 'manager', 'support', 'viewer')),
	CONSTRAINT "staff_status" CHECK("staff"."status" in ('invited', 'active', 'disabled')),
	CONSTRAINT "staff_email_length" CHECK(length("staff"."email") <= 254),
	CONSTRAINT "staff_name_length" CHECK(length("staff"."name") <= 120)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_key` ON `staff` (`email`);--> statement-breakpoint
CREATE INDEX `staff_role_status` ON `staff` (`role`,`status`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_staff` ON `recovery_codes` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_devices` (
	`staff_id` text NOT NULL,
	`device_hash` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `device_hash`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `customer_sessions` (
	`handle` text PRIMARY KEY NOT NULL,
	`secret_hash` blob NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`absolute_expires_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`device` text,
	`place` text,
	`remembered` integer NOT NULL,
	`owner_id` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `customer_sessions_owner` ON `customer_sessions` (`owner_id`);--> statement-breakpoint
CREATE INDEX `customer_sessions_end` ON `customer_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`handle` text PRIMARY KEY NOT NULL,
	`secret_hash` blob NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`absolute_expires_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`device` text,
	`place` text,
	`remembered` integer NOT NULL,
	`owner_id` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `staff_sessions_owner` ON `staff_sessions` (`owner_id`);--> statement-breakpoint
CREATE INDEX `staff_sessions_end` ON `staff_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `customer_passwords` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff_passwords` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` blob NOT NULL,
	`purpose` text NOT NULL,
	`customer_id` text,
	`staff_id` text,
	`email` text NOT NULL,
	`asked_by` text,
	`order_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`voided_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "tokens_purpose" CHECK("tokens"."purpose" in ('sign_up', 'invitation', 'password_reset', 'email_change', 'email_revert', 'order_secret', 'staff_invitation', 'staff_password_reset', 'first_owner')),
	CONSTRAINT "tokens_email_length" CHECK(length("tokens"."email") <= 254)
);
--> statement-breakpoint
CREATE INDEX `tokens_customer` ON `tokens` (`customer_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_staff` ON `tokens` (`staff_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_email` ON `tokens` (`email`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_order` ON `tokens` (`order_id`);--> statement-breakpoint
CREATE INDEX `tokens_end` ON `tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `throttles_end` ON `throttles` (`window_ends_at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`input_hash` text NOT NULL,
	`result_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor_realm` text NOT NULL,
	`actor_id` text,
	`customer_id` text,
	`group_id` text,
	`order_id` text,
	`staff_id` text,
	`data` text NOT NULL,
	`customer_count` integer NOT NULL,
	`device` text,
	`address` text,
	`request_id` text,
	`seal_number` integer,
	`seal` text,
	CONSTRAINT "events_actor_realm" CHECK("events"."actor_realm" in ('shop', 'staff', 'system')),
	CONSTRAINT "events_type_length" CHECK(length("events"."type") <= 60)
);
--> statement-breakpoint
CREATE INDEX `events_customer` ON `events` (`customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_group` ON `events` (`group_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_order` ON `events` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_realm`,`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_staff` ON `events` (`staff_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`id`);--> statement-breakpoint
CREATE INDEX `events_unsealed` ON `events` (`id`) WHERE "events"."seal_number" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `events_seal_number_key` ON `events` (`seal_number`);--> statement-breakpoint
CREATE TABLE `event_customers` (
	`customer_id` text NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`customer_id`, `event_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `event_customers_kind` ON `event_customers` (`customer_id`,`kind`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_customers_event` ON `event_customers` (`event_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`sent_as` text,
	`customer_id` text,
	`staff_id` text,
	`token_id` text,
	`event_id` text,
	`order_id` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "outbox_template" CHECK("outbox"."template" in ('sign_up', 'account_exists', 'account_closed', 'invitation', 'password_reset', 'password_changed', 'email_change', 'email_taken', 'email_change_asked', 'email_changed', 'order_confirmation', 'order_link', 'order_sent', 'order_canceled', 'order_refunded', 'staff_invitation', 'staff_password_reset', 'staff_password_changed', 'staff_new_sign_in', 'staff_totp_on', 'staff_totp_off', 'none')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('queued', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`,`id`) WHERE "outbox"."state" = 'queued';--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_customer` ON `outbox` (`customer_id`);