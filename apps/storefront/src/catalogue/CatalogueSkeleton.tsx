import { text as uiText } from "@clientele/ui/text.ts";
import { Skeleton, VisuallyHidden } from "@mantine/core";
import classes from "./Catalogue.module.css";

/** The catalogue before anything of it is known. */
export function CatalogueSkeleton() {
  return (
    <div aria-busy>
      <div className={classes["head"]}>
        <Skeleton h={36} w="min(16rem, 70%)" />
        <Skeleton h={16} w="min(32rem, 90%)" mt={10} visibleFrom="sm" />
      </div>
      <Skeleton h={36} w="min(40rem, 100%)" radius="xl" />
      <div className={classes["line"]}>
        <Skeleton h={12} w="6rem" />
        <Skeleton h={36} w="11rem" radius="md" />
      </div>
      <GridSkeleton />
    </div>
  );
}

/** Tiles as high as those that will stand here. */
export function GridSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{uiText.table.loading}</VisuallyHidden>
      <div className={classes["grid"]}>
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className={classes["tile"]}>
            <Skeleton style={{ aspectRatio: 1 }} h="auto" radius="md" />
            <Skeleton h={14} w={index % 3 === 0 ? "60%" : "80%"} mt={6} />
            <Skeleton h={14} w="35%" mt={4} />
          </div>
        ))}
      </div>
    </div>
  );
}
