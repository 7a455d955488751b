import { createFileRoute } from "@tanstack/react-router";
import { ResetPassword } from "../../account/ResetPassword.tsx";

export const Route = createFileRoute("/_door/reset-password")({ component: ResetPassword });
