const names = new Intl.DisplayNames(["en"], { type: "language" });

/** The name of a locale in the page's language: "German (Germany)". */
export const localeName = (locale: string): string => names.of(locale) ?? locale;
