// Apart from the schemas of money: the first page of a shop shows prices and checks none.

// As ISO 4217 lists them; the platforms' own tables differ for some, and server and browser must not.
const unusualDigits: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};
const digitsByCurrency = new Map(
  Object.entries(unusualDigits).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, Number(digits)])),
);

/** How many decimals the currency has: 2 for the euro, 0 for the yen, 3 for the Kuwaiti dinar. */
export const minorDigits = (currency: string): number => digitsByCurrency.get(currency) ?? 2;

/** An amount as plain digits with a point, "1234.50", as a machine reads it; also what a form's field begins with. */
export function plainAmount(amount: number, currency: string): `${number}` {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const plain = digits === 0 ? text : `${whole}.${text.slice(-digits)}`;
  return `${amount < 0 ? "-" : ""}${plain}` as `${number}`;
}

// Making a formatter costs more than a thousand uses of it, and a grid shows thousands of amounts.
const formatters = new Map<string, Intl.NumberFormat>();
function formatterOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  const options = {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** Money as people of the locale read it, exact for every amount. */
export const formatMoney = ({ amount, currency }: { amount: number; currency: string }, locale: string): string =>
  formatterOf(currency, locale).format(plainAmount(amount, currency));
