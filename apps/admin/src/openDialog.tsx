import { openDialog as open } from "@clientele/ui/openDialog.ts";
import { FormSkeleton } from "@clientele/ui/Skeletons.tsx";
import { type ReactNode, Suspense } from "react";

/** A small dialog with a form of its own, which closes it when it is done; a form on its way shows its shape. */
export const openDialog = (title: string, content: (close: () => void) => ReactNode, size = 460): void =>
  open((close) => ({
    title,
    size,
    children: <Suspense fallback={<FormSkeleton fields={3} />}>{content(close)}</Suspense>,
  }));
