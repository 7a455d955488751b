/** How a column's name in code becomes its name in the database; both drivers and both kit configurations need it. */
export const casing = "snake_case";
