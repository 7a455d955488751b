const typed = /^([+\-−]?)\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/;

/** The signed basis points of a percentage as people type it, "−20", "7,5 %"; null when it is none. */
export function basisPointsOf(text: string): number | null {
  const [, sign, whole, decimals = ""] = typed.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return sign === "-" || sign === "−" ? 0 - points : points;
}

/** Basis points as a form's field begins with them: "-20", "7.5". */
export const plainPercent = (points: number): string => String(points / 100);

/** Basis points as people of the locale read them; `signed` says which way it goes. */
export const percentText = (points: number, locale: string, signed = false): string =>
  new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 2,
    ...(signed ? { signDisplay: "exceptZero" as const } : {}),
  }).format(points / 10_000);
