import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { EntryPage } from "./EntryPage.tsx";

export interface ActOnLinkProps {
  title: string;
  body: string;
  consequence?: string;
  verb: string;
  act: () => Promise<unknown>;
  onDone: () => void;
}

/** A mailed link that needs no more than a yes. Opening it does nothing: mail programs open links too (TOK-6). */
export function ActOnLink({ title, body, consequence, verb, act, onDone }: ActOnLinkProps) {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const press = () => {
    setSending(true);
    setFailure(null);
    act()
      .then(onDone, setFailure)
      .finally(() => setSending(false));
  };
  return (
    <EntryPage title={title} description={body}>
      <ProblemNotice error={failure} />
      {consequence !== undefined && <Text>{consequence}</Text>}
      <Button onClick={press} loading={sending} fullWidth>
        {verb}
      </Button>
    </EntryPage>
  );
}
