import { locales } from "@clientele/domain/customers/customer";
import { localeName } from "./localeName.ts";

/** The languages mails and formats exist for, to choose from. */
export const localeOptions = locales.map((value) => ({ value, label: localeName(value) }));
