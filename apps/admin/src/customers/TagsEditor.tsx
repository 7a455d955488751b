import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { undoToast } from "@clientele/ui/undoToast.tsx";
import { ActionIcon, Button, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { failToast } from "../failToast.ts";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { customerText } from "../text/customer.ts";
import { trpc } from "../trpc.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";

const TagsField = lazy(async () => ({ default: (await import("../TagsField.tsx")).TagsField }));
const t = customerText.overview;

/** What is wrong with one of the tags, as the field shows it. */
const atTags = (error: unknown): string | null => {
  const [, problem] = Object.entries(problemOf(error)?.fields ?? {}).find(([path]) => path.startsWith("tags")) ?? [];
  return problem === undefined ? null : problemText(problem);
};

/** The tags of a customer, edited in place; a change can be taken back for ten seconds. */
export function TagsEditor({ customer: { id, tags, status } }: { customer: CustomerDetail }) {
  const can = useCan();
  const saved = tags.map(({ name }) => name);
  const [typed, setTyped] = useState<string[] | null>(null);
  const { mutate, mutateAsync, isPending, error } = useMutation(
    trpc.customers.setTags.mutationOptions({ meta: { invalidates: ["customers", "tags"] } }),
  );
  const save = () => {
    const next = typed ?? saved;
    if (next.length === saved.length && next.every((tag) => saved.includes(tag))) {
      setTyped(null);
      return;
    }
    mutate(
      { id, tags: next },
      {
        onSuccess: () => {
          setTyped(null);
          undoToast({ message: t.tagsSaved, onUndo: () => mutateAsync({ id, tags: saved }) });
        },
        onError: (error) => {
          if (atTags(error) === null) failToast(error);
        },
      },
    );
  };
  return (
    <Paper p="lg" component="section" aria-labelledby="tags">
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} id="tags">
          {t.tags}
        </Title>
        {typed === null && can("customers.write") && status !== "erased" && (
          <ActionIcon aria-label={t.editTags} onClick={() => setTyped(saved)}>
            <IconPencil size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {typed === null ? (
        saved.length === 0 ? (
          <Text c="dimmed">{t.noTags}</Text>
        ) : (
          <Group gap={6}>
            {tags.map(({ id: tagId, name, colour }) => (
              <ColourLabel key={tagId} colour={colour}>
                {name}
              </ColourLabel>
            ))}
          </Group>
        )
      ) : (
        <Stack gap="sm">
          <Suspense fallback={<Skeleton h={76} radius="md" />}>
            <TagsField
              label={t.tags}
              description={text.customers.create.tagsHint}
              value={typed}
              onChange={setTyped}
              error={atTags(error)}
            />
          </Suspense>
          <Group gap="xs" justify="flex-end">
            <Button variant="default" size="xs" onClick={() => setTyped(null)}>
              {t.cancelTags}
            </Button>
            <Button size="xs" onClick={save} loading={isPending}>
              {t.saveTags}
            </Button>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}
