import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useStore } from "../useStore.ts";
import classes from "./EntryPage.module.css";

export interface EntryPageProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Other ways on, below a line. */
  below?: ReactNode;
}

/** One column: sign-in and every page a mailed link opens. */
export function EntryPage({ title, description, children, below }: EntryPageProps) {
  const { name } = useStore();
  return (
    <div className={classes["column"]}>
      <PageHeader title={title} store={name} {...(description === undefined ? {} : { description })} />
      {children !== undefined && <Stack gap="md">{children}</Stack>}
      {below !== undefined && <div className={classes["below"]}>{below}</div>}
    </div>
  );
}
