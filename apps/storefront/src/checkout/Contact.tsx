import { Field } from "@clientele/ui/Field.tsx";
import { Text } from "@mantine/core";
import { TextLink } from "../links.tsx";
import { text } from "../text.ts";
import { checkoutText } from "../text/checkout.ts";
import type { Me } from "../useMe.ts";
import type { CheckoutForms } from "./useCheckoutForms.ts";

const t = checkoutText;

/** Where the confirmation goes: a guest's address is asked for, an account's is known. */
export function Contact({ form, me }: { form: CheckoutForms["contact"]; me: Me | null }) {
  if (me !== null) return <Text style={{ overflowWrap: "anywhere" }}>{t.signedInAs(me.email)}</Text>;
  return (
    <>
      <Field form={form} name="email" kind="email" label={t.email} description={t.emailHint} />
      <Text size="sm" c="dimmed">
        {t.haveAccount}{" "}
        <TextLink to="/sign-in" search={{ next: "/checkout" }} underline="always">
          {text.shell.signIn}
        </TextLink>
      </Text>
    </>
  );
}
