import { accountText } from "./accountText.ts";

const { types, unknown } = accountText.security.events;

/** What a security event says to the owner of the account; one that a newer server invented reads as the general one. */
export const eventText = (type: string): string => types[type] ?? unknown;
