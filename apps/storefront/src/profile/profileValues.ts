import { locales, type UpdateProfile } from "@clientele/domain/customers/customer";
import type { z } from "zod";
import { text } from "../text.ts";
import type { Outputs } from "../trpc.ts";

export type ProfileValues = z.input<typeof UpdateProfile>;

/** What the form holds of the saved profile. */
export const valuesOf = ({
  version,
  firstName,
  lastName,
  phone,
  companyName,
  taxId,
  locale,
}: Outputs["profile"]["get"]): ProfileValues => ({
  version,
  firstName,
  lastName,
  phone,
  companyName,
  taxId,
  locale: locales.find((known) => known === locale) ?? null,
});

/** The words of the fields, in the form and where two versions are compared. */
export const fieldLabels = {
  firstName: text.fields.firstName,
  lastName: text.fields.lastName,
  phone: text.fields.phone,
  companyName: text.fields.company,
  taxId: text.fields.taxId,
  locale: text.fields.language,
} as const;
