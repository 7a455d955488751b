import { IconShoppingBag } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { cartText } from "../text/cart.ts";
import { useCartIfKnown } from "../useCart.ts";
import classes from "./Shell.module.css";

/** The way to the cart, with how much is in it. */
export function CartLink() {
  const cart = useCartIfKnown();
  const count = cart?.count ?? 0;
  const news = (cart?.changes.length ?? 0) > 0;
  const name = cart === null ? cartText.title : cartText.link(count);
  return (
    <Link to="/cart" className={classes["cart"]} aria-label={news ? `${name}, ${cartText.news}` : name}>
      <IconShoppingBag size={20} stroke={1.6} aria-hidden />
      {count > 0 && (
        <span className={`figures ${classes["count"]}`} data-news={news} aria-hidden>
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  );
}
