import { locales } from "@clientele/domain/customers/customer";

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** The name of a locale in the page's language: "German (Germany)". */
export const localeName = (locale: string): string => names.of(locale) ?? locale;

export const localeOptions = locales.map((value) => ({ value, label: localeName(value) }));
