const program = `
const step = 11 * 60_000;
let ahead = 0;
const MachineDate = Date;
globalThis.Date = class extends MachineDate {
  constructor(...parts) {
    if (parts.length === 0) super(MachineDate.now() + ahead);
    else super(...parts);
  }
  static now() {
    return MachineDate.now() + ahead;
  }
};
process.on("SIGUSR2", () => {
  ahead += step;
});
`;

/**
 * Loaded before the server where a test must let time pass: each SIGUSR2 moves its clock on by eleven minutes, one more
 * than a password proof lasts. The server itself is the one everybody runs.
 */
export const movableClock = `data:text/javascript,${encodeURIComponent(program)}`;
