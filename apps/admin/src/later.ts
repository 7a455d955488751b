import { failToast } from "./failToast.ts";

/** A function of a part of the app that is loaded when it is first called; that it could not be loaded is told. */
export const later =
  <Args extends unknown[]>(load: () => Promise<(...args: Args) => void>) =>
  (...args: Args): void =>
    void load().then((loaded) => loaded(...args), failToast);
