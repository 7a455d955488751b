import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { settingsText } from "../text/settings.ts";
import { trpc } from "../trpc.ts";
import { StoreFacts } from "./StoreFacts.tsx";
import { StoreForm } from "./StoreForm.tsx";

const t = settingsText;

/** What the store says of itself: to change for those who may, else to read. */
export function StorePage() {
  const can = useCan();
  const { data: settings, error, isPending, refetch } = useQuery(trpc.settings.get.queryOptions());
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} />
      <Stack maw={760}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        {isPending && <CardSkeleton cards={3} lines={4} />}
        {settings !== undefined &&
          (can("settings.write") ? <StoreForm settings={settings} /> : <StoreFacts settings={settings} />)}
      </Stack>
    </>
  );
}
