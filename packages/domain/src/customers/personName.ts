/** Words that begin a family name although they are small: "Vincent van Gogh", "Maria de la Cruz". */
const particles = new Set(
  "af al ap av bin da das de del della den der des di do dos du el ibn la las le lo los ten ter van vom von zu zum zur".split(
    " ",
  ),
);

const most = 100;
const cut = (text: string): string => [...text].slice(0, most).join("").trim();

/**
 * Parts a name written in one piece into first and last name: "Last, First" by its comma, else the family name is the
 * last word with the particles before it. A single word is a first name, because accounts must have one.
 */
export function splitName(name: string): { firstName: string; lastName: string } {
  const plain = name.trim().replace(/\s+/gu, " ");
  const [beforeComma = "", ...afterComma] = plain.split(",").map((part) => part.trim());
  const rest = afterComma.filter((part) => part !== "").join(" ");
  if (rest !== "") return { firstName: cut(rest), lastName: cut(beforeComma) };
  const words = beforeComma.split(" ");
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1] ?? "")) start -= 1;
  if (words.length < 2) return { firstName: cut(beforeComma), lastName: "" };
  return { firstName: cut(words.slice(0, start).join(" ")), lastName: cut(words.slice(start).join(" ")) };
}

/** The whole name, or an empty text. */
export const fullName = (person: { firstName: string; lastName: string }): string =>
  `${person.firstName} ${person.lastName}`.trim();
