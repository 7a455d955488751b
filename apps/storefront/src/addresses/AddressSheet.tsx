import { Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";

/** The card an address form stands in; the keyboard starts at its title. */
export function AddressSheet({ title, children }: { title: string; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <Paper p={{ base: "md", sm: "lg" }}>
      <Stack gap="md">
        <Title order={2} size="h3" ref={head} tabIndex={-1} style={{ outline: "none", overflowWrap: "anywhere" }}>
          <bdi>{title}</bdi>
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
