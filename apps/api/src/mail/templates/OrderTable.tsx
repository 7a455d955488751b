import { Column, Row, Section, Text } from "@react-email/components";
import type { CSSProperties } from "react";
import type { OrderSheet } from "../letter.ts";

const ink = "#17202b";
const soft = "#5f6c7b";
const accent = "#0f766e";
const edge = "1px solid #e4e9ed";

const frame: CSSProperties = { borderTop: edge, margin: "20px 0 0" };
const words: CSSProperties = { color: ink, fontSize: "15px", lineHeight: "22px", margin: 0 };
const small: CSSProperties = { color: soft, fontSize: "14px", lineHeight: "20px", margin: 0 };
const cell: CSSProperties = { padding: "12px 0", verticalAlign: "top" };
const sum: CSSProperties = { padding: "3px 0", verticalAlign: "top" };
const amounts: CSSProperties = { paddingLeft: "16px", textAlign: "right", whiteSpace: "nowrap" };

/** An order's lines, sums and addresses, as a mail shows them. */
export const OrderTable = ({ sheet: { lines, sums, places } }: { sheet: OrderSheet }) => (
  <>
    <Section style={frame}>
      {lines.map(({ title, quantity, note, amount }, at) => (
        <Row key={`${at} ${title}`} style={{ borderBottom: edge }}>
          <Column style={cell}>
            <Text style={{ ...words, fontWeight: 600 }}>{title}</Text>
            <Text style={small}>{quantity}</Text>
            {note !== null && <Text style={{ ...small, color: accent }}>{note}</Text>}
          </Column>
          <Column style={{ ...cell, ...amounts }}>
            <Text style={words}>{amount}</Text>
          </Column>
        </Row>
      ))}
    </Section>
    <Section style={{ margin: sums.length === 0 ? 0 : "12px 0 0" }}>
      {sums.map(({ label, amount, isTotal }, at) => {
        const style = isTotal === true ? { ...words, fontSize: "17px", fontWeight: 600 } : { ...small };
        return (
          <Row key={`${at} ${label}`}>
            <Column style={sum}>
              <Text style={style}>{label}</Text>
            </Column>
            <Column style={{ ...sum, ...amounts }}>
              <Text style={style}>{amount}</Text>
            </Column>
          </Row>
        );
      })}
    </Section>
    <Section style={{ margin: "20px 0 0" }}>
      <Row>
        {places.map(({ label, lines: address }) => (
          <Column key={label} style={{ paddingRight: "16px", verticalAlign: "top" }}>
            <Text style={{ ...small, fontWeight: 600 }}>{label}</Text>
            {address.map((line, at) => (
              <Text key={`${at} ${line}`} style={small}>
                {line}
              </Text>
            ))}
          </Column>
        ))}
      </Row>
    </Section>
  </>
);
