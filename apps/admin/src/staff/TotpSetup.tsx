import { TotpCode } from "@clientele/domain/staff/staff";
import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Center, Code, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { toString as qrSvg } from "qrcode";
import { useState } from "react";
import type { z } from "zod";
import { withProof } from "../proof.ts";
import { text } from "../text.ts";
import { client, type Outputs } from "../trpc.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import classes from "./TotpSetup.module.css";

const t = text.staff.profile;

export interface TotpSetupProps {
  started: Outputs["account"]["enableTotp"];
  onDone: () => Promise<void>;
  close: () => void;
}

/** Scan, type the first code, keep the recovery codes. */
export function TotpSetup({ started, onDone, close }: TotpSetupProps) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const picture = useQuery({
    queryKey: ["qr", started.uri],
    queryFn: () => qrSvg(started.uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" }),
    gcTime: 0,
  });
  const form = useZodForm(TotpCode, { initialValues: { code: "" }, name: "totp" });
  const send = async (values: z.input<typeof TotpCode>) => {
    const answer = await withProof(() => client.account.confirmTotp.mutate(values));
    setCodes(answer.codes);
    await onDone();
  };
  if (codes !== null) return <RecoveryCodes codes={codes} close={close} />;
  return (
    <Form form={form} onSubmit={send} label={t.setupTitle}>
      <Stack gap="sm">
        <Text>{t.scan}</Text>
        <Center>
          {picture.data === undefined ? (
            <Skeleton w={200} h={200} />
          ) : (
            <img
              className={classes["qr"]}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(picture.data)}`}
              alt={t.qr}
              width={200}
              height={200}
            />
          )}
        </Center>
        <Text size="sm" c="dimmed">
          {t.secret}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Code style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}>{started.secret}</Code>
          <CopyButton value={started.secret} label={t.copySecret} />
        </Group>
      </Stack>
      <Field form={form} name="code" kind="code" label={t.code} autoFocus />
      <Button type="submit" loading={form.sending}>
        {t.confirm}
      </Button>
    </Form>
  );
}
