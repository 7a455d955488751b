import { StaffSignIn } from "@clientele/domain/staff/staff";
import { Field } from "@clientele/ui/Field.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";
import { client, trpc } from "../trpc.ts";
import { DoorForm } from "./DoorForm.tsx";

const t = text.account;
const Password = StaffSignIn.pick({ email: true, password: true });
const Code = StaffSignIn.pick({ code: true }).required();

export interface SignInProps {
  onSignedIn: () => Promise<void>;
}

/** E-mail and password first; only who gave the right ones is asked for a code. */
export function SignIn({ onSignedIn }: SignInProps) {
  const [waiting, setWaiting] = useState<{ email: string; password: string } | null>(null);
  const { data: setup } = useQuery(trpc.setup.status.queryOptions());
  const form = useZodForm(Password, { initialValues: { email: "", password: "" } });

  const send = async (values: { email: string; password: string }) => {
    try {
      await client.account.signIn.mutate(values);
    } catch (error) {
      if (!isProblemCode(error, "staff.code_needed")) throw error;
      setWaiting(values);
      return;
    }
    await onSignedIn();
  };

  if (waiting !== null)
    return <CodeStep credentials={waiting} onSignedIn={onSignedIn} onBack={() => setWaiting(null)} />;
  return (
    <DoorForm
      title={t.signIn.title}
      form={form}
      onSubmit={send}
      submit={t.signIn.submit}
      after={
        <AnchorLink to="/forgot" size="sm" ta="center">
          {t.signIn.forgot}
        </AnchorLink>
      }
    >
      {setup?.ownerExists === false && (
        <Alert color="blue" icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}>
          {t.signIn.noOwner}
        </Alert>
      )}
      <Field form={form} name="email" kind="email" label={t.email} autoComplete="username" autoFocus />
      <Field form={form} name="password" kind="password" label={t.password} />
    </DoorForm>
  );
}

interface CodeStepProps extends SignInProps {
  credentials: { email: string; password: string };
  onBack: () => void;
}

function CodeStep({ credentials, onSignedIn, onBack }: CodeStepProps) {
  const [recovery, setRecovery] = useState(false);
  const form = useZodForm(Code, { initialValues: { code: "" } });
  const send = async ({ code }: { code: string }) => {
    await client.account.signIn.mutate({ ...credentials, code: code.trim() });
    await onSignedIn();
  };
  return (
    <DoorForm
      title={t.code.title}
      body={recovery ? t.code.recoveryBody : t.code.body}
      announce
      form={form}
      onSubmit={send}
      submit={t.code.submit}
      after={
        <Stack gap={4}>
          <Button variant="subtle" size="xs" onClick={() => setRecovery(!recovery)}>
            {recovery ? t.code.useApp : t.code.useRecovery}
          </Button>
          <Group justify="center">
            <Button variant="subtle" size="xs" color="gray" onClick={onBack}>
              {t.code.back}
            </Button>
          </Group>
        </Stack>
      }
    >
      <Field
        key={String(recovery)}
        form={form}
        name="code"
        kind={recovery ? "text" : "code"}
        label={recovery ? t.code.recoveryLabel : t.code.label}
        autoComplete={recovery ? "off" : "one-time-code"}
        autoFocus
      />
    </DoorForm>
  );
}
