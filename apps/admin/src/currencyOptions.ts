import type { Choice } from "@clientele/ui/Field.tsx";

/** Every currency the platform knows, to choose from: "EUR – Euro". */
export function currencyOptions(): Choice[] {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  }));
}
