// Asks an address again and again while the page is looked at, more slowly while nobody answers.

/** Calls `taken(answer)` with each JSON answer and `missed()` when there is none. Returns "ask now". */
export function keepAsking(address, { every, taken, missed }) {
  let wait = every;
  let timer = 0;
  let asking = false;

  async function ask() {
    clearTimeout(timer);
    if (document.hidden || asking) return;
    asking = true;
    try {
      const limit = AbortSignal.timeout ? AbortSignal.timeout(8000) : undefined;
      const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store", signal: limit });
      if (!answer.ok) throw new Error(String(answer.status));
      taken(await answer.json());
      wait = every;
    } catch {
      missed();
      wait = Math.min(wait * 2, 60000);
    }
    asking = false;
    timer = setTimeout(ask, wait);
  }

  document.addEventListener("visibilitychange", ask);
  window.addEventListener("online", ask);
  timer = setTimeout(ask, wait);
  return ask;
}
