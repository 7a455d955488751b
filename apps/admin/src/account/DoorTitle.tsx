import { Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { text } from "../text.ts";

export interface DoorTitleProps {
  title: string;
  children?: ReactNode;
  /** Moves the focus here, where the page changed its step without a new address. */
  announce?: boolean;
}

/** The head of a page of the door, and the tab's title. */
export function DoorTitle({ title, children, announce = false }: DoorTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${text.shell.app}`;
    if (announce) heading.current?.focus();
  }, [title, announce]);
  return (
    <>
      <Title order={1} ref={heading} tabIndex={-1} style={{ outline: "none" }}>
        {title}
      </Title>
      {children !== undefined && (
        <Text c="dimmed" mt={6}>
          {children}
        </Text>
      )}
    </>
  );
}
