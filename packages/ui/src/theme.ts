import {
  type ActionIconProps,
  type AlertProps,
  type BadgeProps,
  type ButtonProps,
  type CheckboxProps,
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type DrawerProps,
  type InputWrapperProps,
  type MantineThemeOverride,
  type MenuProps,
  type ModalProps,
  type NotificationProps,
  type PaperProps,
  type PopoverProps,
  type RadioProps,
  type SelectProps,
  type SkeletonProps,
  type SwitchProps,
  type TextareaProps,
  type TooltipProps,
} from "@mantine/core";
import { text } from "./text.ts";
import { colors, densities, type Density, radius, shadows, spacing, surfaces } from "./tokens.ts";

const fontFamily = '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const onFilled = "var(--clientele-on-filled)";
const quick = { duration: 140, timingFunction: "cubic-bezier(0, 0, 0.2, 1)" };

// Only the types of the components: the theme is in the first load, and what it names is loaded with the page that
// draws it.
const given = <Props>(defaultProps: Partial<Props>) => ({ defaultProps });

// The head of a dialog is an HTML header, which would be a second banner of the page.
const dialogHead = { header: { role: "presentation" } };

const buildTheme = (density: Density): MantineThemeOverride => {
  const { controlSize: size, fontSizes, lineHeights, headings } = densities[density];
  const control = { defaultProps: { size } };
  return createTheme({
    colors,
    primaryColor: "evergreen",
    primaryShade: { light: 7, dark: 4 },
    // The filled colours are deep in light and bright in dark, so what stands on them turns with the scheme.
    variantColorResolver: (input) => {
      const resolved = defaultVariantColorsResolver(input);
      return input.variant === "filled" ? { ...resolved, color: onFilled } : resolved;
    },
    white: surfaces.light.surface,
    black: surfaces.light.ink,
    fontFamily,
    fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
    fontSizes,
    lineHeights,
    headings: { fontFamily, fontWeight: "620", textWrap: "balance", sizes: headings },
    spacing,
    radius,
    defaultRadius: "md",
    shadows,
    cursorType: "pointer",
    respectReducedMotion: true,
    components: {
      ActionIcon: given<ActionIconProps>({ variant: "subtle", color: "gray" }),
      Alert: given<AlertProps>({ variant: "light", radius: "md" }),
      Badge: given<BadgeProps>({ variant: "light", radius: "sm", tt: "none", fw: 550 }),
      Button: given<ButtonProps>({ size, fw: 570, loaderProps: { type: "dots" } }),
      Checkbox: given<CheckboxProps>({ iconColor: onFilled, radius: "xs", size: density === "admin" ? "xs" : "sm" }),
      Drawer: given<DrawerProps>({
        attributes: dialogHead,
        closeButtonProps: { "aria-label": text.close },
        position: "right",
        transitionProps: quick,
      }),
      Input: control,
      InputWrapper: given<InputWrapperProps>({ size, inputWrapperOrder: ["label", "description", "input", "error"] }),
      Menu: given<MenuProps>({ shadow: "lg", radius: "md", transitionProps: quick, position: "bottom-end" }),
      Modal: given<ModalProps>({
        attributes: dialogHead,
        closeButtonProps: { "aria-label": text.close },
        centered: true,
        radius: "lg",
        shadow: "xl",
        transitionProps: { ...quick, transition: "pop" },
        overlayProps: { backgroundOpacity: 0.4 },
      }),
      NativeSelect: control,
      Notification: given<NotificationProps>({
        radius: "md",
        withBorder: true,
        closeButtonProps: { "aria-label": text.close },
      }),
      Paper: given<PaperProps>({ radius: "md", withBorder: true }),
      PasswordInput: control,
      Popover: given<PopoverProps>({ shadow: "lg", radius: "md", transitionProps: quick }),
      Radio: given<RadioProps>({ iconColor: onFilled, size: density === "admin" ? "xs" : "sm" }),
      Select: given<SelectProps>({
        size,
        comboboxProps: { shadow: "lg", transitionProps: quick },
        checkIconPosition: "right",
      }),
      Skeleton: given<SkeletonProps>({ radius: "sm" }),
      Switch: given<SwitchProps>({ withThumbIndicator: false, size: density === "admin" ? "sm" : "md" }),
      Textarea: given<TextareaProps>({ size, autosize: true, minRows: 3, maxRows: 12 }),
      TextInput: control,
      Tooltip: given<TooltipProps>({
        openDelay: 250,
        transitionProps: quick,
        withArrow: false,
        events: { hover: true, focus: true, touch: true },
      }),
    },
  });
};

export const adminTheme = buildTheme("admin");
export const storefrontTheme = buildTheme("storefront");

const schemeVariables = (scheme: "light" | "dark"): Record<string, string> => {
  const s = surfaces[scheme];
  return {
    "--clientele-canvas": s.canvas,
    "--clientele-surface": s.surface,
    "--clientele-raised": s.raised,
    "--clientele-ink-soft": s.inkSoft,
    "--clientele-hairline": s.hairline,
    "--clientele-row-hover": s.rowHover,
    "--clientele-row-selected": s.rowSelected,
    "--clientele-focus": s.focus,
    "--clientele-on-filled": s.onFilled,
    "--mantine-color-body": s.surface,
    "--mantine-color-text": s.ink,
    "--mantine-color-bright": s.ink,
    "--mantine-color-dimmed": s.inkSoft,
    "--mantine-color-placeholder": s.placeholder,
    "--mantine-color-error": s.errorText,
    "--mantine-color-anchor": s.accentText,
    "--mantine-color-default": s.raised,
    "--mantine-color-default-hover": s.rowHover,
    "--mantine-color-default-color": s.ink,
    "--mantine-color-default-border": s.hairline,
    "--clientele-input-border": s.inputBorder,
    "--mantine-color-gray-text": s.inkSoft,
  };
};

// Mantine darkens a tint towards black in dark mode; on our dark surfaces it would vanish, so it is laid over them.
const darkTints = Object.fromEntries(
  Object.keys(colors).flatMap((name) => [
    [`--mantine-color-${name}-light`, `color-mix(in srgb, var(--mantine-color-${name}-4) 14%, transparent)`],
    [`--mantine-color-${name}-light-hover`, `color-mix(in srgb, var(--mantine-color-${name}-4) 22%, transparent)`],
    [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-2)`],
  ]),
);

/** Mantine's own greys are too pale for small text; these pass WCAG AA on every surface of either scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--clientele-motion": "140ms cubic-bezier(0, 0, 0.2, 1)", "--clientele-measure": "72ch" },
  light: schemeVariables("light"),
  dark: { ...schemeVariables("dark"), ...darkTints },
});
