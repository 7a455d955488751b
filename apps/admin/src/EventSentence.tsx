import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { Text } from "@mantine/core";
import { AnchorLink } from "./links.tsx";
import { reasonOf, sentenceOf } from "./eventText.ts";
import type { Part, Place, Told } from "./told.ts";

function Piece({ part }: { part: Part }) {
  if (typeof part === "string") return part;
  if ("name" in part) {
    return (
      <Text span fw={570}>
        <bdi>{part.name}</bdi>
      </Text>
    );
  }
  if ("tag" in part) return <ColourLabel colour="slate">{part.tag}</ColourLabel>;
  if ("customer" in part) {
    return (
      <AnchorLink to="/customers/$customerId" params={{ customerId: part.customer.id }} fw={550}>
        <bdi>{part.customer.name}</bdi>
      </AnchorLink>
    );
  }
  if ("money" in part) return <Money of={part.money} />;
  if ("order" in part) {
    return (
      <AnchorLink to="/orders/$orderId" params={{ orderId: part.order.id }} fw={550}>
        {part.order.name}
      </AnchorLink>
    );
  }
  return (
    <AnchorLink to="/groups/$groupId" params={{ groupId: part.group.id }} fw={550}>
      <bdi>{part.group.name}</bdi>
    </AnchorLink>
  );
}

/** An event as a sentence with what it names as links, and the reason below where there is one. */
export function EventSentence({ told, place }: { told: Told; place: Place }) {
  const reason = reasonOf(told);
  return (
    <>
      <Text span style={{ overflowWrap: "anywhere" }}>
        {sentenceOf(told, place).map((part, index) => (
          // The parts of one sentence never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <Piece key={index} part={part} />
        ))}
        .
      </Text>
      {reason !== null && (
        <Text size="sm" c="dimmed">
          “<bdi>{reason}</bdi>”
        </Text>
      )}
    </>
  );
}
