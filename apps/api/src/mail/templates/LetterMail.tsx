import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { CSSProperties } from "react";
import type { Letter } from "../letter.ts";
import { footerText } from "../mailText.ts";
import { OrderTable } from "./OrderTable.tsx";

// Mail programs know neither style sheets nor custom properties, so the colours of the apps stand here once more.
const ink = "#17202b";
const soft = "#5f6c7b";
const accent = "#0f766e";
const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const page: CSSProperties = { backgroundColor: "#f1f4f6", fontFamily: font, margin: 0, padding: "32px 12px" };
const sheet: CSSProperties = {
  backgroundColor: "#ffffff",
  border: "1px solid #e4e9ed",
  borderRadius: "8px",
  maxWidth: "520px",
  padding: "32px 36px",
  // A long name, street or link goes on in the next line instead of making the mail wider than a phone.
  wordBreak: "break-word",
};
const store: CSSProperties = { color: accent, fontSize: "14px", fontWeight: 600, margin: "0 0 20px" };
const title: CSSProperties = { color: ink, fontSize: "22px", fontWeight: 600, lineHeight: "28px", margin: "0 0 16px" };
const words: CSSProperties = { color: ink, fontSize: "16px", lineHeight: "24px", margin: "0 0 12px" };
const button: CSSProperties = {
  backgroundColor: accent,
  borderRadius: "8px",
  color: "#ffffff",
  display: "inline-block",
  fontSize: "16px",
  fontWeight: 600,
  padding: "12px 20px",
  textDecoration: "none",
};
const small: CSSProperties = { color: soft, fontSize: "14px", lineHeight: "20px", margin: "0 0 8px" };
const address: CSSProperties = { color: accent };
const line: CSSProperties = { borderColor: "#e4e9ed", margin: "24px 0 16px" };

/** How every mail looks: one sheet, one thing to do, and the link once more in plain sight. */
export const LetterMail = ({ letter, storeName }: { letter: Letter; storeName: string }) => (
  <Html lang="en">
    <Head>
      <meta name="color-scheme" content="light" />
    </Head>
    <Preview>{letter.preview}</Preview>
    <Body style={page}>
      <Container style={sheet}>
        <Text style={store}>{storeName}</Text>
        <Heading style={title}>{letter.heading}</Heading>
        {letter.paragraphs.map((paragraph) => (
          <Text key={paragraph} style={words}>
            {paragraph}
          </Text>
        ))}
        {letter.order !== undefined && <OrderTable sheet={letter.order} />}
        {letter.action !== undefined && (
          <Section style={{ margin: "20px 0" }}>
            <Button href={letter.action.link} style={button}>
              {letter.action.label}
            </Button>
          </Section>
        )}
        {letter.closing.map((sentence) => (
          <Text key={sentence} style={small}>
            {sentence}
          </Text>
        ))}
        {letter.action !== undefined && (
          <Text style={small}>
            If the button does not work, open this address:{" "}
            <Link href={letter.action.link} style={address}>
              {letter.action.link}
            </Link>
          </Text>
        )}
        {letter.further !== undefined && (
          <>
            <Hr style={line} />
            <Text style={words}>{letter.further.sentence}</Text>
            <Text style={words}>
              <Link href={letter.further.action.link} style={{ color: accent, fontWeight: 600 }}>
                {letter.further.action.label}
              </Link>
            </Text>
          </>
        )}
        <Hr style={line} />
        <Text style={{ ...small, margin: 0 }}>{footerText(storeName)}</Text>
      </Container>
    </Body>
  </Html>
);
