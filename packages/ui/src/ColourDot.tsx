import type { Colour } from "@clientele/domain/customers/tag";
import { labelColors } from "./tokens.ts";

export interface ColourDotProps {
  colour: Colour;
}

/** The colour of a tag or group as a dot before its name; decoration, since the name says which it is. */
export const ColourDot = ({ colour }: ColourDotProps) => (
  <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden focusable="false" style={{ flex: "none" }}>
    <circle cx="5" cy="5" r="5" fill={`var(--mantine-color-${labelColors[colour]}-5)`} />
  </svg>
);
