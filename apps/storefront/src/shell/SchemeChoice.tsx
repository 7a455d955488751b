import { text as uiText } from "@clientele/ui/text.ts";
import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";

const t = uiText.scheme;
const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } satisfies Record<MantineColorScheme, unknown>;
const schemes = (["auto", "light", "dark"] as const).map((value) => ({ value, label: t[value] }));

/** Light, dark or as the system; remembered in this browser. The browser's own list, since a menu would weigh on the first page. */
export function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  const choose = (value: string) => {
    const scheme = schemes.find((one) => one.value === value);
    if (scheme !== undefined) setColorScheme(scheme.value);
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={t.label}
      leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
      data={schemes}
      value={colorScheme}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
