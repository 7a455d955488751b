import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

export interface SheetProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the side of the page; whether it is open stands in the address. */
export function Sheet({ title, opened, onClose, children }: SheetProps) {
  return (
    <Drawer opened={opened} onClose={onClose} title={title} size={480} padding="lg">
      {children}
    </Drawer>
  );
}
