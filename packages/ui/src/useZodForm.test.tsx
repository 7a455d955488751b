import type { Problem } from "@clientele/domain/errors";
import { asField } from "@clientele/domain/fieldProblem";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Field } from "./Field.tsx";
import { Form } from "./Form.tsx";
import { draw } from "./test/render.tsx";
import { useZodForm } from "./useZodForm.ts";

const Person = z.strictObject({
  email: z.email(asField("field.email")),
  name: z.string().trim().min(1, asField("field.required")),
  company: z.string().nullable(),
});
type Values = z.input<typeof Person>;

const refusal = (problem: Partial<Problem>): Error =>
  Object.assign(new Error("refused"), {
    data: { problem: { code: "input.invalid", params: {}, fields: {}, requestId: "req_1", ...problem } },
  });

function PersonForm({ send }: { send: (values: Values) => Promise<unknown> }) {
  const form = useZodForm(Person, { initialValues: { email: "", name: "", company: null } });
  return (
    <Form form={form} onSubmit={send}>
      <Field form={form} name="email" kind="email" label="E-mail" />
      <Field form={form} name="name" label="Name" />
      <Field form={form} name="company" label="Company" />
      <button type="submit">Send</button>
    </Form>
  );
}

const field = (name: string) => screen.getByRole("textbox", { name: new RegExp(name) });
const press = () => userEvent.click(screen.getByRole("button", { name: "Send" }));

describe("useZodForm", () => {
  it("says at each field what is wrong, focuses the first and sends nothing", async () => {
    const send = vi.fn(async () => undefined);
    draw(<PersonForm send={send} />);
    await userEvent.type(field("E-mail"), "ann");
    await press();
    expect(screen.getByText(/does not look like an e-mail/)).toBeDefined();
    expect(screen.getByText("This is needed.")).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(field("E-mail")));
    expect(field("E-mail").getAttribute("aria-invalid")).toBe("true");
    expect(send).not.toHaveBeenCalled();
  });

  it("marks what the schema needs and gives null again where null was", async () => {
    const send = vi.fn(async () => undefined);
    draw(<PersonForm send={send} />);
    expect(field("Name").getAttribute("aria-required")).toBe("true");
    expect(field("Company").getAttribute("aria-required")).toBe("false");
    await userEvent.type(field("E-mail"), "ann@example.com");
    await userEvent.type(field("Name"), "Ann");
    await userEvent.type(field("Company"), "x");
    await userEvent.clear(field("Company"));
    await press();
    expect(send).toHaveBeenCalledExactlyOnceWith({ email: "ann@example.com", name: "Ann", company: null });
  });

  it("shows the server's problem at its field, keeps what was typed and focuses it", async () => {
    const taken = refusal({
      code: "customer.email_taken",
      fields: { email: { code: "customer.email_taken", params: {} } },
    });
    draw(<PersonForm send={() => Promise.reject(taken)} />);
    await userEvent.type(field("E-mail"), "ann@example.com");
    await userEvent.type(field("Name"), "Ann");
    await press();
    expect(await screen.findByText(/already has this e-mail/)).toBeDefined();
    expect(screen.queryByRole("alert")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(field("E-mail")));
    expect(field("Name")).toHaveProperty("value", "Ann");
  });

  it("shows above the form what belongs to no field, with the request's number", async () => {
    draw(<PersonForm send={() => Promise.reject(refusal({ code: "server.busy" }))} />);
    await userEvent.type(field("E-mail"), "ann@example.com");
    await userEvent.type(field("Name"), "Ann");
    await press();
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain("Nothing was changed; try again");
    expect(notice.textContent).toContain("req_1");
  });

  it("sends once however often it is pressed", async () => {
    let finish = () => {};
    const send = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    draw(<PersonForm send={send} />);
    await userEvent.type(field("E-mail"), "ann@example.com");
    await userEvent.type(field("Name"), "Ann");
    await userEvent.dblClick(screen.getByRole("button", { name: "Send" }));
    await press();
    finish();
    expect(send).toHaveBeenCalledOnce();
  });
});
