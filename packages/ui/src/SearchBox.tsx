import { CloseButton, Kbd, Loader, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { text } from "./text.ts";
import { useShortcut } from "./useShortcut.ts";

export interface SearchBoxProps {
  /** What the address says is searched for; nothing where it says nothing. */
  value: string | undefined;
  /** Called once typing rests; writes the address. */
  onSearch: (search: string | undefined) => void;
  placeholder: string;
  label?: string;
  /** True while the answer is on its way. */
  busy?: boolean;
  maxLength?: number;
}

/** A search that lives in the address: it follows Back, and `/` jumps into it. */
export function SearchBox(props: SearchBoxProps) {
  const { value: search, onSearch, placeholder, label, busy = false, maxLength = 200 } = props;
  const value = search ?? "";
  const [typed, setTyped] = useState(value);
  const seen = useRef(value);
  /** What was written into the address and has not come back from it, oldest first: a slow page follows some letters later. */
  const asked = useRef<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const ask = useDebouncedCallback((words: string, page: string) => {
    // Who has followed a link meanwhile is not called back: the address is the next page's while that one loads.
    if (window.location.pathname !== page) return;
    asked.current.push(words);
    onSearch(words === "" ? undefined : words);
  }, 250);

  // The address changed by itself: Back, a link, "clear all". Our own writing of it must not undo later letters.
  useEffect(() => {
    if (value === seen.current) return;
    seen.current = value;
    const echo = asked.current.indexOf(value);
    asked.current = echo === -1 ? [] : asked.current.slice(echo + 1);
    if (echo !== -1) return;
    ask.cancel();
    setTyped(value);
  }, [value, ask]);

  useShortcut("/", text.hotkeys.search, () => {
    input.current?.focus();
    input.current?.select();
  });

  const change = (words: string) => {
    setTyped(words);
    ask(words.trim(), window.location.pathname);
  };

  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      aria-label={label ?? text.search.label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== "") {
          event.preventDefault();
          change("");
        }
      }}
      leftSection={busy ? <Loader size={14} /> : <IconSearch size={16} stroke={1.6} aria-hidden />}
      rightSection={
        typed === "" ? (
          <Kbd size="xs" aria-hidden visibleFrom="sm">
            /
          </Kbd>
        ) : (
          <CloseButton size="sm" aria-label={text.search.clear} onClick={() => change("")} />
        )
      }
      rightSectionPointerEvents={typed === "" ? "none" : "all"}
    />
  );
}
