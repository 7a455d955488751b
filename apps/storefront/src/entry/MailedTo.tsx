import { TextInput } from "@mantine/core";
import { text } from "../text.ts";

/** The account a new password is for: read by people and by password managers, changed by neither. */
export function MailedTo({ email }: { email: string }) {
  return (
    <TextInput
      label={text.fields.email}
      value={email}
      readOnly
      variant="filled"
      autoComplete="username"
      name="username"
      type="email"
    />
  );
}
