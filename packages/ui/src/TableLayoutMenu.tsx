import { ActionIcon, Button, Checkbox, Group, Popover, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { TableLayoutControl } from "./tableLayout.ts";
import { text } from "./text.ts";

export interface TableLayoutMenuProps extends TableLayoutControl {
  columns: readonly { id: string; header: string; rowHeader?: boolean }[];
}

const swapped = (order: readonly string[], from: number, to: number): string[] => {
  const next = [...order];
  const [moved] = next.splice(from, 1);
  if (moved !== undefined) next.splice(to, 0, moved);
  return next;
};

/** Chooses columns, their order and the height of rows. The column that names the row always stays. */
export function TableLayoutMenu({ columns, layout, setLayout, reset }: TableLayoutMenuProps) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const ordered = layout.order.flatMap((id) => byId.get(id) ?? []);
  const toggle = (id: string, shown: boolean) =>
    setLayout({ ...layout, hidden: shown ? layout.hidden.filter((other) => other !== id) : [...layout.hidden, id] });
  const move = (from: number, by: number) => setLayout({ ...layout, order: swapped(layout.order, from, from + by) });
  return (
    <Popover position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}>
          {text.table.view}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.table.view}>
        <Stack gap="sm">
          <div role="group" aria-label={text.table.columns}>
            <Text size="xs" c="dimmed" fw={550} mb={4}>
              {text.table.columns}
            </Text>
            {ordered.map(({ id, header, rowHeader }, index) => (
              <Group key={id} justify="space-between" wrap="nowrap" mih={32}>
                <Checkbox
                  label={header}
                  checked={!layout.hidden.includes(id)}
                  disabled={rowHeader === true}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                <Group gap={0} wrap="nowrap">
                  <ActionIcon
                    size="md"
                    aria-label={text.table.moveUp(header)}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    <IconChevronUp size={16} stroke={1.6} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    size="md"
                    aria-label={text.table.moveDown(header)}
                    disabled={index === ordered.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <IconChevronDown size={16} stroke={1.6} aria-hidden />
                  </ActionIcon>
                </Group>
              </Group>
            ))}
          </div>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={text.table.rowHeight}
            value={layout.dense ? "dense" : "comfortable"}
            onChange={(value) => setLayout({ ...layout, dense: value === "dense" })}
            data={[
              { value: "comfortable", label: text.table.comfortable },
              { value: "dense", label: text.table.dense },
            ]}
          />
          <Button variant="subtle" size="xs" onClick={reset}>
            {text.table.reset}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
