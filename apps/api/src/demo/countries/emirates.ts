import { type Country, list } from "./country.ts";

export const emirates: Country = {
  code: "AE",
  weight: 25,
  locale: "ar",
  firstNames: list(
    `فاطمة|Fatima, مريم|Maryam, عائشة|Aisha, نورة|Noura, محمد|Mohammed, أحمد|Ahmed, خالد|Khalid, سلطان|Sultan, راشد|Rashid`,
  ),
  lastNames: list(
    `الهاشمي|Al Hashimi, المنصوري|Al Mansoori, الكعبي|Al Kaabi, القاسمي|Al Qasimi, آل مكتوم|Al Maktoum, النعيمي|Al Nuaimi`,
  ),
  line1: "{street} {number}",
  streets: list("شارع الوصل, شارع الشيخ زايد, شارع الكورنيش, شارع المطار"),
  secondLines: list("الطابق الرابع, شقة 12, برج النخيل"),
  places: [
    { city: "دبي", postalCode: "", province: "دبي" },
    { city: "أبوظبي", postalCode: "", province: "أبوظبي" },
    { city: "الشارقة", postalCode: "", province: "الشارقة" },
  ],
  phones: ["+97150#######", "+9714#######"],
  taxId: "100###########3",
  companies: list("مفروشات {last}, مقهى {last}"),
  mailHosts: list("barid.example, mail.example"),
};
