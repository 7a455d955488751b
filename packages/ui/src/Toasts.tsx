import { Notifications } from "@mantine/notifications";

/** Where toasts stand. */
export function Toasts() {
  return <Notifications position="bottom-center" limit={3} autoClose={6000} containerWidth={480} />;
}
