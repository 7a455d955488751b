import { idOf } from "@clientele/domain/ids";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { pathOf, useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { z } from "zod";
import { GroupPicker } from "../GroupPicker.tsx";
import { MembershipFields } from "../MembershipFields.tsx";
import { membershipInput, membershipShape, noMembership } from "../membershipForm.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import type { AddTarget } from "./AddToGroupButton.tsx";
import { addedText } from "./addedText.ts";

const t = text.groups.addTo;
const AddToGroupForm = z.strictObject({ groupId: idOf("group"), ...membershipShape });

export interface AddToGroupProps {
  target: AddTarget;
  onDone: () => void;
  onCancel: () => void;
}

/** Chooses the group, and an end and a reason for everybody who is added. */
export function AddToGroup({ target: { count: _count, all: _all, ...whom }, onDone, onCancel }: AddToGroupProps) {
  const name = useRef("");
  const { mutateAsync } = useMutation(
    trpc.groups.addMembers.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  const form = useZodForm(AddToGroupForm, { initialValues: { groupId: "", ...noMembership }, name: "add-to-group" });
  const send = async ({ groupId, ...membership }: z.input<typeof AddToGroupForm>) => {
    const answer = await mutateAsync({ groupId, ...whom, ...membershipInput(membership) });
    doneToast(addedText(answer, name.current));
    onDone();
  };
  return (
    <Form form={form} onSubmit={send}>
      <GroupPicker
        label={t.group}
        placeholder={t.groupPlaceholder}
        data-path={pathOf(form, "groupId")}
        value={form.values.groupId === "" ? null : form.values.groupId}
        onChange={(id, label) => {
          name.current = label ?? "";
          form.setFieldValue("groupId", id ?? "");
        }}
        error={form.errors["groupId"] === undefined ? null : t.needGroup}
      />
      <MembershipFields form={form} withFrom />
      <FormActions
        cancel={text.groups.membership.cancel}
        onCancel={onCancel}
        submit={t.submit}
        sending={form.sending}
      />
    </Form>
  );
}
