/** @file What the page knows, and who wants to hear of changes. The server is right; this is its copy. */

export const state = {
  world: null,
  me: null,
  /** @type {{kind: "channel", id: string}|{kind: "home"}} */
  place: null,
  channel: null,
  threadTs: null,
  thread: null,
  views: [],
  home: null,
  page: null,
  /** Name a resident writes under; null is the page itself. */
  pageAuthor: null,
  /** Which column a narrow window shows: "channels", "slack" or "page". */
  pane: "slack",
  online: true,
  unread: new Set(),
};

const watchers = [];
let dirty = new Set();

/** Call `draw` once after any of `keys` has changed. */
export function watch(keys, draw) {
  watchers.push({ keys, draw });
}

/** Change the state; watchers run together in the next microtask. */
export function set(patch) {
  Object.assign(state, patch);
  if (dirty.size === 0) queueMicrotask(flush);
  for (const key of Object.keys(patch)) dirty.add(key);
}

function flush() {
  const changed = dirty;
  dirty = new Set();
  for (const { keys, draw } of watchers) {
    if (keys.some((key) => changed.has(key))) draw();
  }
}

/** A user by id, or a stand-in that shows the id. */
export function userOf(id) {
  return (
    state.world.users.find((user) => user.id === id) ?? {
      id,
      name: id,
      real_name: id,
      title: "",
      kind: "member",
      color: "#6b7a80",
    }
  );
}

/** A person's full name by id. */
export function nameOf(id) {
  const user = userOf(id);
  return user.real_name || user.name;
}

/** A channel by id, or undefined. */
export function channelOf(id) {
  return state.world.channels.find((channel) => channel.id === id);
}

/** Is this a direct conversation rather than a channel with a name? */
export function isDirect(channel) {
  return channel.id.startsWith("D");
}

/** Remember a preference in this browser; private windows may refuse, which is fine. */
export function remember(key, value) {
  try {
    localStorage.setItem(`lucka.${key}`, JSON.stringify(value));
  } catch {
    // nothing depends on it
  }
}

/** A remembered preference, or `fallback`. */
export function recall(key, fallback) {
  try {
    return JSON.parse(localStorage.getItem(`lucka.${key}`)) ?? fallback;
  } catch {
    return fallback;
  }
}
