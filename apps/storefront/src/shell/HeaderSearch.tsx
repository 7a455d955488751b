import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { searchText } from "../search.ts";
import { text } from "../text.ts";
import classes from "./Shell.module.css";

const t = text.shell;

/** What the address says is searched for; nothing beside the catalogue. */
const useSearched = (): { atCatalogue: boolean; searched: string } =>
  useRouterState({
    select: ({ location }) => {
      const atCatalogue = location.pathname === "/";
      return { atCatalogue, searched: atCatalogue ? (searchText(location.search.search, 200) ?? "") : "" };
    },
    structuralSharing: true,
  });

/** The one search field of the store; what is found is a page of the catalogue. */
export function HeaderSearch() {
  const { atCatalogue, searched } = useSearched();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(searched);
  const [shown, setShown] = useState(searched);
  // Back, a link and "clear" change the address by themselves.
  if (shown !== searched) {
    setShown(searched);
    setTyped(searched);
  }
  // A new word is looked for everywhere; only the order stays.
  const search = (words: string) =>
    void navigate({
      to: "/",
      search: ({ sort }) => ({ sort: atCatalogue ? sort : undefined, search: words.trim() || undefined }),
    });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    search(typed);
  };
  return (
    <form role="search" className={classes["search"]} data-catalogue={atCatalogue} onSubmit={send}>
      <TextInput
        type="search"
        size="sm"
        name="search"
        aria-label={t.search}
        placeholder={t.search}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        rightSection={
          typed !== "" && (
            <CloseButton
              size="sm"
              aria-label={t.searchClear}
              onClick={() => {
                setTyped("");
                if (searched !== "") search("");
              }}
            />
          )
        }
      />
    </form>
  );
}
