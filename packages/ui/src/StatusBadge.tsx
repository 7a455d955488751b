import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { text } from "./text.ts";
import { type Tone, tones } from "./tokens.ts";

export interface ToneBadgeProps {
  tone: Tone;
  children: ReactNode;
}

/** A short word about a state; the colour only repeats what the word says. */
export function ToneBadge({ tone, children }: ToneBadgeProps) {
  return (
    <Badge color={tones[tone]} leftSection={<Dot />} maw="100%">
      {children}
    </Badge>
  );
}

const Dot = () => (
  <svg width="6" height="6" viewBox="0 0 6 6" aria-hidden focusable="false">
    <circle cx="3" cy="3" r="3" fill="currentColor" />
  </svg>
);

const statusTones = {
  guest: "neutral",
  invited: "info",
  active: "good",
  disabled: "warn",
  erased: "neutral",
} as const satisfies Record<keyof typeof text.status, Tone>;

export interface StatusBadgeProps {
  /** The state of a customer or a member of staff. */
  status: keyof typeof statusTones;
}

export function StatusBadge({ status }: StatusBadgeProps) {
  return <ToneBadge tone={statusTones[status]}>{text.status[status]}</ToneBadge>;
}
