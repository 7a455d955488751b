import { createFileRoute } from "@tanstack/react-router";
import { ProfilePage } from "../../../staff/ProfilePage.tsx";

export const Route = createFileRoute("/_staff/settings/profile")({ component: ProfilePage });
