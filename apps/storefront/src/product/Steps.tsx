import { Money } from "@clientele/ui/Money.tsx";
import { stepAt } from "../priceAt.ts";
import { catalogueText } from "../text/catalogue.ts";
import classes from "./ProductPage.module.css";
import type { Variant } from "./ProductPage.tsx";

const t = catalogueText;

/** What more pieces cost, with the row in force marked. A plain table: the component's own scrolling would weigh more than the page. */
export function Steps({ steps, quantity }: { steps: Variant["steps"]; quantity: number }) {
  const inForce = stepAt(steps, quantity);
  return (
    <table className={classes["steps"]}>
      <caption>{t.steps}</caption>
      <thead>
        <tr>
          <th scope="col">{t.stepFrom}</th>
          <th scope="col">{t.stepEach}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => {
          const next = steps[index + 1];
          return (
            <tr key={step.from} data-in-force={step === inForce}>
              <th scope="row" className="figures">
                {t.stepRange(step.from, next === undefined ? null : next.from - 1)}
              </th>
              <td>
                <Money of={step.amount} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
