import { type StaffRole, staffRoles } from "@clientele/domain/access";
import { Radio, Stack } from "@mantine/core";
import { text } from "../text.ts";

const isRole = (value: string): value is StaffRole => (staffRoles as readonly string[]).includes(value);

export interface RoleFieldProps {
  value: StaffRole;
  onChange: (role: StaffRole) => void;
}

/** The roles with what each is for. */
export function RoleField({ value, onChange }: RoleFieldProps) {
  return (
    <Radio.Group
      label={text.staff.invite.role}
      value={value}
      onChange={(chosen) => {
        if (isRole(chosen)) onChange(chosen);
      }}
    >
      <Stack gap="sm" mt="xs">
        {staffRoles.map((role) => (
          <Radio key={role} value={role} label={text.staff.role[role]} description={text.staff.roleHint[role]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
