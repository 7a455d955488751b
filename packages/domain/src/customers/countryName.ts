declare const Intl: typeof globalThis.Intl;

/** The country's name in the locale, or its code. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale, "en"], { type: "region" }).of(code) ?? code;
