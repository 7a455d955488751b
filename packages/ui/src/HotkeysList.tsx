import { Kbd, Modal, Stack, Title } from "@mantine/core";
import { Fragment } from "react";
import classes from "./HotkeysList.module.css";
import { text } from "./text.ts";
import { type Shortcut, useShortcuts } from "./useShortcut.ts";

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
const keyNames: Record<string, string> = { Enter: "↵", Escape: "Esc" };

const partsOf = (keys: string): string[][] =>
  keys
    .split(" ")
    .map((chord) =>
      chord
        .split("+")
        .map((key) => (key === "mod" ? (isMac() ? "⌘" : "Ctrl") : key === "shift" ? "⇧" : (keyNames[key] ?? key))),
    );

function Keys({ keys }: { keys: string }) {
  return (
    <>
      {partsOf(keys).map((chord, index) => (
        <Fragment key={keys.split(" ", index + 1).join(" ")}>
          {index > 0 && ` ${text.hotkeys.after} `}
          {chord.map((key) => (
            <Kbd key={key} size="sm" mx={1}>
              {key.length === 1 ? key.toUpperCase() : key}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </>
  );
}

/** What every key does that works on the page now, as a dialog. */
export function HotkeysList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const shortcuts = useShortcuts();
  const groups = new Map<string, Map<string, Shortcut>>();
  for (const shortcut of shortcuts) {
    const name = shortcut.group ?? text.hotkeys.general;
    groups.set(name, (groups.get(name) ?? new Map<string, Shortcut>()).set(shortcut.keys, shortcut));
  }
  return (
    <Modal opened={opened} onClose={onClose} title={text.hotkeys.title} size={440}>
      <Stack gap="lg">
        {[...groups].map(([name, members]) => (
          <section key={name} aria-label={name}>
            <Title order={3} size="h6" c="dimmed" mb="xs">
              {name}
            </Title>
            <dl className={classes["list"]}>
              {[...members.values()].map(({ keys, description }) => (
                <Fragment key={keys}>
                  <dt>{description}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
