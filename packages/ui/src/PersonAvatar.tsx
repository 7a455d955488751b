import { Avatar, type AvatarProps } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { personColors } from "./tokens.ts";

export interface PersonAvatarProps {
  /** Decides the colour, so that a person looks the same on every page. */
  id: string;
  firstName: string;
  lastName: string;
  size?: AvatarProps["size"];
}

const firstLetter = (word: string): string => {
  const [first] = [...new Intl.Segmenter().segment(word.trim())];
  return first === undefined ? "" : first.segment.toLocaleUpperCase();
};

const isLetter = (grapheme: string): boolean => /^\p{L}/u.test(grapheme);

/** One or two initials; none for a name without letters. A joined script shows one, since two would join into another. */
function initialsOf(firstName: string, lastName: string): string {
  const letters = [firstLetter(firstName), firstLetter(lastName)].filter(isLetter);
  const joined = letters.some((letter) => /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}]/u.test(letter));
  return joined ? (letters[0] ?? "") : letters.join("");
}

const colorOf = (id: string): string => {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 997;
  return personColors[sum % personColors.length] ?? "gray";
};

/** A person's initials; decoration beside the name, so screen readers pass over it. */
export function PersonAvatar({ id, firstName, lastName, size = 28 }: PersonAvatarProps) {
  const initials = initialsOf(firstName, lastName);
  return (
    <Avatar size={size} color={colorOf(id)} aria-hidden alt="" radius={1000} variant="light" fw={570}>
      {initials === "" ? <IconUser size="55%" stroke={1.6} aria-hidden /> : <bdi>{initials}</bdi>}
    </Avatar>
  );
}
