import { locales } from "@clientele/domain/customers/customer";
import { localeName } from "./localeName.ts";

/** The languages a customer may have, to choose from. */
export const localeOptions = locales.map((value) => ({ value, label: localeName(value) }));
