import type { Colour } from "@clientele/domain/customers/tag";
import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { labelColors } from "./tokens.ts";

export interface ColourLabelProps {
  /** One of the colours a tag or group may have; anything else looks neutral. */
  colour: string;
  children: ReactNode;
}

const isColour = (colour: string): colour is Colour => Object.hasOwn(labelColors, colour);

/** The name of a tag or group in its colour. Upper and lower case stay as they were typed. */
export function ColourLabel({ colour, children }: ColourLabelProps) {
  return (
    <Badge color={isColour(colour) ? labelColors[colour] : "gray"} maw="14rem" style={{ verticalAlign: "middle" }}>
      <bdi>{children}</bdi>
    </Badge>
  );
}
