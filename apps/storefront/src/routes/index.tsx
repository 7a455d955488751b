import { createFileRoute } from "@tanstack/react-router";
import { useMe } from "../useMe.ts";
import { useStore } from "../useStore.ts";
import { Welcome } from "../welcome/Welcome.tsx";

export const Route = createFileRoute("/")({ component: Start });

function Start() {
  return <Welcome store={useStore().name} me={useMe()} />;
}
