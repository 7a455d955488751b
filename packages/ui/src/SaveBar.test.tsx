import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Field } from "./Field.tsx";
import { Form } from "./Form.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { drawRoute } from "./test/render.tsx";
import { useZodForm } from "./useZodForm.ts";

const Row = z.strictObject({ name: z.string(), version: z.int() });

const page = (send: (values: z.input<typeof Row>) => Promise<unknown>) =>
  function Page() {
    const form = useZodForm(Row, { initialValues: { name: "Ann", version: 1 } });
    const save = async (values: z.input<typeof Row>) => {
      await send(values);
      form.take({ ...values, version: values.version + 1 });
    };
    return (
      <Form form={form} onSubmit={save}>
        <Field form={form} name="name" label="Name" />
        <SaveBar form={form} />
      </Form>
    );
  };

const name = () => screen.findByRole("textbox", { name: /Name/ });
const bar = () => screen.queryByRole("region", { name: "Unsaved changes" });

describe("SaveBar", () => {
  it("appears with the first change and goes with Discard", async () => {
    drawRoute(page(async () => undefined));
    await name();
    expect(bar()).toBeNull();
    await userEvent.type(await name(), "a");
    expect(bar()).not.toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(bar()).toBeNull();
    expect(await name()).toHaveProperty("value", "Ann");
  });

  it("saves with Ctrl+S, also while typing, and takes the saved row", async () => {
    const send = vi.fn(async () => undefined);
    drawRoute(page(send));
    await userEvent.type(await name(), "a{Control>}s{/Control}");
    await waitFor(() => expect(bar()).toBeNull());
    await userEvent.type(await name(), "b{Control>}s{/Control}");
    await waitFor(() => expect(bar()).toBeNull());
    expect(send.mock.calls).toEqual([[{ name: "Anna", version: 1 }], [{ name: "Annab", version: 2 }]]);
  });

  it("asks before the page is left with changes, and lets go when told so", async () => {
    const router = drawRoute(page(async () => undefined));
    await userEvent.type(await name(), "a");
    act(() => void router.navigate({ to: "/elsewhere" }));
    await userEvent.click(await screen.findByRole("button", { name: "Stay here" }));
    expect(await name()).toHaveProperty("value", "Anna");
    act(() => void router.navigate({ to: "/elsewhere" }));
    await userEvent.click(await screen.findByRole("button", { name: "Leave without saving" }));
    expect(await screen.findByText("Elsewhere")).toBeDefined();
  });
});
