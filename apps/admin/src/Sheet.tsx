import { FormSkeleton } from "@clientele/ui/Skeletons.tsx";
import { useStirred } from "@clientele/ui/stirred.ts";
import { lazy, type ReactNode, Suspense } from "react";

const Drawer = lazy(async () => ({ default: (await import("./SheetDrawer.tsx")).SheetDrawer }));

export interface SheetProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the side of the page; whether it is open stands in the address. A form on its way shows its shape. */
export function Sheet({ opened, children, ...rest }: SheetProps) {
  const stirred = useStirred();
  if (!stirred && !opened) return null;
  return (
    <Suspense>
      <Drawer {...rest} opened={opened}>
        <Suspense fallback={<FormSkeleton fields={6} />}>{children}</Suspense>
      </Drawer>
    </Suspense>
  );
}
