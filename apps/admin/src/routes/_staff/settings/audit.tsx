import { createFileRoute } from "@tanstack/react-router";
import { AuditPage } from "../../../audit/AuditPage.tsx";
import { AuditSearch, auditInput } from "../../../audit/auditSearch.ts";
import { needs } from "../../../needs.ts";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/settings/audit")({
  validateSearch: (search) => AuditSearch.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "audit.read"),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(trpc.audit.list.queryOptions(auditInput(deps)));
  },
  component: Audit,
});

function Audit() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <AuditPage
      search={search}
      onSearch={(changes) =>
        void navigate({
          search: (before) => ({ ...before, ...changes }),
          replace: !("cursor" in changes),
          resetScroll: false,
        })
      }
    />
  );
}
