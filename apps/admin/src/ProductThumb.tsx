import { IconPhoto } from "@tabler/icons-react";
import classes from "./ProductThumb.module.css";

export interface ProductThumbProps {
  /** The hash the picture is served under; null where there is none. */
  hash: string | null;
  size?: number;
}

/** A product's small picture beside its title. */
export function ProductThumb({ hash, size = 32 }: ProductThumbProps) {
  return (
    <span className={classes["frame"]} style={{ width: size, height: size }}>
      {hash === null ? (
        <IconPhoto size={Math.round(size * 0.45)} stroke={1.4} aria-hidden />
      ) : (
        <img src={`/pictures/${hash}`} alt="" width={size} height={size} loading="lazy" decoding="async" />
      )}
    </span>
  );
}
