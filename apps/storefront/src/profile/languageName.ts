const names = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" });

/** "German (Germany)". The page is English, so are its names of languages. */
export const languageName = (locale: string): string => names.of(locale) ?? locale;
