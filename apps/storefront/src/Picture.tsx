import { IconPhoto } from "@tabler/icons-react";
import classes from "./Picture.module.css";

export interface PictureProps {
  /** The hash it is served under; null where the product has none. */
  hash: string | null;
  /** Empty where the title stands beside it. */
  alt?: string;
  /** Loaded at once instead of when it comes into sight. */
  eager?: boolean;
}

/** A product's picture in a square of its own, so that nothing moves when it arrives. */
export function Picture({ hash, alt = "", eager = false }: PictureProps) {
  return (
    <span className={classes["frame"]}>
      {hash === null ? (
        <IconPhoto stroke={1.2} className={classes["none"]} aria-hidden />
      ) : (
        <img src={`/pictures/${hash}`} alt={alt} loading={eager ? "eager" : "lazy"} decoding="async" />
      )}
    </span>
  );
}
