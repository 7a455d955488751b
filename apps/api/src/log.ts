import { type Logger, pino } from "pino";
import pretty from "pino-pretty";
import { loggedError } from "./logError.ts";

export interface LogOptions {
  level: string;
  /** For people at a terminal; machines read one JSON object a line. */
  pretty: boolean;
}

/** The server's log. Values of requests, rows and errors never come into it; ids and codes do. */
export const logTo = (stream: NodeJS.WritableStream, options: LogOptions): Logger => {
  const settings = {
    level: options.level,
    base: null,
    serializers: { err: loggedError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return options.pretty
    ? pino(settings, pretty({ destination: stream, colorize: false, ignore: "pid,hostname", sync: true }))
    : pino(settings, stream);
};
