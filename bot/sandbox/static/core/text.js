/** @file The page's own words, in the language of the sandbox. */

import { en } from "./text.en.js";
import { sv } from "./text.sv.js";

const CATALOGUES = { sv, en };
let chosen = "sv";

/** Speak `language` from now on; Swedish where we do not know it. */
export function speak(language) {
  chosen = language in CATALOGUES ? language : "sv";
  document.documentElement.lang = chosen;
}

/** The language spoken: `sv` or `en`. */
export function language() {
  return chosen;
}

/** Are there words for `key`? */
export function has(key) {
  return key in CATALOGUES[chosen];
}

/** The words for `key`, with `{name}` replaced by values. */
export function t(key, values = {}) {
  return CATALOGUES[chosen][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
