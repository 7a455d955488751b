import { isCountry } from "@clientele/domain/customers/addressRules";

/** The country a new address most likely lies in, by the viewer's languages; empty where they do not say. */
export function homeCountry(languages: readonly string[]): string {
  for (const language of languages) {
    const { region } = new Intl.Locale(language);
    if (region !== undefined && isCountry(region)) return region;
  }
  return "";
}
