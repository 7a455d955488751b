import { notifications } from "@mantine/notifications";
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stir } from "./stirred.ts";
import { draw } from "./test/render.tsx";
import { undoToast } from "./undoToast.tsx";

// The place of toasts is loaded once somebody is there.
const drawPage = async () => {
  stir();
  draw(<p>page</p>);
  await act(() => import("./Toasts.tsx"));
};
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

describe("undoToast", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    notifications.clean();
    vi.useRealTimers();
  });

  it("counts down, then goes by itself without undoing", async () => {
    const onUndo = vi.fn(async () => undefined);
    await drawPage();
    act(() => undoToast({ message: "3 members removed.", onUndo }));
    expect(screen.getByRole("status", { name: "" }).textContent).toContain("3 members removed.");
    await pass(4);
    expect(screen.getByText("6 s").getAttribute("aria-hidden")).toBe("true");
    await pass(6);
    await pass(1);
    expect(screen.queryByText("3 members removed.")).toBeNull();
    expect(onUndo).not.toHaveBeenCalled();
  });

  it("waits while somebody is about to press it, and undoes once", async () => {
    const onUndo = vi.fn(async () => undefined);
    await drawPage();
    act(() => undoToast({ message: "3 members removed.", onUndo }));
    const button = screen.getByRole("button", { name: "Undo" });
    act(() => button.focus());
    await pass(30);
    fireEvent.click(button);
    await pass(0);
    expect(screen.getByText("Undone.")).toBeDefined();
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it("says why it could not be undone", async () => {
    await drawPage();
    const problem = { code: "group.undo_too_late", params: {}, fields: {}, requestId: "r" };
    const late = Object.assign(new Error("refused"), { data: { problem } });
    act(() => undoToast({ message: "3 members removed.", onUndo: () => Promise.reject(late) }));
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await pass(0);
    expect(screen.getByText(/The time to undo has passed/)).toBeDefined();
  });
});
