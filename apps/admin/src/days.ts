/** The instant a day of the viewer's calendar begins, or the one so many days after it; dates on screens are the viewer's too. */
export const startOfDay = (day: string, after = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + after).toISOString();
};

/** A day to be written by `formatDay`: noon, so that no time zone makes it another one. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00`);
