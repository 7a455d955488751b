import type { OrderSheet } from "./letter.ts";

const width = 64;

/** Two texts at the ends of one line, or of as many as the first takes. */
const apart = (start: string, end: string): string =>
  `${start}${" ".repeat(Math.max(2, width - start.length - end.length))}${end}`.trimEnd();

/** An order's lines, sums and addresses for those who read mails as text. */
export const sheetText = ({ lines, sums, places }: OrderSheet): string[] => [
  lines
    .map(({ title, quantity, note, amount }) =>
      [title, apart(`  ${quantity}`, amount), ...(note === null ? [] : [`  ${note}`])].join("\n"),
    )
    .join("\n"),
  ...(sums.length === 0 ? [] : [sums.map(({ label, amount }) => apart(label, amount)).join("\n")]),
  ...places.map(({ label, lines: address }) => [`${label}:`, ...address].join("\n")),
];
