// Reads the calendar on standard input with ical.js and with node-ical, and prints what each
// found: UID, beginning (UTC), summary, description, status, one list a reader, sorted by UID.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const text = readFileSync(0, "utf8");
const byUid = (one, other) => (one.uid < other.uid ? -1 : 1);

function icalJs() {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: event.startDate.toJSDate().toISOString(),
      summary: event.summary,
      description: event.description ?? "",
      status: component.getFirstPropertyValue("status"),
    };
  });
}

function nodeIcalReads() {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((each) => each.type === "VEVENT")
    .map((event) => ({
      uid: event.uid,
      start: event.start.toISOString(),
      summary: event.summary?.val ?? event.summary,
      description: event.description?.val ?? event.description ?? "",
      status: event.status,
    }));
}

const found = { "ical.js": icalJs(), "node-ical": nodeIcalReads() };
for (const events of Object.values(found)) events.sort(byUid);
process.stdout.write(JSON.stringify(found));
