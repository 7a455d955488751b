import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { useStirred } from "./stirred.ts";
import { text } from "./text.ts";
import { useShortcut } from "./useShortcut.ts";

const HotkeysList = lazy(async () => ({ default: (await import("./HotkeysList.tsx")).HotkeysList }));

/** The list of keys that work on this page; `?` opens it. Stands once in the shell. */
export function HotkeysHelp() {
  const [opened, { open, close }] = useDisclosure(false);
  const stirred = useStirred();
  useShortcut("?", text.hotkeys.help, open);
  return (
    stirred && (
      <Suspense>
        <HotkeysList opened={opened} onClose={close} />
      </Suspense>
    )
  );
}
