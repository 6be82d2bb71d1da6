// News of a fair: an event stream that comes back by itself, not all phones at once, and misses nothing.
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const POLL_EVERY = 6_000; // while streams do not get through

// `heard` maps a kind ("pinned", "resync" …) to what is done with it; `state` is told "open" or "lost".
export function listen({ slug, session, after, heard, state = () => {} }) {
  let cursor = after;
  let failures = 0;
  let source = null;
  const query = () => `after=${cursor}` + (session ? `&session=${session}` : "");

  function take(kind, data) {
    if (data.id) {
      if (data.id <= cursor) return;
      cursor = data.id;
    }
    heard[kind]?.(data);
  }

  function open() {
    source = new EventSource(`/f/${slug}/events?${query()}`);
    source.addEventListener("hello", () => {
      failures = 0;
      state("open");
    });
    for (const kind of Object.keys(heard)) {
      source.addEventListener(kind, (event) => {
        if (event.lastEventId) take(kind, { ...JSON.parse(event.data), id: Number(event.lastEventId) });
      });
    }
    source.onerror = again;
  }

  // Waits a random while, longer each time it fails, and asks in the meantime.
  function again() {
    source.close();
    failures += 1;
    if (failures > 1) state("lost");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * Math.random() + 300;
    setTimeout(open, wait);
    if (failures > 2) setTimeout(poll, Math.min(wait, POLL_EVERY) / 2);
  }

  async function poll() {
    try {
      const answer = await fetch(`/api/v1/fairs/${slug}/feed?${query()}`);
      if (!answer.ok) return;
      state("open");
      for (const entry of (await answer.json()).entries) take(entry.kind, entry);
    } catch {
      // Still away: the next try comes anyway.
    }
  }

  open();
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && open());
}
