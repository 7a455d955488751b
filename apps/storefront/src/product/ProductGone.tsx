import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { IconMapQuestion } from "@tabler/icons-react";
import { ButtonLink } from "../links.tsx";
import { catalogueText } from "../text/catalogue.ts";
import { useStore } from "../useStore.ts";

const t = catalogueText;

/** In place of a product that is no longer sold. */
export function ProductGone() {
  return (
    <>
      <PageHeader title={t.goneTitle} store={useStore().name} />
      <EmptyState
        icon={IconMapQuestion}
        title={t.goneShort}
        action={<ButtonLink to="/">{t.backToCatalogue}</ButtonLink>}
      >
        {t.gone}
      </EmptyState>
    </>
  );
}
