import { Button, Group, Stack, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCopy, IconDownload } from "@tabler/icons-react";
import { text } from "../text.ts";
import classes from "./TotpSetup.module.css";

const t = text.staff.profile;

/** The codes, shown this once: to copy, to download, to write down. */
export function RecoveryCodes({ codes, close }: { codes: string[]; close: () => void }) {
  const clipboard = useClipboard({ timeout: 2000 });
  const all = codes.join("\n");
  const download = () => {
    const link = document.createElement("a");
    link.href = `data:text/plain;charset=utf-8,${encodeURIComponent(`${all}\n`)}`;
    link.download = t.file;
    link.click();
  };
  return (
    <Stack>
      <Text>{t.codesBody}</Text>
      <ul className={classes["codes"]} aria-label={t.codesTitle}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="space-between">
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
            onClick={() => clipboard.copy(all)}
          >
            {clipboard.copied ? t.copied : t.copyCodes}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
            onClick={download}
          >
            {t.download}
          </Button>
        </Group>
        <Button onClick={close}>{t.kept}</Button>
      </Group>
    </Stack>
  );
}
