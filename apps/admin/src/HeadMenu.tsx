import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";

export interface HeadMenuProps {
  /** Names the button. */
  label: string;
  width: number;
  /** True while what was chosen is on its way. */
  loading?: boolean;
  /** The items of the menu. */
  children: ReactNode;
}

/** What else can be done with the thing of a page, beside its main action in the page's head. */
export function HeadMenu({ label, width, loading = false, children }: HeadMenuProps) {
  return (
    <Menu width={width}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={label} loading={loading}>
          <IconDots size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
