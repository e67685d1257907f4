/** @file The team's calendar in Outlook: what Lucka reads, and what people change there. */

import { fill, h, svg } from "./core/dom.js";
import { get, post } from "./core/api.js";
import { localNow } from "./core/dates.js";
import { icons } from "./core/icons.js";
import { notify } from "./core/notices.js";
import { openPopover } from "./core/overlays.js";
import { t } from "./core/text.js";

/** The button that opens the calendar. */
export function outlookButton() {
  const button = h(
    "button",
    {
      type: "button",
      class: "clock-step guide-button",
      title: t("outlookTitle"),
      "aria-haspopup": "dialog",
      data: { testid: "outlook-open" },
      on: { click: () => open(button) },
    },
    svg(icons.calendar),
    h("span", {}, t("outlook")),
  );
  return button;
}

async function open(anchor) {
  const events = h("div", { class: "outlook-events" });
  if (!(await show(events))) return notify("offline");
  const shift = () => act("shift", { days: 1 }, events);
  openPopover(
    anchor,
    h(
      "div",
      { class: "outlook", data: { testid: "outlook" } },
      h("p", { class: "popover-lead" }, t("outlookLead")),
      h(
        "button",
        { type: "button", class: "button", data: { testid: "outlook-shift" }, on: { click: shift } },
        t("outlookShift"),
      ),
      events,
    ),
    { label: t("outlookTitle"), align: "right" },
  );
}

async function show(events) {
  const answer = await get("/ui/outlook");
  if (!answer) return false;
  fill(events, row(null, events), ...answer.events.map((event) => row(event, events)));
  return true;
}

async function act(what, body, events) {
  const answer = await post(`/ui/outlook/${what}`, body);
  if (answer.ok) await show(events);
  else notify(answer.error);
}

/** One event to change, or an empty row for a new one. */
function row(event, events) {
  const field = (name, type, value, size) =>
    h("input", {
      type,
      class: "field-input",
      "aria-label": t(name),
      placeholder: event ? null : t(name),
      required: true,
      maxlength: size,
      data: { testid: `outlook-${name}` },
      prop: { value },
    });
  const title = field("outlookEvent", "text", event?.title ?? "", 200);
  const day = field("date", "date", event?.day ?? localNow().slice(0, 10));
  const at = field("time", "time", event?.at ?? "11:00");
  const submit = (submitted) => {
    submitted.preventDefault();
    return act("keep", { uid: event?.uid, title: title.value, day: day.value, at: at.value }, events);
  };
  const icon = (key, paths, props) =>
    h(
      "button",
      { class: "icon-button", title: t(key), "aria-label": t(key), data: { testid: key }, ...props },
      svg(paths),
    );
  const remove = () => act("remove", { uid: event.uid }, events);
  return h(
    "form",
    { class: "outlook-event", data: { testid: "outlook-row" }, on: { submit } },
    title,
    day,
    at,
    icon(event ? "outlookKeep" : "outlookAdd", icons.check, { type: "submit" }),
    event && icon("outlookRemove", icons.trash, { type: "button", on: { click: remove } }),
  );
}
