import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { ActionIcon, Button, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import classes from "./MetadataEditor.module.css";
import { type MetadataKind, metadataKinds, type MetadataRow, withKind } from "./metadataModel.ts";
import { text } from "./text.ts";

const t = text.metadata;

export interface MetadataEditorProps<Values extends { metadata: MetadataRow[] }> {
  form: ZodForm<Values>;
  readOnly: boolean;
}

const isKind = (value: string): value is MetadataKind => (metadataKinds as readonly string[]).includes(value);

/** Key, kind and value of each piece of staff's own data, as rows of the form it stands in. */
export function MetadataEditor<Values extends { metadata: MetadataRow[] }>({
  form,
  readOnly,
}: MetadataEditorProps<Values>) {
  const rows = form.values.metadata;
  const bound: { onChange: (next: MetadataRow[]) => void } = form.getInputProps("metadata");
  const setRows = (next: MetadataRow[]) => bound.onChange(next);
  const set = (id: string, change: (row: MetadataRow) => MetadataRow) =>
    setRows(rows.map((row) => (row.id === id ? change(row) : row)));
  const errorAt = (index: number, part: "key" | "value") => form.errors[`metadata.${index}.${part}`];

  if (readOnly) {
    return rows.length === 0 ? (
      <Text c="dimmed">{t.none}</Text>
    ) : (
      <dl className={classes["read"]}>
        {rows.map(({ id, key, kind, value }) => (
          <div key={id}>
            <dt>{key}</dt>
            <dd>
              {kind === "yesNo"
                ? t.yesNo[value === "true" ? "true" : "false"]
                : kind === "nothing"
                  ? t.kind.nothing
                  : value}
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <Stack gap="sm">
      {rows.length === 0 && <Text c="dimmed">{t.none}</Text>}
      {rows.map((row, index) => (
        <div key={row.id} className={classes["row"]} role="group" aria-label={t.row(row.key, index + 1)}>
          <TextInput
            aria-label={t.key}
            placeholder={t.key}
            data-path={`metadata.${index}.key`}
            value={row.key}
            maxLength={100}
            error={errorAt(index, "key")}
            onChange={(event) => set(row.id, (before) => ({ ...before, key: event.currentTarget.value }))}
          />
          <NativeSelect
            aria-label={t.kindLabel}
            value={row.kind}
            data={metadataKinds.map((kind) => ({ value: kind, label: t.kind[kind] }))}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (isKind(value)) set(row.id, (before) => withKind(before, value));
            }}
          />
          {row.kind === "yesNo" ? (
            <NativeSelect
              aria-label={t.value}
              value={row.value}
              data={[
                { value: "true", label: t.yesNo.true },
                { value: "false", label: t.yesNo.false },
              ]}
              onChange={(event) => set(row.id, (before) => ({ ...before, value: event.currentTarget.value }))}
            />
          ) : (
            <TextInput
              aria-label={t.value}
              placeholder={row.kind === "json" ? t.jsonPlaceholder : t.value}
              data-path={`metadata.${index}.value`}
              value={row.kind === "nothing" ? "" : row.value}
              disabled={row.kind === "nothing"}
              inputMode={row.kind === "number" ? "decimal" : "text"}
              error={errorAt(index, "value")}
              onChange={(event) => set(row.id, (before) => ({ ...before, value: event.currentTarget.value }))}
            />
          )}
          <ActionIcon
            size="lg"
            aria-label={t.remove(row.key)}
            onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
        disabled={rows.length >= 50}
        onClick={() => setRows([...rows, { id: crypto.randomUUID(), key: "", kind: "text", value: "" }])}
      >
        {t.add}
      </Button>
    </Stack>
  );
}
