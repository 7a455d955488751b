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
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "tokens_purpose" CHECK ("tokens"."purpose" in ('sign_up', 'invitation', 'password_reset', 'email_change', 'email_revert', 'staff_invitation', 'staff_password_reset', 'first_owner')),
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
	"state" text collate "C" NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_template" CHECK ("outbox"."template" in ('sign_up', 'account_exists', 'account_closed', 'invitation', 'password_reset', 'password_changed', 'email_change', 'email_taken', 'email_change_asked', 'email_changed', 'staff_invitation', 'staff_password_reset', 'staff_password_changed', 'staff_new_sign_in', 'staff_totp_on', 'staff_totp_off', 'none')),
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
CREATE INDEX "tokens_end" ON "tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "throttles_end" ON "throttles" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "events_customer" ON "events" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "events_group" ON "events" USING btree ("group_id","id");--> statement-breakpoint
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