import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SearchBox } from "./SearchBox.tsx";
import { draw } from "./test/render.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const box = () => screen.getByRole<HTMLInputElement>("searchbox");
/** Types after what stands in the box now, as a hand does. */
const type = (letters: string) => fireEvent.change(box(), { target: { value: box().value + letters } });

/** A page whose address follows what is asked for only after a while, as it does while routes load. */
function SlowPage({ after, onAsk }: { after: number; onAsk: (search: string | undefined) => void }) {
  const [value, setValue] = useState<string>();
  return (
    <>
      <SearchBox
        value={value}
        onSearch={(search) => {
          onAsk(search);
          setTimeout(() => setValue(search), after);
        }}
        placeholder="Name"
      />
      <p data-testid="address">{value}</p>
      <button onClick={() => setValue("elsewhere")}>Link</button>
    </>
  );
}

it("keeps every letter while the address follows slowly", async () => {
  const onAsk = vi.fn<(search: string | undefined) => void>();
  draw(<SlowPage after={700} onAsk={onAsk} />);
  for (const letter of "wachtmeister") {
    type(letter);
    await pass(300);
  }
  await pass(2000);
  expect(box().value).toBe("wachtmeister");
  expect(screen.getByTestId("address").textContent).toBe("wachtmeister");
  expect(onAsk).toHaveBeenCalledTimes("wachtmeister".length);
});

it("asks once when typing rests, and never for what was typed before the address went elsewhere", async () => {
  const onAsk = vi.fn<(search: string | undefined) => void>();
  draw(<SlowPage after={0} onAsk={onAsk} />);
  type(" ann ");
  expect(onAsk).not.toHaveBeenCalled();
  await pass(300);
  expect(onAsk.mock.calls).toEqual([["ann"]]);
  expect(box().value).toBe(" ann ");

  type("a");
  fireEvent.click(screen.getByRole("button", { name: "Link" }));
  await pass(1000);
  expect(box().value).toBe("elsewhere");
  expect(onAsk).toHaveBeenCalledTimes(1);
});

it("calls nobody back who has left for another page", async () => {
  const onAsk = vi.fn<(search: string | undefined) => void>();
  draw(<SlowPage after={0} onAsk={onAsk} />);
  const here = window.location.pathname;
  type("ann");
  window.history.pushState(null, "", "/row");
  await pass(1000);
  expect(onAsk).not.toHaveBeenCalled();
  window.history.pushState(null, "", here);
});

it("is emptied by Escape and its button", async () => {
  const onAsk = vi.fn<(search: string | undefined) => void>();
  draw(<SlowPage after={0} onAsk={onAsk} />);
  type("ann");
  await pass(300);
  fireEvent.keyDown(box(), { key: "Escape" });
  await pass(300);
  expect(box().value).toBe("");
  expect(screen.getByTestId("address").textContent).toBe("");
  type("bob");
  fireEvent.click(screen.getByRole("button", { name: "Clear search" }));
  await pass(300);
  expect(onAsk.mock.calls).toEqual([["ann"], [undefined], [undefined]]);
});
