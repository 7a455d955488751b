import { type AudiencePart as Part, audienceParts } from "@clientele/domain/pricing/audience";
import { problemText } from "@clientele/ui/problemText.ts";
import { Group, Radio, Stack, Text } from "@mantine/core";
import { GroupsPicker, useGroupNames } from "../GroupPicker.tsx";
import { pricingText } from "../text/pricing.ts";
import { type AudienceForm, partsWithDoubles } from "./audienceForm.ts";

const t = pricingText.audience;

export interface AudienceBuilderProps {
  value: AudienceForm;
  onChange: (audience: AudienceForm) => void;
  /** The parts that were refused. */
  wrong: (part: Part) => boolean;
  /** Where the form looks for a part, to put the focus there. */
  pathOf: (part: Part) => string;
}

/** Whom a price list or a discount is for: everyone, or groups by three parts, read back as a sentence. */
export function AudienceBuilder({ value: audience, onChange, wrong, pathOf }: AudienceBuilderProps) {
  const names = useGroupNames(audienceParts.flatMap((part) => audience[part]));
  const doubles = partsWithDoubles(audience);
  const nameOf = (id: string): string => names[id] ?? "…";
  const sentence = t.sentence({
    kind: audience.kind,
    anyOf: audience.anyOf.map(nameOf),
    allOf: audience.allOf.map(nameOf),
    noneOf: audience.noneOf.map(nameOf),
  });
  const errorOf = (part: Part): string | null => {
    if (doubles.includes(part)) return problemText({ code: "audience.group_twice", params: {} });
    return wrong(part) ? problemText({ code: "audience.empty", params: {} }) : null;
  };
  return (
    <Stack gap="md">
      <Radio.Group
        label={t.legend}
        value={audience.kind}
        onChange={(kind) => onChange({ ...audience, kind: kind === "everyone" ? "everyone" : "groups" })}
      >
        <Group gap="lg" mt={6}>
          <Radio value="everyone" label={t.everyone} description={t.everyoneHint} />
          <Radio value="groups" label={t.groups} description={t.groupsHint} />
        </Group>
      </Radio.Group>
      {audience.kind === "groups" &&
        audienceParts.map((part) => (
          <GroupsPicker
            key={part}
            data-path={pathOf(part)}
            label={t[part]}
            description={t[`${part}Hint`]}
            placeholder={t.placeholder}
            error={errorOf(part)}
            value={audience[part]}
            onChange={(ids) => onChange({ ...audience, [part]: ids })}
          />
        ))}
      <Text size="sm" role="status">
        <Text span c="dimmed" size="sm">
          {t.reads}
        </Text>{" "}
        <bdi>{sentence === "" ? t.nobody : `${sentence}.`}</bdi>
      </Text>
    </Stack>
  );
}
