import { createFileRoute } from "@tanstack/react-router";
import { RolesPage } from "../../../staff/RolesPage.tsx";

export const Route = createFileRoute("/_staff/settings/roles")({ component: RolesPage });
