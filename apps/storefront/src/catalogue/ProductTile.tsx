import { Link } from "@tanstack/react-router";
import { Picture } from "../Picture.tsx";
import { PriceText } from "../PriceText.tsx";
import { catalogueText } from "../text/catalogue.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Catalogue.module.css";

const t = catalogueText;
type Product = Outputs["catalogue"]["list"]["items"][number];

/** A product as it stands in the grid; the whole tile leads to its page. */
export function ProductTile({ product, eager }: { product: Product; eager: boolean }) {
  const { handle, title, picture, price, from, available } = product;
  const soldOut = price !== null && !available;
  return (
    <article className={classes["tile"]} data-sold-out={soldOut}>
      <Picture hash={picture} eager={eager} />
      {soldOut && <span className={classes["badge"]}>{t.soldOut}</span>}
      <h2 className={classes["name"]}>
        <Link to="/products/$handle" params={{ handle }} className={classes["link"]}>
          <bdi>{title}</bdi>
        </Link>
      </h2>
      {price === null ? (
        <span className={classes["unsold"]}>{t.notSoldHere}</span>
      ) : (
        <PriceText price={price} from={from} />
      )}
    </article>
  );
}
