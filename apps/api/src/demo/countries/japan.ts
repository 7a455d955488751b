import { type Country, list } from "./country.ts";

export const japan: Country = {
  code: "JP",
  weight: 30,
  locale: "ja-JP",
  firstNames: list(
    "さくら|Sakura, 葵|Aoi, 結衣|Yui, 花子|Hanako, 翔太|Shota, 健|Ken, 大輔|Daisuke, 蓮|Ren, ジュン|Jun",
  ),
  lastNames: list(
    "佐藤|Sato, 鈴木|Suzuki, 高橋|Takahashi, 田中|Tanaka, 渡辺|Watanabe, 小笠原|Ogasawara, 勅使河原|Teshigawara, 林|Hayashi",
  ),
  line1: "{street}{number}-2-8",
  streets: list("神宮前, 代官山町, 本町, 桜ヶ丘, 北新地"),
  secondLines: list("201号室, コーポ桜 305, 三階"),
  places: [
    { city: "渋谷区", postalCode: "150-00##", province: "東京都" },
    { city: "横浜市中区", postalCode: "231-00##", province: "神奈川県" },
    { city: "京都市左京区", postalCode: "606-80##", province: "京都府" },
    { city: "札幌市中央区", postalCode: "060-00##", province: "北海道" },
  ],
  phones: ["+8190########", "+813########"],
  taxId: "T#############",
  companies: list("株式会社{last}, {last}工務店"),
  mailHosts: list("yubin.example, mail.example"),
};
