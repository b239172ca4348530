// The page's composition root: everything is made and joined here.
import { Board, visibleCalls } from "./board.js";
import { lunarText } from "./calendar.js";
import { FrameWitness, ShownFacts } from "./facts.js";
import { enter } from "./gate.js";
import { layoutOf } from "./layout.js";
import { Link } from "./link.js";
import { lookOf, wishedQuery } from "./look.js";
import { Painter } from "./paint.js";
import { Session } from "./session.js";
import { Voice } from "./voice.js";

const TICK_MS = 250;
const ALMANAC_RETRY_MS = 60000;
const now = () => window.performance.now() / 1000;
const look = lookOf(wishedQuery());
const painter = new Painter(document, look);
const board = new Board(look.ticker, look.language, lunarOf, "");
const lunar = new Map();
let session = null;
let said = "";
let trouble = "";
let version = null;
let isPlanned = false;

const facts = new ShownFacts(post, (seconds, act) => window.setTimeout(act, seconds * 1000), newId);
const witness = new FrameWitness((id) => facts.shown(id, session.rows.get(`call/${id}`)));

fit();
window.addEventListener("resize", fit);
document.fonts.ready.then(fit);
enter(document, look.language).then((welcome) => follow(welcome.zone));

function follow(zone) {
  board.reader.zone = zone;
  session = new Session(zone, Math.random);
  const link = new Link(socketUrl("../feed"), session, now, rowsChanged, liveChanged);
  link.start();
  onLeaving(link);
  window.setInterval(refresh, TICK_MS);
  if (look.voice === "on") {
    const voice = new Voice(socketUrl("voice"), (text) => tell(text, trouble), (code) => tell(said, code), mute);
    mute(voice.player.able);
    voice.start();
    onLeaving(voice);
  }
}

// A browser may keep a page that was left, to come back to it: without its connections, and made anew when it is back.
function onLeaving(connection) {
  window.addEventListener("pagehide", () => connection.leave());
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
}

function rowsChanged() {
  board.takeCalls(session.hall, session.all("call"), session.nowMs(now()));
  refresh();
}

// After a break the server may be another version, which then has another page.
function liveChanged(live) {
  refresh();
  if (!live) return;
  fetch("version").then((reply) => reply.text()).then((text) => {
    if (version !== null && version !== text) window.location.reload();
    version = text;
  }, () => {});
}

function refresh() {
  const at = now();
  const hall = session === null ? null : session.hall;
  const fields = session === null ? [] : session.all("field");
  const moment = hall && {
    server_ms: session.nowMs(at),
    now: at,
    live: session.live,
    stale_since_ms: session.staleSince(),
  };
  const picture = board.picture(hall, fields, moment, session === null ? [] : session.all("announcement"));
  painter.paint(picture, said, trouble);
  witness.expect(visibleCalls(picture));
}

function fit() {
  const layout = layoutOf(window.innerWidth, window.innerHeight, look);
  board.setLayout(layout);
  painter.fit(layout, window.innerWidth, window.innerHeight);
  refresh();
}

function tell(text, code) {
  said = text;
  trouble = code;
  refresh();
}

function mute(able) {
  painter.mute(!able);
  tell(said, able ? "" : "no_sound");
}

// The words for a date, asked once; "" until they are known.
function lunarOf(iso) {
  if (!lunar.has(iso)) {
    lunar.clear();
    lunar.set(iso, "");
    fetch(`lunar/${iso}`).then((reply) => reply.json()).then(
      (date) => lunar.set(iso, lunarText(date)),
      () => window.setTimeout(() => lunar.delete(iso), ALMANAC_RETRY_MS),
    );
  }
  return lunar.get(iso);
}

function post(commandId, body) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": commandId };
  return fetch("../commands/report_shown", { method: "POST", credentials: "same-origin", headers, body }).then(
    (reply) => reply.status,
  );
}

function newId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function socketUrl(path) {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.search = url.hash = "";
  return url.href;
}
