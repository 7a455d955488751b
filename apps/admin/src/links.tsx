import { Anchor, type AnchorProps, Button, type ButtonProps, Menu, type MenuItemProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type Native = Omit<ComponentPropsWithRef<"a">, "color" | "style" | "size">;

const PlainAnchor = (props: AnchorProps & Omit<Native, keyof AnchorProps>) => <Anchor {...props} />;
const PlainButton = (props: ButtonProps & Omit<Native, keyof ButtonProps>) => <Button component="a" {...props} />;
const PlainItem = (props: MenuItemProps & Omit<Native, keyof MenuItemProps>) => <Menu.Item component="a" {...props} />;

/** Mantine's anchor, button and menu item as links of the router, with the router's types. */
export const AnchorLink = createLink(PlainAnchor);
export const ButtonLink = createLink(PlainButton);
export const MenuLink = createLink(PlainItem);
