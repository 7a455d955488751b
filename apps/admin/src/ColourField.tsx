import { type Colour, colours } from "@clientele/domain/customers/tag";
import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { Group, Radio } from "@mantine/core";
import { text } from "./text.ts";

export interface ColourFieldProps {
  label: string;
  value: Colour;
  onChange: (colour: Colour) => void;
}

const isColour = (value: string): value is Colour => (colours as readonly string[]).includes(value);

/** The colour of a group or tag, each shown as it will look and named. */
export function ColourField({ label, value, onChange }: ColourFieldProps) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        if (isColour(chosen)) onChange(chosen);
      }}
    >
      <Group gap="8px 18px" mt={4}>
        {colours.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            styles={{ body: { alignItems: "center" }, label: { paddingInlineStart: 8 } }}
            label={<ColourLabel colour={colour}>{text.tags.colours[colour]}</ColourLabel>}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
