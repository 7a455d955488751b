import { ConfirmPassword } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { openDialog } from "@clientele/ui/openDialog.ts";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Text } from "@mantine/core";
import { text } from "./text.ts";
import { client, queryClient, trpc } from "./trpc.ts";

const t = text.proof;

interface PromptProps {
  title: string;
  body: string;
  email: string;
  send: (password: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

function Prompt({ title, body, email, send, onDone, onCancel }: PromptProps) {
  const form = useZodForm(ConfirmPassword, { initialValues: { password: "" }, name: "proof" });
  const submit = async ({ password }: ConfirmPassword) => {
    try {
      await send(password);
    } catch (error) {
      if (!isProblemCode(error, "account.password_wrong", "account.sign_in_failed")) throw error;
      form.setFieldError("password", problemText({ code: "account.password_wrong", params: {} }));
      form.getInputNode("password")?.focus();
      return;
    }
    onDone();
  };
  return (
    <Form form={form} onSubmit={submit} label={title}>
      <Text>{body}</Text>
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <Field form={form} name="password" kind="password" label={text.fields.password} autoFocus />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button type="submit" loading={form.sending}>
          {t.confirm}
        </Button>
      </Group>
    </Form>
  );
}

const ask = (question: Pick<PromptProps, "title" | "body" | "email" | "send">): Promise<boolean> =>
  new Promise((resolve) => {
    openDialog((close) => ({
      title: question.title,
      size: 420,
      onClose: () => resolve(false),
      children: (
        <Prompt
          {...question}
          onDone={() => {
            resolve(true);
            close();
          }}
          onCancel={close}
        />
      ),
    }));
  });

/**
 * Sends something for the signed-in person. Where the server wants the password first (SES-9), or the session has ended
 * meanwhile, asks for it in place and sends again, so that nothing typed on the page is lost.
 */
export async function withPassword<T>(email: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const proof = isProblemCode(error, "account.password_proof_needed");
    if (!proof && !isProblemCode(error, "account.not_signed_in")) throw error;
    const proven = proof
      ? await ask({
          title: t.title,
          body: t.body,
          email,
          send: (password) => client.account.confirmPassword.mutate({ password }),
        })
      : await ask({
          title: t.againTitle,
          body: t.again(email),
          email,
          send: async (password) => {
            await client.account.signIn.mutate({ email, password, remember: false });
            await queryClient.invalidateQueries(trpc.account.me.queryFilter());
          },
        });
    if (!proven) throw error;
    return await call();
  }
}
