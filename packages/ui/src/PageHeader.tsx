import { Group, Text, Title } from "@mantine/core";
import { type ReactElement, type ReactNode, useEffect } from "react";
import classes from "./PageHeader.module.css";
import { text } from "./text.ts";

export interface PageHeaderProps {
  /** The page's one h1, and the tab's title. */
  title: string;
  /** What the store is called; stands after the title in the tab. */
  store: string;
  /** Links to the pages above, first to last, each with its key. */
  crumbs?: readonly ReactElement[];
  /** Beside the title: a status badge, an avatar. */
  beside?: ReactNode;
  before?: ReactNode;
  description?: ReactNode;
  /** Buttons; the main one last. */
  actions?: ReactNode;
}

/** The head of every page: where it is, what it is, what can be done. */
export function PageHeader({ title, store, crumbs, beside, before, description, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · ${store}`;
  }, [title, store]);
  return (
    <header className={classes["header"]}>
      <div className={classes["text"]}>
        {crumbs !== undefined && crumbs.length > 0 && (
          <nav aria-label={text.breadcrumb}>
            <ol className={classes["crumbs"]}>
              {crumbs.map((crumb) => (
                <li key={crumb.key}>{crumb}</li>
              ))}
            </ol>
          </nav>
        )}
        <Group gap="sm" wrap="nowrap" align="center">
          {before}
          <Group gap="xs" align="center" miw={0}>
            <Title order={1} style={{ overflowWrap: "anywhere" }}>
              <bdi>{title}</bdi>
            </Title>
            {beside}
          </Group>
        </Group>
        {description !== undefined && (
          <Text c="dimmed" mt={4} className="measure">
            {description}
          </Text>
        )}
      </div>
      {actions !== undefined && <div className={classes["actions"]}>{actions}</div>}
    </header>
  );
}
