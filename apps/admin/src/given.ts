type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The fields that have a value: an input names only what it asks for. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
