import { DomainError } from "@clientele/domain/errors";

/** A list that is shown whole is full; told at a field that its form has. */
export const tooMany = (field: string, most: number): DomainError =>
  new DomainError("input.invalid", {}, { [field]: { code: "field.too_many", params: { most } } });
