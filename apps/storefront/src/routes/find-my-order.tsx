import { createFileRoute } from "@tanstack/react-router";
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { DevMailNotice } from "../DevMailNotice.tsx";
import { EntryPage } from "../entry/EntryPage.tsx";
import { TextLink } from "../links.tsx";
import { type Asked, FindOrder } from "../orders/FindOrder.tsx";
import { text } from "../text.ts";
import { ordersText } from "../text/orders.ts";

export const Route = createFileRoute("/find-my-order")({ component: FindOrderPage });

function FindOrderPage() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [again, setAgain] = useState(false);
  const t = ordersText.find;
  const below = (
    <>
      {t.haveAccount} <TextLink to="/sign-in">{text.signIn.title}</TextLink>
    </>
  );
  if (asked !== null && !again) {
    return (
      <EntryPage title={t.sentTitle} description={t.sent(asked.number, asked.email)} below={below}>
        <DevMailNotice />
        <Text>{t.hint}</Text>
        <Button variant="default" onClick={() => setAgain(true)}>
          {t.again}
        </Button>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t.title} description={t.body} below={below}>
      <FindOrder
        asked={asked}
        onAsked={(what) => {
          setAsked(what);
          setAgain(false);
        }}
      />
    </EntryPage>
  );
}
