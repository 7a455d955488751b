import { CartCodeInput } from "@clientele/domain/carts/cart";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useMoney } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, CloseButton, Text } from "@mantine/core";
import { IconAlertTriangle, IconTag } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { TextLink } from "../links.tsx";
import { text } from "../text.ts";
import { cartText } from "../text/cart.ts";
import { trpc } from "../trpc.ts";
import { type Cart, cartChange } from "../useCart.ts";
import classes from "./CartPage.module.css";

const t = cartText;

/** The codes of the cart, fitting or not, and a field for one more. */
export function CodeForm({ codes, signedIn }: { codes: Cart["codes"]; signedIn: boolean }) {
  const form = useZodForm(CartCodeInput, { initialValues: { code: "" } });
  const apply = useMutation(trpc.cart.applyCode.mutationOptions(cartChange));
  const remove = useMutation(trpc.cart.removeCode.mutationOptions(cartChange));
  const send = async (values: CartCodeInput) => {
    await apply.mutateAsync(values);
    form.take({ code: "" });
  };
  return (
    <div className={classes["codes"]}>
      <Form form={form} onSubmit={send} label={t.code}>
        <div className={classes["codeField"]}>
          <Field form={form} name="code" label={t.code} autoComplete="off" required={false} maxLength={60} />
          <Button type="submit" variant="default" loading={form.sending}>
            {t.applyCode}
          </Button>
        </div>
      </Form>
      {codes.length > 0 && (
        <ul className={classes["codeList"]} aria-live="polite">
          {codes.map((code) => (
            <li key={code.code} data-state={code.state === "applied" ? "applied" : "refused"}>
              {code.state === "applied" ? (
                <IconTag size={16} stroke={1.8} aria-hidden />
              ) : (
                <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
              )}
              <Reason code={code} signedIn={signedIn} />
              <CloseButton
                size="sm"
                aria-label={t.removeCode(code.code)}
                disabled={remove.isPending}
                onClick={() => remove.mutate({ code: code.code })}
              />
            </li>
          ))}
        </ul>
      )}
      <ProblemNotice error={remove.error} />
    </div>
  );
}

function Reason({ code: { code, state, missing }, signedIn }: { code: Cart["codes"][number]; signedIn: boolean }) {
  const money = useMoney();
  return (
    <Text size="sm" component="span">
      <b>{code}</b> · {t.codes[state]}
      {missing !== null && ` ${t.missing(money(missing))}`}
      {state === "sign_in_needed" && !signedIn && (
        <>
          {" "}
          <TextLink to="/sign-in" search={{ next: "/cart" }} underline="always">
            {text.shell.signIn}
          </TextLink>
        </>
      )}
    </Text>
  );
}
