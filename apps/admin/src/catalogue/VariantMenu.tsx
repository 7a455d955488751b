import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import { catalogueText } from "../text/catalogue.ts";

const t = catalogueText.variants;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

export interface VariantMenuProps {
  place: number;
  /** How many variants there are. */
  of: number;
  /** Moves the variant by one place; `button` is what keeps the focus. */
  onMove: (step: -1 | 1, button: HTMLElement | null) => void;
  onRemove: () => void;
}

/** What can be done to one row of the table of variants. */
export function VariantMenu({ place, of, onMove, onRemove }: VariantMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon ref={button} size={36} aria-label={t.actionsOf(place)}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp {...icon} />}
          disabled={place === 1}
          onClick={() => onMove(-1, button.current)}
        >
          {t.up}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={place === of}
          onClick={() => onMove(1, button.current)}
        >
          {t.down}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash {...icon} />} disabled={of === 1} onClick={onRemove}>
          {t.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
