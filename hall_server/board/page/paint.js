// Puts a picture on the page: value by value, as little as has changed. It decides nothing but where words fit.
import { CALLING, CLOSED, CONNECTING } from "./board.js";
import { HALL, STAFF, URGENT } from "./bottom.js";
import { fitNumbers, fitTicker } from "./fitting.js";
import { legibleTo } from "./layout.js";
import { say } from "./words.js";

const SAYING_ICONS = ["", "info", "hourglass", "megaphone", "triangle-alert"];
const HOURS_FROM_MINUTES = 120;

export class Painter {
  constructor(document, look) {
    this.body = document.body;
    this.document = document;
    this.look = look;
    this.layout = null;
    this.drawn = {};
    this.muted = false;
    document.documentElement.lang = look.language;
    this.body.classList.remove("night");
    this.body.classList.add(look.theme);
    for (const element of document.querySelectorAll("[data-words]")) {
      element.textContent = say(look.language, element.dataset.words);
    }
  }

  // The window has so many pixels.
  fit(layout, width, height) {
    this.layout = layout;
    this.body.classList.remove("two_columns", "three_columns", "upright");
    this.body.classList.add(layout.division);
    const upright = layout.division === "upright";
    const sizes = {
      text: layout.text,
      caption: Math.max(37, layout.text),
      "caption-upright": Math.max(33, layout.text),
      heading: Math.max(44, layout.text),
      name: Math.max(upright ? 34 : 38, layout.text),
      wait: Math.max(54, layout.text),
      time: Math.max(60, layout.text),
      card: layout.card,
    };
    for (const [name, size] of Object.entries(sizes)) this.set(`--${name}`, size);
    this.set("--u", `${layout.ratio}px`);
    const legible = legibleTo(width, height, this.look, layout);
    this.tooSmall = legible && legible < this.look.distance ? `${legible.toFixed(1).replace(/\.0$/, "")} m` : "";
    this.drawn = {};
  }

  // Whether the browser keeps silent until somebody touches the screen.
  mute(muted) {
    this.muted = muted;
    this.drawn.key = "";
  }

  // `said`: the caption of the voice, "" in between; `trouble`: why it cannot be heard, "" when it can.
  paint(picture, said, trouble) {
    const key = JSON.stringify([picture, said, trouble]);
    if (key === this.drawn.key) return;
    const before = this.drawn.newest;
    this.drawn = { key, newest: picture.newest ? picture.newest.call_id : "" };
    this.phases(picture, said);
    this.headAndFoot(picture);
    this.newest(picture, said, trouble);
    this.recent(picture);
    this.fields(picture);
    this.notice(picture);
    fitTicker(this.document, this.layout);
    if (picture.phase === CALLING) fitNumbers(this.document, this.layout);
    if (this.look.motion === "on" && before !== undefined && this.drawn.newest && before !== this.drawn.newest) {
      this.arrive();
    }
  }

  phases(picture, said) {
    const classes = {
      connecting: picture.phase === CONNECTING,
      closed: picture.phase === CLOSED,
      calling: picture.phase === CALLING,
      quiet: picture.phase !== CONNECTING && picture.phase !== CLOSED && picture.phase !== CALLING,
      stale: !picture.live && picture.phase !== CONNECTING,
      speaking: said !== "",
    };
    for (const [name, on] of Object.entries(classes)) this.body.classList.toggle(name, on);
  }

  headAndFoot(picture) {
    for (const name of ["hall", "place", "date", "lunar", "clock"]) this.write(name, picture[name]);
    const since = picture.stale_since;
    this.write("since", since ? this.say("stale", since) : this.say("connecting"));
    const { saying, text } = picture.bottom;
    const closing = picture.closing && saying === HALL;
    this.show("closing", closing);
    this.write("ticker", closing ? this.say("stillServed") : text);
    this.element("saying").className = saying === HALL ? "" : `icon ${SAYING_ICONS[saying]}`;
    this.element("ticker").className = saying >= STAFF ? (saying === URGENT ? "staff urgent" : "staff") : "";
    this.show("unmute", this.muted);
    this.show("hotline", !this.muted && (picture.hotline !== "" || this.tooSmall !== ""));
    const words = this.tooSmall ? this.say("tooSmall", this.tooSmall) : this.say("hotline", picture.hotline);
    this.write("hotline-words", words);
    this.element("hotline").firstElementChild.className = `icon ${this.tooSmall ? "eye" : "phone"}`;
  }

  newest(picture, said, trouble) {
    const call = picture.newest;
    if (!call) return;
    this.write("newest-number", call.number);
    this.write("newest-counter", String(call.counter));
    this.write("caption-words", said || this.say("caption", call.number, call.counter));
    this.element("caption").firstElementChild.className = `icon ${trouble ? "volume-off" : "volume-2"}`;
  }

  recent(picture) {
    const lines = picture.recent.map((call) => {
      const line = this.make("li", call.fresh ? "fresh" : "");
      line.dataset.call = call.call_id;
      line.append(this.make("p", "number", call.number), this.make("i", "icon arrow-right"));
      line.append(this.make("p", "number", String(call.counter)));
      return line;
    });
    this.fill("lines", lines);
  }

  fields(picture) {
    const count = Math.max(1, picture.fields.length);
    this.set("--columns", Math.ceil(count / Math.ceil(count / this.layout.columns)));
    this.fill("cards", picture.fields.map((field) => this.card(field)));
    const dots = picture.pages > 1 ? Array.from({ length: picture.pages }) : [];
    this.fill("pages", dots.map((_, page) => this.make("b", page === picture.page ? "on" : "")));
    for (const told of this.element("cards").querySelectorAll("[data-short]")) {
      if (told.scrollWidth > told.clientWidth) told.textContent = told.dataset.short;
    }
  }

  card(field) {
    const card = this.make("li", "card");
    card.dataset.field = field.series;
    const top = this.make("div", "top");
    top.append(this.make("span", "series figures", field.series), this.make("span", "name", field.name));
    const foot = this.make("div", "foot");
    foot.append(this.make("span", "count figures", String(field.waiting)), this.told(field));
    card.append(top, foot);
    return card;
  }

  // How long it takes and who comes next, as far as the hall tells; or a word when nobody is served or let in.
  told(field) {
    const told = this.make("div", "told");
    const remark = !field.served ? this.say("paused") : !field.accepting ? this.say("noNumbers") : "";
    const range = this.range(field);
    if (remark) told.append(this.make("p", "strong", remark));
    else if (range) told.append(this.either("p", "", ...range));
    if (field.following && field.waiting > 0) {
      told.append(this.either("p", "strong", this.say("following", field.following), field.following));
    }
    return told;
  }

  // The range in words, and shorter for a narrow card; null where nothing is foretold.
  range(field) {
    if (field.low < 0 || field.waiting === 0) return null;
    const hours = Math.floor(field.low / 60);
    if (field.low >= HOURS_FROM_MINUTES) return [this.say("hoursOver", hours), this.say("hoursOverShort", hours)];
    if (field.low === 0) return [this.say("minutesUnder", field.high), this.say("minutesUnderShort", field.high)];
    return [this.say("minutes", field.low, field.high), this.say("minutesShort", field.low, field.high)];
  }

  notice(picture) {
    const closed = picture.phase === CLOSED;
    this.element("notice").querySelector(".icon").className = `icon ${closed ? "moon" : "hourglass"}`;
    this.write("happened", this.say(closed ? "closed" : "connectingToServer"));
    const roundTheClock = picture.opens === picture.closes;
    const hours = roundTheClock ? "" : this.say("hours", picture.opens, picture.closes);
    this.write("still-true", closed ? hours : this.say("numberHolds"));
    this.write("what-now", this.say(closed ? "comeBack" : "listen"));
  }

  arrive() {
    this.body.classList.remove("arriving");
    void this.body.offsetWidth; // so that the animation begins anew
    this.body.classList.add("arriving");
  }

  say(name, ...values) {
    return say(this.look.language, name, ...values);
  }

  element(id) {
    return this.document.getElementById(id);
  }

  write(id, text) {
    const element = this.element(id);
    if (element.textContent !== text) element.textContent = text;
  }

  show(id, shown) {
    this.element(id).hidden = !shown;
  }

  set(name, value) {
    this.document.documentElement.style.setProperty(name, value);
  }

  fill(id, children) {
    const element = this.element(id);
    element.textContent = "";
    element.append(...children);
  }

  make(tag, name, text = "") {
    const element = this.document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  either(tag, name, text, short) {
    const element = this.make(tag, name, text);
    element.dataset.short = short;
    return element;
  }
}
