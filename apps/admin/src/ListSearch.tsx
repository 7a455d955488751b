import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { Box, Group } from "@mantine/core";
import type { ReactNode } from "react";

export interface ListSearchProps {
  value: string | undefined;
  onSearch: (search: string | undefined) => void;
  placeholder: string;
  /** True while what was searched for is on its way. */
  busy: boolean;
  /** What narrows the list further. */
  children?: ReactNode;
}

/** The row above a list: its search, and beside it what narrows the list further. */
export function ListSearch({ value, onSearch, placeholder, busy, children }: ListSearchProps) {
  return (
    <Group align="end">
      <Box flex="1 1 16rem" maw={480}>
        <SearchBox value={value} onSearch={onSearch} placeholder={placeholder} busy={busy} />
      </Box>
      {children}
    </Group>
  );
}
