import { fullName } from "@clientele/domain/customers/personName";
import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { Text } from "@mantine/core";
import { AnchorLink } from "./links.tsx";
import classes from "./PersonCell.module.css";
import { text } from "./text.ts";

interface Person {
  id: string;
  email: string | null;
  firstName: string;
  lastName: string;
}

/** What a person is called where there is room for one line: the name, else the e-mail. */
export const callOf = (person: Person): string => fullName(person) || person.email || text.customers.noName;

/** A customer in a table: initials, the name as a link, the e-mail. */
export function PersonCell({ person }: { person: Person }) {
  const name = fullName(person);
  return (
    <span className={classes["person"]}>
      <PersonAvatar {...person} />
      <span className={classes["words"]}>
        <AnchorLink
          to="/customers/$customerId"
          params={{ customerId: person.id }}
          className={classes["name"] ?? ""}
          underline="hover"
        >
          <bdi>{name || person.email || text.customers.noName}</bdi>
        </AnchorLink>
        {name !== "" && person.email !== null && (
          <Text span size="xs" c="dimmed" className={classes["email"] ?? ""}>
            {person.email}
          </Text>
        )}
      </span>
    </span>
  );
}
