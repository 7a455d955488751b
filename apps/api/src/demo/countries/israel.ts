import { type Country, list } from "./country.ts";

export const israel: Country = {
  code: "IL",
  weight: 20,
  locale: "en",
  firstNames: list("נועה|Noa, תמר|Tamar, שירה|Shira, יעל|Yael, איתי|Itai, דוד|David, אורי|Uri, משה|Moshe"),
  lastNames: list("לוי|Levi, כהן|Cohen, מזרחי|Mizrahi, פרידמן|Friedman, בן־דוד|Ben David, שפירא|Shapira"),
  line1: "{street} {number}",
  streets: list("רחוב דיזנגוף, שדרות רוטשילד, רחוב הרצל, רחוב יפו, דרך הים"),
  secondLines: list("דירה 7, קומה 3, כניסה ב׳"),
  places: [
    { city: "תל אביב-יפו", postalCode: "61#####" },
    { city: "ירושלים", postalCode: "91#####" },
    { city: "חיפה", postalCode: "31#####" },
  ],
  phones: ["+97250#######", "+9723#######"],
  taxId: "51#######",
  companies: list("נגריית {last}, בית קפה {last}"),
  mailHosts: list("doar.example, mail.example"),
};
