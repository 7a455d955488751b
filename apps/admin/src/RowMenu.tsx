import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";

const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

export interface RowMenuProps {
  /** Names the row. */
  label: string;
  edit: string;
  onEdit: () => void;
  remove: string;
  onRemove: () => void;
}

/** What can be done with a row: change it, or take it away. */
export function RowMenu({ label, edit, onEdit, remove, onRemove }: RowMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
          {edit}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={onRemove}>
          {remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
