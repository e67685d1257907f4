/** @file Dates in the reader's manner. `local` is ISO time in the team's zone, without offset. */

import { language, t } from "./text.js";
import { state } from "./store.js";

const LOCALES = { sv: "sv-SE", en: "en-GB" };

/** Read the wall-clock fields as if they were UTC, so that no zone of this browser's gets in between. */
function wall(local) {
  return new Date(`${local.slice(0, 19).padEnd(19, ":00")}Z`);
}

function format(local, options) {
  return new Intl.DateTimeFormat(LOCALES[language()], { timeZone: "UTC", ...options })
    .format(wall(local))
    .replace(",", "");
}

/** `08.15` or `08:15` */
export function clockTime(local) {
  return local.slice(11, 16).replace(":", language() === "sv" ? "." : ":");
}

/** `tisdag 24 november`, with the year where asked for or where it is another year than now. */
export function dayInWords(local, year = false) {
  const other = state.world && local.slice(0, 4) !== state.world.now.local.slice(0, 4);
  return format(local, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(year || other ? { year: "numeric" } : {}),
  });
}

/** ISO 8601 week number. */
export function weekOf(local) {
  const day = wall(`${local.slice(0, 10)}T00:00:00`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  return Math.ceil(((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86400000 + 1) / 7);
}

/** `i dag`, `i går`, or null: how far a day is from the sandbox's today. */
function nearness(local) {
  const days = Math.round(
    (wall(`${state.world.now.local.slice(0, 10)}T00:00:00`) - wall(`${local.slice(0, 10)}T00:00:00`)) /
      86400000,
  );
  return { 0: t("today"), 1: t("yesterday"), "-1": t("tomorrow") }[days] ?? null;
}

/** For day separators: `I dag, tisdag 24 november`. */
export function dayLabel(local) {
  const near = nearness(local);
  const words = dayInWords(local);
  const label = near ? `${near}, ${words}` : words;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** For posts and comments: `i dag kl. 11.00`, `24 november kl. 11.00`. */
export function moment(local) {
  const day = nearness(local) ?? format(local, { day: "numeric", month: "long" });
  return t("moment", { day, time: clockTime(local) });
}

/** Now in the sandbox, ticking on from what the server last said. */
export function localNow() {
  const elapsed = performance.now() - state.world.fetched;
  return new Date(wall(state.world.now.local).getTime() + elapsed).toISOString().slice(0, 19);
}

/** Team-local ISO time of a Unix second. */
export function localFromUnix(seconds) {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: state.world.timezone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(new Date(seconds * 1000));
  return parts.replace(" ", "T");
}

/** Unix second of a team-local ISO time; in the hour that a clock change skips, the later reading. */
export function unixFromLocal(local) {
  const guess = wall(local).getTime() / 1000;
  const offset = wall(localFromUnix(guess)).getTime() / 1000 - guess;
  const second = guess - offset;
  const again = wall(localFromUnix(second)).getTime() / 1000 - second;
  return again === offset ? second : guess - again;
}

const TOKENS = {
  date_num: (local) => local.slice(0, 10),
  date: (local) => format(local, { day: "numeric", month: "long", year: "numeric" }),
  date_short: (local) => format(local, { day: "numeric", month: "short", year: "numeric" }),
  date_long: (local) => dayInWords(local, true),
  date_pretty: (local) => nearness(local) ?? TOKENS.date(local),
  date_short_pretty: (local) => nearness(local) ?? TOKENS.date_short(local),
  date_long_pretty: (local) => nearness(local) ?? TOKENS.date_long(local),
  time: clockTime,
  time_secs: (local) => `${clockTime(local)}${language() === "sv" ? "." : ":"}${local.slice(17, 19)}`,
  ago: (local) => moment(local),
};

/** Fill the tokens of a `<!date^…>`; an unknown token gives null, and the fallback is shown. */
export function slackDate(unix, pattern) {
  if (!/^\d+$/.test(unix)) return null;
  const local = localFromUnix(Number(unix));
  let known = true;
  const text = pattern.replace(/\{(\w+)\}/g, (whole, token) => {
    known &&= token in TOKENS;
    return TOKENS[token]?.(local) ?? whole;
  });
  return known ? text : null;
}
