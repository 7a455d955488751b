/** The sign of the product, in the accent of the theme. */
export const Brand = () => (
  <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden focusable="false">
    <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
    <path
      d="M21.5 20.6a7 7 0 1 1 0-9.2"
      fill="none"
      stroke="var(--mantine-primary-color-contrast)"
      strokeWidth="3.2"
      strokeLinecap="round"
    />
  </svg>
);
