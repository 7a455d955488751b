import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { Field } from "@clientele/ui/Field.tsx";
import { text } from "./text.ts";

const t = text.groups.membership;

export interface MembershipValues {
  from?: string | undefined;
  until?: string | null | undefined;
  reason?: string | null | undefined;
}

export interface MembershipFieldsProps<Values extends MembershipValues> {
  form: ZodForm<Values>;
  /** Whether a beginning other than now may be chosen. */
  withFrom?: boolean;
}

/** From, until and reason of a membership. */
export function MembershipFields<Values extends MembershipValues>({
  form,
  withFrom = false,
}: MembershipFieldsProps<Values>) {
  return (
    <>
      {withFrom && <Field form={form} name="from" kind="date" withTime label={t.from} description={t.fromHint} />}
      <Field form={form} name="until" kind="date" withTime label={t.until} description={t.untilHint} />
      <Field form={form} name="reason" label={t.reason} description={t.reasonHint} autoComplete="off" />
    </>
  );
}
