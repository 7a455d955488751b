/** Text as it stands for itself in a pattern of `like … escape '\'`, the same on both databases. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
