// Scans that could not be sent yet: opaque codes and nonces only, kept until the server has them.
const KEY = "fairmatch.outbox";
const PAUSE = 5_000; // before the next try after one that failed
const PATIENCE = 6_000; // before a try counts as failed

export class Outbox {
  #url;
  #sending = false;
  #changed;
  #refused;
  #sent;

  constructor(url, { changed, refused, sent }) {
    this.#url = url;
    this.#changed = changed;
    this.#refused = refused;
    this.#sent = sent;
    addEventListener("online", () => this.flush());
    setInterval(() => this.flush(), PAUSE);
    this.#tell("online");
  }

  get waiting() {
    return read().length;
  }

  // Sends one scan; answers what the server says, or null where it must wait.
  async scan(given) {
    const item = { given, nonce: nonce(), at: Date.now() };
    write([...read(), item]);
    const answer = await this.#send(item);
    if (answer) this.#done(item);
    this.#tell(answer ? "online" : "offline");
    return answer?.body ?? null;
  }

  // Sends what waits, oldest first. One flush at a time: two would send everything twice.
  async flush() {
    if (this.#sending || !this.waiting) return;
    this.#sending = true;
    try {
      for (const item of read()) {
        if (Date.now() - item.at < PATIENCE) continue; // its own try is still under way
        const answer = await this.#send(item);
        if (!answer) return this.#tell("offline");
        this.#done(item);
        this.#sent(answer.body);
        if (answer.body.result === "refused") this.#refused(item, answer.body);
      }
      this.#tell("online");
    } finally {
      this.#sending = false;
    }
  }

  async #send({ given, nonce, at }) {
    const held = Math.max(0, Math.round((Date.now() - at) / 1000));
    try {
      const answer = await fetch(this.#url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token(), "Idempotency-Key": `${nonce}-${held}` },
        body: JSON.stringify({ given, nonce, held: Math.min(held, 86_400) }),
        signal: AbortSignal.timeout?.(PATIENCE),
      });
      if (answer.status === 422) return { body: { result: "refused", code: "unreadable" } };
      if (answer.status === 401 || answer.status === 403) this.#tell("stuck");
      return answer.ok ? { body: await answer.json() } : null;
    } catch {
      return null;
    }
  }

  #done(item) {
    write(read().filter((other) => other.nonce !== item.nonce));
  }

  #tell(state) {
    this.#changed(state, this.waiting);
  }
}

// Not crypto.randomUUID: kiosks in a hall are often on plain HTTP.
function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function token() {
  return document.querySelector("input[name=csrf_token]").value;
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function write(items) {
  localStorage.setItem(KEY, JSON.stringify(items));
}
