import { line } from "@clientele/domain/text";
import { DayOrInstant } from "@clientele/domain/time";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { MembershipFields } from "./MembershipFields.tsx";
import { openDialog } from "./openDialog.tsx";
import { text } from "./text.ts";
import { trpc } from "./trpc.ts";
import { lastDayOf } from "./Until.tsx";

const t = text.groups.membership;
const EditMembershipForm = z.strictObject({ until: DayOrInstant.nullable(), reason: line(300).nullable() });

interface Membership {
  id: string;
  until: string | null;
  reason: string | null;
}

function EditMembership({ membership, close }: { membership: Membership; close: () => void }) {
  const { mutateAsync } = useMutation(
    trpc.groups.setMembership.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  const before = membership.until === null ? null : (lastDayOf(membership.until) ?? membership.until);
  const form = useZodForm(EditMembershipForm, {
    initialValues: { until: before, reason: membership.reason },
    name: "membership",
  });
  const send = async ({ until, reason }: z.input<typeof EditMembershipForm>) => {
    // Only what was changed is sent: an end read in this zone and sent back as a day could move in the store's.
    await mutateAsync({
      membershipId: membership.id,
      ...(until === before ? {} : { until: until === "" ? null : until }),
      ...(reason === membership.reason ? {} : { reason }),
    });
    doneToast(t.saved);
    close();
  };
  return (
    <Form form={form} onSubmit={send}>
      <MembershipFields form={form} />
      <FormActions cancel={t.cancel} onCancel={close} submit={t.save} sending={form.sending} />
    </Form>
  );
}

/** The dialog that changes the end and the reason of one membership. */
export const openEditMembership = (membership: Membership, name: string, group: string): void =>
  openDialog(t.title(name, group), (close) => <EditMembership membership={membership} close={close} />);
