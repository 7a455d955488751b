import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface SectionProps {
  /** Names the section for the landmarks; one of each on a page. */
  id: string;
  title: string;
  body: ReactNode;
  children: ReactNode;
}

/** One subject of the security page. */
export function Section({ id, title, body, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      <Text c="dimmed" mt={4} mb="md" className="measure">
        {body}
      </Text>
      {children}
    </section>
  );
}
