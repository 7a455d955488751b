import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { IconClipboardList, IconUsersPlus } from "@tabler/icons-react";
import { AnchorLink, ButtonLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { TabLinks } from "../TabLinks.tsx";
import { text } from "../text.ts";
import type { Outputs } from "../trpc.ts";

const t = text.groups;
export type GroupDetail = Outputs["groups"]["get"];

/** The name of a group, what can be done with it, and its sections. */
export function GroupHead({ group }: { group: GroupDetail }) {
  const can = useCan();
  const { locale } = useLocale();
  const params = { groupId: group.id };
  const mayAdd = can("groups.write") && group.kind === "manual";
  return (
    <>
      <PageHeader
        title={group.name}
        store={text.shell.app}
        crumbs={[
          <AnchorLink key="groups" to="/groups" size="sm">
            {t.title}
          </AnchorLink>,
        ]}
        beside={<ColourLabel colour={group.colour}>{t.kind[group.kind]}</ColourLabel>}
        {...(group.description === "" ? {} : { description: group.description })}
        {...(mayAdd
          ? {
              actions: (
                <>
                  <ButtonLink
                    to="/groups/$groupId/paste"
                    params={params}
                    variant="default"
                    leftSection={<IconClipboardList size={16} stroke={1.6} aria-hidden />}
                  >
                    {t.header.paste}
                  </ButtonLink>
                  <ButtonLink
                    to="/groups/$groupId/add"
                    params={params}
                    leftSection={<IconUsersPlus size={16} stroke={1.6} aria-hidden />}
                  >
                    {t.header.addMembers}
                  </ButtonLink>
                </>
              ),
            }
          : {})}
      />
      <TabLinks
        label={t.tabs.label}
        tabs={[
          {
            id: "members",
            label: t.tabs.members,
            count: formatTotal(group.members.effective, locale),
            to: "/groups/$groupId",
            params,
            exact: true,
          },
          { id: "activity", label: t.tabs.activity, to: "/groups/$groupId/activity", params },
          { id: "settings", label: t.tabs.settings, to: "/groups/$groupId/settings", params },
        ]}
      />
    </>
  );
}
