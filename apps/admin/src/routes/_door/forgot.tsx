import { createFileRoute } from "@tanstack/react-router";
import { ForgotPassword } from "../../account/ForgotPassword.tsx";

export const Route = createFileRoute("/_door/forgot")({ component: ForgotPassword });
