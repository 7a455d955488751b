import { Text } from "@mantine/core";

/** An e-mail address that, where it is too long for its line, breaks before the sign "@". */
export function EmailText({ email }: { email: string }) {
  const at = email.lastIndexOf("@");
  return (
    <Text span style={{ overflowWrap: "anywhere" }}>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </Text>
  );
}
