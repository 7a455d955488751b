import { Drawer } from "@mantine/core";
import type { SheetProps } from "./Sheet.tsx";

/** The drawer of a sheet, in a file of its own so that it is loaded apart from the page. */
export const SheetDrawer = (props: SheetProps) => <Drawer {...props} size={480} padding="lg" />;
