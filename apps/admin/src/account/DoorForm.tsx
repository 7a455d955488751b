import { Form } from "@clientele/ui/Form.tsx";
import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { Box, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { DoorTitle } from "./DoorTitle.tsx";

export interface DoorFormProps<Values> {
  title: string;
  body?: string;
  announce?: boolean;
  form: ZodForm<Values>;
  onSubmit: (values: Values) => Promise<unknown>;
  submit: string;
  children: ReactNode;
  /** Other ways on, under the button. */
  after?: ReactNode;
}

/** A page of the door that is one form: its head, the fields, the button over the whole width. */
export function DoorForm<Values>(props: DoorFormProps<Values>) {
  const { title, body, announce = false, form, onSubmit, submit, children, after } = props;
  return (
    <>
      <DoorTitle title={title} announce={announce}>
        {body}
      </DoorTitle>
      <Box mt="lg">
        <Form form={form} onSubmit={onSubmit}>
          {children}
          <Button type="submit" fullWidth loading={form.sending}>
            {submit}
          </Button>
          {after}
        </Form>
      </Box>
    </>
  );
}
