import { createFileRoute, Outlet } from "@tanstack/react-router";
import { DoorPage } from "../shell/DoorPage.tsx";

export const Route = createFileRoute("/_door")({
  component: () => (
    <DoorPage>
      <Outlet />
    </DoorPage>
  ),
});
