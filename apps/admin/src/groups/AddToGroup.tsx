import { idOf } from "@clientele/domain/ids";
import { Form } from "@clientele/ui/Form.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group } from "@mantine/core";
import { IconUsersPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { z } from "zod";
import { GroupPicker } from "../GroupPicker.tsx";
import { MembershipFields } from "../MembershipFields.tsx";
import { membershipInput, membershipShape, noMembership } from "../membershipForm.ts";
import { openDialog } from "../openDialog.tsx";
import { text } from "../text.ts";
import { type Inputs, trpc } from "../trpc.ts";
import { addedText } from "./addedText.ts";

const t = text.groups.addTo;
const AddToGroupForm = z.strictObject({ groupId: idOf("group"), ...membershipShape });

/** Whom it means: those ticked, or everybody a filter finds. */
export type AddTarget = Pick<Inputs["groups"]["addMembers"], "customerIds" | "filter"> & {
  count: { count: number; capped: boolean };
  all: boolean;
};

interface AddToGroupProps {
  target: AddTarget;
  onDone: () => void;
  onCancel: () => void;
}

function AddToGroup({ target: { count: _count, all: _all, ...whom }, onDone, onCancel }: AddToGroupProps) {
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
        value={form.values.groupId === "" ? null : form.values.groupId}
        onChange={(id, label) => {
          name.current = label ?? "";
          form.setFieldValue("groupId", id ?? "");
        }}
        error={form.errors["groupId"] === undefined ? null : t.needGroup}
      />
      <MembershipFields form={form} withFrom />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {text.groups.membership.cancel}
        </Button>
        <Button type="submit" loading={form.sending}>
          {t.submit}
        </Button>
      </Group>
    </Form>
  );
}

/** "All 312 that match", "4 customers": as the title of the dialog says it. */
const wordsOf = ({ count, all }: AddTarget, locale: string): string =>
  all ? t.all(formatTotal(count, locale)) : t.selected(count.count);

export interface AddToGroupButtonProps {
  target: AddTarget;
  onDone: () => void;
  size?: string;
}

/** Opens the dialog that adds the target to a group, with an end and a reason for all of them. */
export function AddToGroupButton({ target, onDone, size = "compact-md" }: AddToGroupButtonProps) {
  const { locale } = useLocale();
  const open = () =>
    openDialog(t.title(wordsOf(target, locale)), (close) => (
      <AddToGroup
        target={target}
        onCancel={close}
        onDone={() => {
          close();
          onDone();
        }}
      />
    ));
  return (
    <Button
      size={size}
      variant="default"
      leftSection={<IconUsersPlus size={16} stroke={1.6} aria-hidden />}
      onClick={open}
    >
      {t.button}
    </Button>
  );
}
