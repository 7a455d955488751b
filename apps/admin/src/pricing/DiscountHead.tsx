import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Code, Group, Text } from "@mantine/core";
import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";
import { discountsText } from "../text/discounts.ts";
import { DiscountActions, type DiscountActionsProps } from "./DiscountActions.tsx";
import { DiscountState } from "./DiscountState.tsx";
import { discountValue } from "./discountWords.ts";

const t = discountsText;

/** The name of a discount, what it takes, how often it was used and what can be done with it. */
export function DiscountHead({ discount, onRemoved }: DiscountActionsProps) {
  const { locale } = useLocale();
  const { name, state, code, uses, usageLimit } = discount;
  return (
    <PageHeader
      title={name}
      store={text.shell.app}
      crumbs={[
        <AnchorLink key="discounts" to="/discounts" size="sm">
          {t.title}
        </AnchorLink>,
      ]}
      beside={<DiscountState state={state} />}
      description={
        <Group component="span" gap="2px 8px">
          {code !== null && (
            <Group component="span" gap={4} wrap="nowrap">
              <Code>{code}</Code>
              <CopyButton value={code} label={t.head.copyCode} />
            </Group>
          )}
          <Text span className="figures">
            {code === null && <>{t.automatic}&nbsp;· </>}
            {discountValue(discount, locale)}&nbsp;· {t.usedTimes(uses, usageLimit)}
          </Text>
        </Group>
      }
      actions={<DiscountActions discount={discount} onRemoved={onRemoved} />}
    />
  );
}
