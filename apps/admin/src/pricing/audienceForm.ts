import {
  type Audience,
  audienceKinds,
  type AudiencePart as Part,
  audienceParts,
  type NamedAudience,
} from "@clientele/domain/pricing/audience";
import { asField } from "@clientele/domain/fieldProblem";
import { z } from "zod";
import { pricingText } from "../text/pricing.ts";

type Parts = Record<Part, readonly string[]>;

/** The parts that name a group which stands in another part too. */
export const partsWithDoubles = (parts: Parts): Part[] =>
  audienceParts.filter((part) =>
    parts[part].some((id) => audienceParts.some((other) => other !== part && parts[other].includes(id))),
  );

const ids = z.array(z.string()).max(50);

/** An audience while it is put together: what is chosen for groups stays when one looks at "everyone". */
export const AudienceForm = z
  .strictObject({ kind: z.enum(audienceKinds), anyOf: ids, allOf: ids, noneOf: ids })
  .superRefine((audience, context) => {
    if (audience.kind === "everyone") return;
    const wrong = audienceParts.every((part) => audience[part].length === 0)
      ? (["anyOf"] as const)
      : partsWithDoubles(audience);
    for (const part of wrong) context.addIssue({ code: "custom", path: [part], ...asField("field.duplicate") });
  });
export type AudienceForm = z.input<typeof AudienceForm>;

export const everyone: AudienceForm = { kind: "everyone", anyOf: [], allOf: [], noneOf: [] };

export const audienceInput = ({ kind, ...parts }: AudienceForm): z.input<typeof Audience> =>
  kind === "everyone" ? { kind } : { kind, ...parts };

const known = (groups: NamedAudience["anyOf"]): string[] => groups.flatMap(({ id }) => id ?? []);

export const audienceValues = ({ kind, anyOf, allOf, noneOf }: NamedAudience): AudienceForm => ({
  kind,
  anyOf: known(anyOf),
  allOf: known(allOf),
  noneOf: known(noneOf),
});

const named = (groups: NamedAudience["anyOf"]): string[] => groups.map(({ name }) => name);

/** Whom it is for, as a sentence. */
export const audienceSentence = ({ kind, anyOf, allOf, noneOf }: NamedAudience): string =>
  pricingText.audience.sentence({ kind, anyOf: named(anyOf), allOf: named(allOf), noneOf: named(noneOf) });

/** A value of a form that is an audience, as the dialog about two versions meets it. */
export const audienceOf = (value: unknown): AudienceForm | null => AudienceForm.safeParse(value).data ?? null;
