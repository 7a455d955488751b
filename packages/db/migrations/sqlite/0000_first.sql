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
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`voided_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "tokens_purpose" CHECK("tokens"."purpose" in ('sign_up', 'invitation', 'password_reset', 'email_change', 'email_revert', 'staff_invitation', 'staff_password_reset', 'first_owner')),
	CONSTRAINT "tokens_email_length" CHECK(length("tokens"."email") <= 254)
);
--> statement-breakpoint
CREATE INDEX `tokens_customer` ON `tokens` (`customer_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_staff` ON `tokens` (`staff_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_email` ON `tokens` (`email`,`purpose`);--> statement-breakpoint
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
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "outbox_template" CHECK("outbox"."template" in ('sign_up', 'account_exists', 'account_closed', 'invitation', 'password_reset', 'password_changed', 'email_change', 'email_taken', 'email_change_asked', 'email_changed', 'staff_invitation', 'staff_password_reset', 'staff_password_changed', 'staff_new_sign_in', 'staff_totp_on', 'staff_totp_off', 'none')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('queued', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`,`id`) WHERE "outbox"."state" = 'queued';--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_customer` ON `outbox` (`customer_id`);