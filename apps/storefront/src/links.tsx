import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

export type Own<Props> = Props &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> };

/** A link within a text, as large as the text unless told otherwise. */
export const TextLink = createLink((props: Own<AnchorProps>) => (
  <Anchor inherit={props.size === undefined} {...props} />
));

/** A link that stands by itself and not within a sentence: on a phone it can be pressed as high as a button. */
export const LoneLink = createLink((props: Own<AnchorProps>) => (
  <Anchor inherit={props.size === undefined} className="lone" {...props} />
));

/** A link that looks like a button, for the next step. */
export const ButtonLink = createLink((props: Own<ButtonProps>) => <Button component="a" {...props} />);

/** A link that is only a symbol; its name stands in `aria-label`. */
export const IconLink = createLink((props: Own<ActionIconProps>) => <ActionIcon component="a" size="lg" {...props} />);
