import { dictionary } from "@zxcvbn-ts/language-common";

const common = new Set(dictionary["passwords-common"].map((password) => password.toLowerCase()));

/** Whether a password, lower-cased, is on the list of the most used ones (PWD-3). */
export const isCommonPassword = (lowerCased: string): boolean => common.has(lowerCased);
