import { ModalsProvider } from "@mantine/modals";
import { useEffect } from "react";
import { dialogsCanOpen } from "./openDialog.ts";
import { text } from "./text.ts";

const modalProps = { closeButtonProps: { "aria-label": text.close } };

/** Where dialogs that a function opens stand; loaded after the first page. */
export function DialogHost() {
  useEffect(dialogsCanOpen, []);
  return <ModalsProvider modalProps={modalProps} />;
}
