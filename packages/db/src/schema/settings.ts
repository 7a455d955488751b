import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";

export const settingsTables = (c: Columns) => ({
  /** The store's own settings: one row, whose id is always `store`. */
  settings: c.table(
    "settings",
    {
      id: c.id({ personal: "none" }).primaryKey(),
      name: c.text({ personal: "none" }).notNull(),
      /** ISO 4217. */
      currency: c.text({ personal: "none" }).notNull(),
      /** IANA; every calendar day the server reckons with is of this zone. */
      timeZone: c.text({ personal: "none" }).notNull(),
      locale: c.text({ personal: "none" }).notNull(),
      privacyPolicy: c.text({ personal: "none" }).notNull(),
      termsPolicy: c.text({ personal: "none" }).notNull(),
      returnsPolicy: c.text({ personal: "none" }).notNull(),
      version: c.int({ personal: "none" }).notNull(),
      updatedAt: c.time({ personal: "none" }).notNull(),
    },
    (t) => [
      c.check("settings_one_row", among(t.id, ["store"])),
      c.check("settings_name_length", atMost(t.name, 120)),
      c.check("settings_currency_length", atMost(t.currency, 3)),
      c.check("settings_time_zone_length", atMost(t.timeZone, 64)),
      c.check("settings_locale_length", atMost(t.locale, 35)),
      c.check("settings_privacy_policy_length", atMost(t.privacyPolicy, 20_000)),
      c.check("settings_terms_policy_length", atMost(t.termsPolicy, 20_000)),
      c.check("settings_returns_policy_length", atMost(t.returnsPolicy, 20_000)),
    ],
  ),
});
