import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Begins a new row of the list it stands above. */
export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={onClick}>
      {children}
    </Button>
  );
}
