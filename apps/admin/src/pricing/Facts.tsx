import { SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface FactsProps {
  facts: readonly (readonly [label: string, value: ReactNode])[];
}

/** What is known of a thing, each with its name. */
export function Facts({ facts }: FactsProps) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: 2 }} m={0} spacing="md">
      {facts.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: "anywhere" }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
