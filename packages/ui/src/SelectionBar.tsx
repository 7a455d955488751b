import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useLocale } from "./locale.tsx";
import { formatTotal } from "./Pager.tsx";
import classes from "./SelectionBar.module.css";
import { text } from "./text.ts";

export interface SelectionBarProps {
  count: number;
  total: { count: number; capped: boolean };
  /** All that match the filters are meant, also those on other pages. */
  all: boolean;
  /** Left out where a list has no such action. */
  onSelectAll?: () => void;
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
}

/** What is selected and what can be done with it; stands above the list while anything is. */
export function SelectionBar({ count, total, all, onSelectAll, onClear, children }: SelectionBarProps) {
  const { locale } = useLocale();
  const whole = formatTotal(total, locale);
  const said = all ? text.selection.allMatching(whole) : text.selection.count(count);
  if (!all && count === 0) return null;
  return (
    <div className={classes["bar"]} role="group" aria-label={said}>
      <Text size="sm" fw={570} className="figures" role="status">
        {said}
      </Text>
      {!all && onSelectAll !== undefined && total.count > count && (
        <Button size="compact-sm" variant="subtle" onClick={onSelectAll}>
          {text.selection.selectAllMatching(whole)}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
        {text.selection.clear}
      </Button>
      <div className={classes["actions"]}>{children}</div>
    </div>
  );
}
