/** @file The top of the page: the sandbox's clock, the bot's state, and what concerns the sandbox itself. */

import { fill, h, svg } from "./core/dom.js";
import { post } from "./core/api.js";
import { clockTime, dayInWords, localNow, weekOf } from "./core/dates.js";
import { icons } from "./core/icons.js";
import { notify } from "./core/notices.js";
import { closePopover, confirmDialog, openMenu, openPopover } from "./core/overlays.js";
import { recall, remember, state, watch } from "./core/store.js";
import { t } from "./core/text.js";
import { busy } from "./blocks/elements.js";
import { onClock, toggleGuide } from "./guide.js";
import { outlookButton } from "./outlook.js";

const THEMES = ["auto", "light", "dark"];

/** @returns {HTMLElement} */
export function topbar() {
  const status = h("span", { class: "status", data: { testid: "bot-status" } });
  watch(["world", "online"], () => {
    const up = state.online && state.world.bot.connected;
    status.classList.toggle("up", up);
    status.dataset.connected = String(up);
    fill(
      status,
      h("span", { class: "status-dot", "aria-hidden": "true" }),
      h("span", {}, t(up ? "botConnected" : "botAway", { name: state.world.bot.name })),
    );
  });
  return h(
    "header",
    { class: "topbar" },
    h(
      "div",
      { class: "brand" },
      h("img", { src: "/static/icon.svg", alt: "", width: 28, height: 28 }),
      h("span", { class: "brand-name" }, "Lucka"),
      h("span", { class: "brand-kind" }, t("sandbox")),
    ),
    clock(),
    h("div", { class: "top-end" }, status, outlookButton(), guideButton(), menuButton()),
  );
}

function clock() {
  const day = h("span", { class: "clock-day" });
  const week = h("span", { class: "clock-week" });
  const time = h("strong", { class: "clock-time" });
  const face = h("time", { class: "clock-face", data: { testid: "clock" } }, day, week, time);
  const draw = () => {
    const local = localNow();
    face.dateTime = local;
    face.dataset.local = local;
    fill(day, dayInWords(local, true));
    fill(week, t("week", { week: weekOf(local) }));
    fill(time, t("atTime", { time: clockTime(local) }));
  };
  watch(["world"], draw);
  setInterval(draw, 1000);
  const step = (key, icon, testid, run, extra = {}) =>
    h(
      "button",
      {
        type: "button",
        class: "clock-step",
        title: t(`${key}Title`),
        data: { testid },
        ...extra,
        on: { click: run },
      },
      svg(icon),
      h("span", {}, t(key)),
    );
  return h(
    "div",
    { class: "clock", role: "group", "aria-label": t("clock") },
    face,
    h(
      "div",
      { class: "clock-steps" },
      step("nextMorning", icons.sunrise, "clock-morning", (event) =>
        busy(event.currentTarget, () => move({ preset: "next_working_morning" })),
      ),
      step("plusHour", icons.clock, "clock-hour", (event) =>
        busy(event.currentTarget, () => move({ advance_seconds: 3600 })),
      ),
      step("goTo", icons.calendar, "clock-go", (event) => chooseTime(event.currentTarget), {
        "aria-haspopup": "dialog",
      }),
    ),
  );
}

async function move(how) {
  const before = localNow();
  const answer = await post("/ui/clock", how);
  if (answer.ok) onClock(before);
  else notify(answer.error);
  return answer.ok;
}

/** Move the clock to the next working morning, for the guide's button. */
export function nextMorning() {
  return move({ preset: "next_working_morning" });
}

function chooseTime(anchor) {
  const now = localNow();
  const date = h("input", {
    type: "date",
    class: "field-input",
    id: "clock-date",
    required: true,
    min: now.slice(0, 10),
    data: { testid: "clock-date" },
    prop: { value: now.slice(0, 10) },
  });
  const time = h("input", {
    type: "time",
    class: "field-input",
    id: "clock-time",
    required: true,
    data: { testid: "clock-time" },
    prop: { value: now.slice(11, 16) },
  });
  const problem = h("p", { class: "input-error", role: "alert", hidden: true });
  const submit = async (event) => {
    event.preventDefault();
    const to = `${date.value}T${time.value}`;
    problem.hidden = to > localNow().slice(0, 16);
    problem.textContent = t("onlyForwards");
    if (problem.hidden && (await move({ to }))) closePopover(true);
  };
  openPopover(
    anchor,
    h(
      "form",
      { class: "time-form", novalidate: true, on: { submit } },
      h("p", { class: "popover-lead" }, t("goToLead")),
      h(
        "div",
        { class: "time-fields" },
        h("label", { for: "clock-date" }, t("date")),
        date,
        h("label", { for: "clock-time" }, t("time")),
        time,
      ),
      problem,
      h(
        "button",
        { type: "submit", class: "button button-primary", data: { testid: "clock-set" } },
        t("moveClock"),
      ),
    ),
    { label: t("goTo") },
  );
}

function guideButton() {
  return h(
    "button",
    {
      type: "button",
      class: "clock-step guide-button",
      title: t("guideTitle"),
      data: { testid: "guide-toggle" },
      on: { click: toggleGuide },
    },
    svg(icons.compass),
    h("span", {}, t("guideShort")),
  );
}

function menuButton() {
  const button = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": t("sandboxMenu"),
      title: t("sandboxMenu"),
      "aria-haspopup": "menu",
      data: { testid: "sandbox-menu" },
      on: {
        click: () => {
          const theme = recall("theme", "auto");
          openMenu(
            button,
            [
              ...THEMES.map((one) => ({
                label: t(`theme_${one}`),
                icon:
                  one === theme
                    ? icons.check
                    : { auto: icons.contrast, light: icons.sun, dark: icons.moon }[one],
                data: { theme: one, chosen: one === theme ? "true" : null },
                run: () => useTheme(one),
              })),
              {
                label: t("startOver"),
                icon: icons.restart,
                danger: true,
                data: { testid: "start-over" },
                run: startOver,
              },
            ],
            t("sandboxMenu"),
          );
        },
      },
    },
    svg(icons.dots),
  );
  return button;
}

/** Light, dark, or as the system has it. */
export function useTheme(theme) {
  remember("theme", theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

async function startOver() {
  const plain = (key) => ({ type: "plain_text", text: t(key) });
  if (
    !(await confirmDialog({
      title: plain("startOver"),
      text: plain("startOverSure"),
      confirm: plain("startOver"),
      style: "danger",
    }))
  )
    return;
  const answer = await post("/ui/reset");
  if (!answer.ok) notify(answer.error);
}
