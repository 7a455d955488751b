import { Box, Group, Paper, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { text } from "./text.ts";

const widths = ["62%", "48%", "74%", "55%", "68%", "42%"] as const;
const times = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
const widthOf = (index: number): string => widths[index % widths.length] ?? "60%";

const Loading = () => <VisuallyHidden role="status">{text.table.loading}</VisuallyHidden>;

export interface TableSkeletonProps {
  rows?: number;
  columns?: number;
  dense?: boolean;
}

/** As high and as wide as the table that will stand here. */
export function TableSkeleton({ rows = 10, columns = 5, dense = false }: TableSkeletonProps) {
  return (
    <Paper style={{ overflow: "hidden" }} aria-busy>
      <Loading />
      {times(rows).map((row) => (
        <Group
          key={row}
          h={dense ? 36 : 44}
          px="sm"
          gap="lg"
          wrap="nowrap"
          style={row === 0 ? {} : { borderTop: "1px solid var(--clientele-hairline)" }}
        >
          {times(columns).map((column) => (
            <Box key={column} flex={column === 0 ? 2 : 1} visibleFrom={column > 1 ? "sm" : ""}>
              <Skeleton h={10} w={widthOf(row + column * 2)} />
            </Box>
          ))}
        </Group>
      ))}
    </Paper>
  );
}

/** Labels and inputs of a form. */
export function FormSkeleton({ fields = 4 }: { fields?: number }) {
  return (
    <Stack gap="md" aria-busy>
      <Loading />
      {times(fields).map((field) => (
        <Stack key={field} gap={6}>
          <Skeleton h={10} w={96} />
          <Skeleton h={36} radius="md" />
        </Stack>
      ))}
    </Stack>
  );
}

/** One or more cards with a title and a few lines. */
export function CardSkeleton({ cards = 1, lines = 3 }: { cards?: number; lines?: number }) {
  return (
    <Stack gap="md" aria-busy>
      <Loading />
      {times(cards).map((card) => (
        <Paper key={card} p="lg">
          <Skeleton h={14} w="38%" mb="md" />
          {times(lines).map((line) => (
            <Skeleton key={line} h={10} w={widthOf(card + line)} mb={10} />
          ))}
        </Paper>
      ))}
    </Stack>
  );
}
