import { text as uiText } from "@clientele/ui/text.ts";
import { Skeleton, VisuallyHidden } from "@mantine/core";
import classes from "./ProductPage.module.css";

/** The page of a product before it is known. */
export function ProductSkeleton() {
  return (
    <div className={classes["product"]} aria-busy>
      <VisuallyHidden role="status">{uiText.table.loading}</VisuallyHidden>
      <Skeleton style={{ aspectRatio: 1 }} h="auto" radius="md" />
      <div className={classes["side"]}>
        <Skeleton h={12} w="30%" />
        <Skeleton h={32} w="75%" />
        <Skeleton h={28} w="25%" />
        <Skeleton h={40} w="60%" mt="md" />
        <Skeleton h={42} w="100%" mt="md" />
        <Skeleton h={12} w="95%" mt="md" />
        <Skeleton h={12} w="88%" />
      </div>
    </div>
  );
}
