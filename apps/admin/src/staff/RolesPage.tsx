import { type Permission, permissions } from "@clientele/domain/access";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import scrolls from "@clientele/ui/scrolls.module.css";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../me.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import classes from "./RolesPage.module.css";

const t = text.staff.roles;
// Every right has its words, or this does not compile.
const words: Record<Permission, string> = t.permission;

/** The matrix of roles and rights as people read it. */
export function RolesPage() {
  const me = useMe();
  const roles = useQuery(trpc.staff.roles.queryOptions());
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} />
      <ProblemNotice error={roles.error} onRetry={() => void roles.refetch()} />
      {roles.isPending && <TableSkeleton rows={9} columns={5} />}
      {roles.data !== undefined && (
        // A scrolling region must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={`${classes["frame"]} ${scrolls["sideways"]}`} role="region" aria-label={t.title} tabIndex={0}>
          <table className={classes["table"]}>
            <thead>
              <tr>
                <th scope="col">{t.right}</th>
                {roles.data.map(({ role }) => (
                  <th key={role} scope="col">
                    {text.staff.role[role]}
                    {role === me.role && (
                      <Text size="xs" c="dimmed" component="div" fw={400}>
                        {t.yours}
                      </Text>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{words[permission]}</th>
                  {roles.data.map(({ role, permissions: held }) => (
                    <td key={role}>
                      {held.includes(permission) ? (
                        <IconCheck size={18} stroke={2} aria-hidden className={classes["yes"]} />
                      ) : (
                        <IconMinus size={16} stroke={1.6} aria-hidden className={classes["no"]} />
                      )}
                      <VisuallyHidden>{held.includes(permission) ? t.may : t.mayNot}</VisuallyHidden>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
