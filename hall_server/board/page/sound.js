// Plays one sound at a time, and says how it ended. A browser lets nothing sound before somebody has touched the screen;
// its audio clock then stands still, which is how we know.
const LOAD_SECONDS_MAX = 3;
const WATCHDOG_SECONDS = 2;

export class SoundPlayer {
  // `onAble(able)`: whether it may be heard, whenever that changes.
  constructor(onAble) {
    this.context = new (window.AudioContext || window.webkitAudioContext)();
    this.gain = this.context.createGain();
    this.gain.connect(this.context.destination);
    this.source = null;
    this.watchdog = null;
    this.context.onstatechange = () => onAble(this.able);
    const wake = () => this.context.resume();
    for (const kind of ["pointerdown", "touchend", "keydown", "click"]) document.addEventListener(kind, wake, true);
  }

  get able() {
    return this.context.state === "running";
  }

  // `ended(heard)` is called exactly once. A sound that still plays is cut: two at once would be understood by nobody.
  play(url, seconds, volume, ended) {
    this.stop();
    let isOver = false;
    const end = (heard) => {
      if (isOver) return;
      isOver = true;
      this.stop();
      ended(heard);
    };
    this.cut = () => end(false);
    if (!this.able) {
      // Silence as long as the sound, so that its caption can be read
      this.watch(seconds, end);
      return;
    }
    this.watch(LOAD_SECONDS_MAX, end);
    this.load(url).then(
      (buffer) => {
        if (isOver) return;
        this.watch(seconds + WATCHDOG_SECONDS, end);
        this.begin(buffer, volume, end);
      },
      () => end(false),
    );
  }

  watch(seconds, end) {
    window.clearTimeout(this.watchdog);
    this.watchdog = window.setTimeout(() => end(false), seconds * 1000);
  }

  load(url) {
    return fetch(url).then((response) => {
      if (!response.ok) throw new Error(`no sound: ${response.status}`);
      return response.arrayBuffer();
    }).then((bytes) => this.context.decodeAudioData(bytes));
  }

  begin(buffer, volume, end) {
    this.gain.gain.value = volume;
    this.source = this.context.createBufferSource();
    this.source.buffer = buffer;
    this.source.connect(this.gain);
    this.source.onended = () => end(true);
    this.source.start();
  }

  stop() {
    window.clearTimeout(this.watchdog);
    if (this.source !== null) {
      this.source.onended = null;
      this.source.stop();
      this.source = null;
    }
    const cut = this.cut;
    this.cut = null;
    if (cut) cut();
  }
}
