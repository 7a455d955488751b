import { Button, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useLocale } from "./locale.tsx";
import { text } from "./text.ts";

export interface PagerProps {
  /** How many rows stand on this page. */
  shown: number;
  total: { count: number; capped: boolean };
  /** Null where there is no such page. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  busy?: boolean;
}

/** A total as people read it: beyond the cap it is "10,000+". */
export const formatTotal = (total: { count: number; capped: boolean }, locale: string): string =>
  `${total.count.toLocaleString(locale)}${total.capped ? "+" : ""}`;

/** Previous and next of a keyset list, with the count; the count is announced when it changes. */
export function Pager({ shown, total, onPrevious, onNext, busy = false }: PagerProps) {
  const { locale } = useLocale();
  return (
    <Group component="nav" aria-label={text.pager.label} justify="space-between" gap="sm" wrap="nowrap">
      <Text size="sm" c="dimmed" className="figures" role="status">
        {text.pager.total(shown, formatTotal(total, locale))}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          disabled={onPrevious === null || busy}
          onClick={() => onPrevious?.()}
          leftSection={<IconChevronLeft size={14} stroke={1.8} aria-hidden />}
        >
          {text.pager.previous}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={onNext === null || busy}
          onClick={() => onNext?.()}
          rightSection={<IconChevronRight size={14} stroke={1.8} aria-hidden />}
        >
          {text.pager.next}
        </Button>
      </Group>
    </Group>
  );
}
