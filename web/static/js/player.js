// The stream's picture: HLS by the browser itself or by hls.js, muted until tapped, patient when it is not there.
const TRY_AGAIN = 5_000;

export function player(video, library, say) {
  let hls = null;
  let timer = 0;
  let running = false;

  async function start() {
    running = true;
    clearTimeout(timer);
    if (video.canPlayType("application/vnd.apple.mpegurl") && !window.MediaSource) playNative();
    else await playWithLibrary();
  }

  function playNative() {
    video.src = video.dataset.src;
    video.onerror = () => retry("waiting");
    video.play().catch(() => {});
  }

  async function playWithLibrary() {
    const { default: Hls } = await import(library);
    if (!Hls.isSupported()) return say("none");
    hls?.destroy();
    hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2, backBufferLength: 20 });
    hls.on(Hls.Events.ERROR, (_, error) => {
      if (!error.fatal) return;
      if (error.type === Hls.ErrorTypes.MEDIA_ERROR && !video.ended) return hls.recoverMediaError();
      retry(video.currentTime ? "broken" : "waiting");
    });
    hls.on(Hls.Events.MANIFEST_PARSED, () => video.play().catch(() => {}));
    hls.loadSource(video.dataset.src);
    hls.attachMedia(video);
  }

  function retry(why) {
    if (!running) return;
    say(why);
    clearTimeout(timer);
    timer = setTimeout(start, TRY_AGAIN * (0.7 + Math.random()));
  }

  function stop() {
    running = false;
    clearTimeout(timer);
    hls?.destroy();
    hls = null;
    video.removeAttribute("src");
    video.hidden = true;
    say("ended");
  }

  video.muted = true;
  video.addEventListener("playing", () => {
    video.hidden = false;
    say("");
  });
  return { start, stop };
}
