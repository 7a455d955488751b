import { pictureTypes } from "@clientele/domain/catalogue/product";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, FileButton, Group, Input, Stack, Text } from "@mantine/core";
import { IconPhoto, IconTrash, IconUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { catalogueText } from "../text/catalogue.ts";
import { client, queryClient, trpc } from "../trpc.ts";
import type { ProductDetail } from "./productForm.ts";
import classes from "./ProductPage.module.css";
import { refusalOf, sendPicture } from "./sendPicture.ts";

const t = catalogueText.picture;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
const meta = { invalidates: ["products"] };

export interface ProductPictureProps {
  product: ProductDetail;
  editable: boolean;
  /** Told of the version a change of the picture made, so that the form beside it goes on from there. */
  onVersion: (from: number, to: number) => void;
}

/** The one picture of a product; a chosen file is saved at once. */
export function ProductPicture({ product, editable, onVersion }: ProductPictureProps) {
  const { id, version, picture, title } = product;
  const [refused, setRefused] = useState<string | null>(null);
  const send = useMutation({
    meta,
    mutationFn: (file: File) => sendPicture(id, version, file),
  });
  const remove = useMutation({
    meta,
    mutationFn: async () => (await client.products.update.mutate({ id, version, picture: null })).version,
  });
  const done = (message: string) => ({
    onSuccess: (to: number) => {
      onVersion(version, to);
      doneToast(message);
    },
    onError: (error: unknown) => {
      // The next try goes over what is there by now.
      if (isProblemCode(error, "product.changed_meanwhile")) {
        void queryClient.invalidateQueries(trpc.products.pathFilter());
      }
    },
  });
  const choose = (file: File | null) => {
    if (file === null) return;
    const refusal = refusalOf(file);
    setRefused(refusal === null ? null : problemText(refusal));
    if (refusal === null) send.mutate(file, done(t.done));
  };
  return (
    <Stack gap="sm">
      <div className={classes["picture"]}>
        {picture === null ? (
          <Stack gap={6} align="center" c="dimmed">
            <IconPhoto size={32} stroke={1.2} aria-hidden />
            <Text size="sm">{t.none}</Text>
          </Stack>
        ) : (
          <img src={`/pictures/${picture}`} alt={t.alt(title)} />
        )}
      </div>
      <ProblemNotice error={send.error ?? remove.error} />
      {refused !== null && <Input.Error role="alert">{refused}</Input.Error>}
      {editable && (
        <>
          <Group gap="xs">
            <FileButton accept={pictureTypes.join(",")} onChange={choose} inputProps={{ "aria-label": t.choose }}>
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconUpload {...icon} />} loading={send.isPending}>
                  {picture === null ? t.choose : t.change}
                </Button>
              )}
            </FileButton>
            {picture !== null && (
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash {...icon} />}
                loading={remove.isPending}
                onClick={() => remove.mutate(undefined, done(t.removed))}
              >
                {t.remove}
              </Button>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {t.hint}
          </Text>
        </>
      )}
    </Stack>
  );
}
