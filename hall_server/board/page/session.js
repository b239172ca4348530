// The page's side of the feed as a pure machine: the transitions of `hall_link/session.py` for one known server. Inputs
// take `now` (seconds, monotonic) and return effects in their order; a test tells both machines the same story.
export const BEAT_SECONDS = 1;
export const DEAD_SECONDS = 2.5;
export const CONNECT_SECONDS_MAX = 3;
export const ANSWER_SECONDS_MAX = 5;
const BACKOFF_SECONDS_MIN = 0.25;
const BACKOFF_SECONDS_MAX = 5;
const RETRY_AFTER_SECONDS_MAX = 60;
const PROTOCOL = 1;

export class Session {
  // `jitter`: a number in [0, 1) each time.
  constructor(zone, jitter) {
    this.zone = zone;
    this.jitter = jitter;
    this.rows = new Map();
    this.seq = 0;
    this.mark = "";
    this.phase = "idle";
    this.problem = null;
    this.socket = 0;
    this.due = 0;
    this.failures = 0;
    this.distrust = false;
    this.resumed = false;
    this.heard = null;
    this.clock = null;
  }

  get live() {
    return this.phase === "live";
  }

  // The server's clock, carried on from when it was last heard; null before that.
  nowMs(now) {
    return this.clock === null ? null : this.clock.at + Math.trunc((now - this.clock.then) * 1000);
  }

  // When the last frame was heard, by the server's clock; null while live or when nothing was ever heard.
  staleSince() {
    return this.live || this.heard === null ? null : this.nowMs(this.heard);
  }

  all(kind) {
    return [...this.rows.values()].filter((row) => row.row === kind);
  }

  get hall() {
    return this.rows.get("hall/hall") || null;
  }

  connect(now) {
    return this.phase === "idle" ? this.open(now) : [];
  }

  opened(socket, now) {
    if (socket !== this.socket || this.phase !== "connecting") return [];
    this.phase = "asking";
    this.due = now + ANSWER_SECONDS_MAX;
    const resume = this.distrust || !this.mark ? null : { seq: this.seq, mark: this.mark };
    this.resumed = resume !== null;
    // The page shows; whether this board speaks is said by its voice, which has a feed of its own
    const hello = { view: { view: "display", zone: this.zone }, resume, protocol: PROTOCOL, duty: "show" };
    return [{ effect: "send", socket, text: JSON.stringify(hello) }];
  }

  received(socket, text, now) {
    if (socket !== this.socket || (this.phase !== "asking" && this.phase !== "live")) return [];
    let frame;
    try {
      frame = JSON.parse(text);
    } catch (error) {
      return this.drop(now, "not_a_frame");
    }
    if (frame === null || typeof frame !== "object") return this.drop(now, "not_a_frame");
    if (frame.frame === "snapshot") return this.snapshot(frame, now);
    if (frame.frame === "updates") return this.updates(frame, now);
    if (frame.frame === "beat") return this.beat(frame, now);
    if (frame.frame === "farewell") return this.farewell(frame, now);
    return this.drop(now, "not_a_frame");
  }

  lost(socket, now) {
    return socket === this.socket ? this.drop(now, "not_connected") : [];
  }

  tick(now) {
    if (this.phase === "idle" || now < this.due) return [];
    return this.phase === "waiting" ? this.open(now) : this.drop(now, "silent");
  }

  open(now) {
    this.socket += 1;
    this.phase = "connecting";
    this.due = now + CONNECT_SECONDS_MAX;
    return [{ effect: "open", socket: this.socket }];
  }

  drop(now, problem, pause = 0) {
    if (!["connecting", "asking", "live"].includes(this.phase)) return [];
    const effects = [{ effect: "close", socket: this.socket }];
    if (this.live) effects.push({ effect: "live", live: false });
    this.phase = "waiting";
    this.problem = problem;
    this.failures += 1;
    this.due = now + Math.max(backoffSeconds(this.failures, this.jitter()), pause);
    return effects;
  }

  gap(now) {
    this.distrust = this.resumed;
    return this.drop(now, "gap");
  }

  hear(now) {
    this.heard = now;
    this.due = now + DEAD_SECONDS;
  }

  goLive() {
    this.phase = "live";
    this.problem = null;
    return [{ effect: "live", live: true }];
  }

  snapshot(frame, now) {
    const wasLive = this.live;
    if (wasLive && frame.seq <= this.seq) return [];
    this.rows = new Map(frame.rows.map((row) => [keyOf(row), row]));
    this.seq = frame.seq;
    this.mark = frame.mark;
    this.clock = { at: frame.at, then: now };
    this.hear(now);
    this.distrust = this.resumed = false;
    return [{ effect: "changed" }, ...(wasLive ? [] : this.goLive())];
  }

  updates(frame, now) {
    if (this.phase === "asking" && !this.resumed) return this.gap(now);
    if (frame.after !== this.seq) {
      if (!this.live || frame.seq > this.seq) return this.gap(now);
      this.hear(now);
      return [];
    }
    const wasLive = this.live;
    for (const row of frame.rows) this.rows.set(keyOf(row), row);
    for (const key of frame.gone || []) this.rows.delete(key);
    this.seq = frame.seq;
    this.mark = frame.mark;
    this.hear(now);
    return [{ effect: "changed" }, ...(wasLive ? [] : this.goLive())];
  }

  beat(frame, now) {
    if (!this.live) return [];
    if (frame.seq !== this.seq) return this.gap(now);
    this.clock = { at: frame.at, then: now };
    this.hear(now);
    this.failures = 0;
    this.resumed = false;
    return [];
  }

  farewell(frame, now) {
    const asked = frame.error.retry_after_ms;
    let pause = frame.error.family === "request" ? BACKOFF_SECONDS_MAX : 0;
    if (typeof asked === "number") pause = Math.min(asked / 1000, RETRY_AFTER_SECONDS_MAX);
    return this.drop(now, frame.error.code, pause);
  }
}

// The pause before the next attempt: doubling, spread by chance, since a whole hall lost the same server at once.
export function backoffSeconds(failures, jitter) {
  const longest = Math.min(BACKOFF_SECONDS_MAX, BACKOFF_SECONDS_MIN * 2 ** (failures - 1));
  return longest * (0.5 + jitter / 2);
}

function keyOf(row) {
  return row.row === "hall" ? "hall/hall" : `${row.row}/${row[`${row.row}_id`]}`;
}
