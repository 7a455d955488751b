/** Where the demo store sells. */
export const regions = [
  {
    name: "Europe",
    currency: "EUR",
    taxRate: 1900,
    pricesIncludeTax: true,
    countries: ["DE", "AT", "FR", "IT", "ES", "NL", "PL", "SE", "GR", "BE", "DK", "LU"],
    shipping: [
      { name: "Standard", description: "With you in three to five working days.", amount: 690 },
      { name: "By freight", description: "Large pieces, carried to the room you want them in.", amount: 4900 },
      { name: "Collect in Berlin", description: "From the workshop, Tuesday to Saturday.", amount: 0 },
    ],
  },
  {
    name: "Overseas",
    currency: "USD",
    taxRate: 750,
    pricesIncludeTax: false,
    countries: ["US", "GB", "JP", "IL", "AE", "CA", "AU"],
    shipping: [
      { name: "Air mail", description: "Six to ten days, with tracking.", amount: 2400 },
      { name: "Sea freight", description: "Large pieces, five to seven weeks.", amount: 12_900 },
    ],
  },
] as const;
