import { describe, expect, it } from "vitest";
import { SetupError, installAdvice, requireNode } from "./bootstrap.mjs";

describe("an older Node", () => {
  it.each(["18.20.8", "20.18.3"])("%s is refused in one line", (version) => {
    expect(() => requireNode(version)).toThrow(SetupError);
    expect(() => requireNode(version)).toThrow(`this is Node ${version}`);
  });

  it.each(["20.19.0", "22.12.0", "26.0.0"])("%s is taken", (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });
});

describe("a failed install says what to do", () => {
  it.each([
    ["ERR_PNPM_OUTDATED_LOCKFILE Cannot install with frozen-lockfile", "pnpm-lock.yaml"],
    ["better-sqlite3 install: gyp ERR! stack Error: not found: make", "C++ compiler"],
    ["request to the registry failed, reason: getaddrinfo ENOTFOUND", "cannot be reached"],
    ["ENOSPC: no space left on device", "disk is full"],
    ["something new", "the lines above say why"],
  ])("%s", (output, part) => {
    expect(installAdvice(output)).toContain(part);
    expect(installAdvice(output)).not.toContain("\n");
  });
});
