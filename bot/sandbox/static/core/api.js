/** @file The sandbox's JSON, fetched and posted. Nothing is assumed done before the server says so. */

import { set, state } from "./store.js";

/** GET; null when the server cannot be reached or refuses. */
export async function get(path) {
  try {
    const response = await fetch(path, { headers: { accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/**
 * POST a JSON body.
 * @returns {Promise<{ok: boolean, error?: string}>} `error: "offline"` when nothing answers
 */
export async function post(path, body = {}) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json().catch(() => ({ ok: false, error: `http_${response.status}` }));
    return { ok: response.ok, ...answer };
  } catch {
    return { ok: false, error: "offline" };
  }
}

/** Bring a file into a form; the answer has its id. */
export async function upload(file) {
  try {
    const path = `/ui/files?${as()}&name=${encodeURIComponent(file.name)}`;
    return await (await fetch(path, { method: "POST", body: file })).json();
  } catch {
    return { ok: false, error: "offline" };
  }
}

/** Run `load` now; while it runs, remember at most one more wish. */
function coalesced(load) {
  let running = null;
  let again = false;
  return function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await load();
      } while (again);
    })().finally(() => (running = null));
    return running;
  };
}

const as = () => `as=${encodeURIComponent(state.me ?? "")}`;

/** People, channels, commands and the clock. */
export const loadWorld = coalesced(async () => {
  const world = await get("/ui/world");
  if (world) set({ world: { ...world, fetched: performance.now() } });
});

/** The messages of the channel shown. */
export const loadChannel = coalesced(async () => {
  if (state.place?.kind !== "channel") return;
  const { id } = state.place;
  const me = state.me;
  const channel = await get(`/ui/channels/${encodeURIComponent(id)}?${as()}`);
  if (channel && state.place?.id === id && state.me === me) set({ channel });
});

/** The thread that is open. */
export const loadThread = coalesced(async () => {
  const { threadTs, place } = state;
  if (!threadTs || place?.kind !== "channel") return;
  const thread = await get(
    `/ui/channels/${encodeURIComponent(place.id)}/threads/${encodeURIComponent(threadTs)}?${as()}`,
  );
  if (thread && state.threadTs === threadTs) set({ thread });
});

/** The stack of open modals. */
export const loadViews = coalesced(async () => {
  const me = state.me;
  const answer = await get(`/ui/views?${as()}`);
  if (answer && state.me === me) set({ views: answer.stack });
});

/** The Home tab of this person. */
export const loadHome = coalesced(async () => {
  const me = state.me;
  const answer = await get(`/ui/home?${as()}`);
  if (answer && state.me === me) set({ home: answer.view ?? null });
});

/** The posts and comments of the simulated page. */
export const loadPage = coalesced(async () => {
  const page = await get("/ui/page");
  if (page) set({ page });
});

/** Fetch everything the page shows. */
export async function loadAll() {
  await loadWorld();
  await Promise.all([loadChannel(), loadThread(), loadViews(), loadHome(), loadPage()]);
}

const REACTIONS = {
  channel(id) {
    if (state.place?.kind === "channel" && state.place.id === id) {
      loadChannel();
      loadThread();
    }
    loadWorld();
  },
  thread() {
    loadThread();
    loadChannel();
  },
  views: () => loadViews(),
  home: () => loadHome(),
  page: () => loadPage(),
  clock: () => loadWorld(),
  bot: () => loadWorld(),
};

/** Listen to the server; when it comes back after silence, everything is fetched again. */
export function listen(onReset) {
  let source = null;
  const connect = () => {
    source = new EventSource("/ui/stream");
    source.onopen = () => {
      if (!state.online) {
        set({ online: true });
        loadAll();
      }
    };
    source.onmessage = (event) => {
      const change = JSON.parse(event.data);
      if (change.for && change.for !== state.me) return;
      if (change.kind === "reset") onReset();
      else REACTIONS[change.kind]?.(change.id);
    };
    source.onerror = () => {
      set({ online: false });
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
    };
  };
  connect();
}
