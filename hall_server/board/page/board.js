// What the board shows: the rows of the feed in, one picture of plain values out. The rules of `display/board.py` with
// its names; a test plays the same hall to both and compares their pictures. Pure: no clock, no page.
import { bottomLines, HALL } from "./bottom.js";
import { localTime } from "./calendar.js";
import { HOLD_SECONDS, NewestPlace } from "./newest.js";
import { RecentList } from "./recent.js";

const PAGE_SECONDS = 12;
const IDLE_SECONDS = 90;
export const CONNECTING = 0;
export const CLOSED = 1;
export const QUIET = 2;
export const CALLING = 3;

export class Board {
  // `lunarOf`: the words for the lunar date of "2026-11-24", "" while they are not known; `zone`: where it hangs.
  constructor(ticker, language, lunarOf, zone) {
    this.ticker = ticker;
    this.reader = { zone, language, letters: 80 };
    this.language = language;
    this.lunarOf = lunarOf;
    this.newest = new NewestPlace();
    this.list = new RecentList(6);
    this.fieldsAPage = 8;
    this.known = new Set();
    this.day = null;
    this.lastCall = 0;
  }

  setLayout(layout) {
    this.list.resize(layout.lines);
    this.fieldsAPage = layout.columns * layout.rows;
    this.reader.letters = layout.letters;
  }

  // The calls of the zone as they stand now: all of them, each time that any changed.
  takeCalls(hall, calls, serverMs) {
    if (hall && hall.business_date !== this.day) this.beginDay(hall.business_date);
    const ordered = calls.slice().sort((one, other) => one.called_at - other.called_at);
    const latest = ordered.length ? ordered[ordered.length - 1].call_id : "";
    for (const row of ordered) {
      if (!this.known.has(row.call_id)) this.takeCall(row, serverMs, row.call_id === latest);
    }
    const over = new Set(ordered.filter((row) => !row.current).map((row) => row.call_id));
    this.list.over(over);
    over.delete(latest);
    this.newest.over(over);
    this.known = new Set(ordered.map((row) => row.call_id));
    this.lastCall = ordered.length ? ordered[ordered.length - 1].called_at : 0;
  }

  // `moment`: {server_ms, now, live, stale_since_ms}.
  picture(hall, fields, moment, announcements) {
    if (!hall) return emptyPicture();
    this.list.advance(moment.now);
    const recent = this.list.calls;
    this.newest.advance(moment.now, new Set(recent.map((call) => call.call_id)));
    const ordered = fields.slice().sort((one, other) => one.position - other.position);
    const pages = evenPages(ordered.map((row) => fieldWait(row, this.language)), this.fieldsAPage);
    const page = turn(moment.server_ms, pages.length);
    const phase = this.phase(hall);
    const why = this.newest.shown === null ? "" : this.newest.shown.why;
    const lines = bottomLines(this.ticker, why, announcements, ordered, this.reader, moment.server_ms);
    return Object.assign(emptyPicture(), this.frame(hall, moment), {
      bottom: lines[turn(moment.server_ms, lines.length)],
      phase,
      idle: this.isIdle(phase, moment),
      newest: this.newest.shown,
      recent: recent.map((call) => this.line(call)),
      fields: pages[page],
      page,
      pages: pages.length,
    });
  }

  takeCall(row, serverMs, isLatest) {
    const call = {
      call_id: row.call_id,
      ticket_id: row.ticket_id,
      number: row.number,
      counter: row.counter_id,
      why: row.why ? inLanguage(row.why, this.language) : "",
    };
    const isNews = row.current && serverMs - row.called_at < HOLD_SECONDS * 1000;
    if (isNews) this.list.arrive(call);
    else this.list.fill(call);
    if (isNews || isLatest) this.newest.arrive(call);
  }

  frame(hall, moment) {
    const local = localTime(moment.server_ms, hall.time_zone, this.language);
    const since = moment.stale_since_ms;
    return {
      live: moment.live,
      stale_since: since === null ? "" : localTime(since, hall.time_zone, this.language).clock,
      hall: inLanguage(hall.name, this.language),
      place: inLanguage(hall.place, this.language),
      clock: local.clock,
      date: local.date,
      lunar: this.language === "vi" ? this.lunarOf(local.iso) : "",
      opens: hall.opens,
      closes: hall.closes,
      closing: hall.day === "closing",
      hotline: hall.hotline,
    };
  }

  phase(hall) {
    if (hall.day === "closed") return CLOSED;
    return this.newest.shown === null ? QUIET : CALLING;
  }

  isIdle(phase, moment) {
    if (!moment.live || phase === CONNECTING) return false;
    const waiting = this.newest.line.length || this.list.waiting.length;
    return phase !== CALLING || (moment.server_ms - this.lastCall >= IDLE_SECONDS * 1000 && !waiting);
  }

  line(call) {
    const large = this.newest.shown === null ? [] : [this.newest.shown];
    const fresh = [...large, ...this.newest.line].some((other) => other.ticket_id === call.ticket_id);
    return { call_id: call.call_id, number: call.number, counter: call.counter, fresh };
  }

  beginDay(day) {
    this.day = day;
    this.newest.clear();
    this.list.clear();
    this.known.clear();
  }
}

// Ids of the calls that somebody in front of the board can read.
export function visibleCalls(picture) {
  if (picture.phase !== CALLING) return [];
  const large = picture.newest === null ? [] : [picture.newest.call_id];
  return [...new Set([...large, ...picture.recent.map((call) => call.call_id)])];
}

function emptyPicture() {
  return {
    ...{ phase: CONNECTING, live: false, idle: false, stale_since: "", hall: "", place: "", clock: "", date: "" },
    ...{ lunar: "", opens: "", closes: "", closing: false, hotline: "", newest: null, recent: [], fields: [] },
    ...{ page: 0, pages: 1, bottom: { saying: HALL, text: "" } },
  };
}

function fieldWait(row, language) {
  const wait = row.wait || { low: -1, high: -1 };
  const following = row.next_numbers && row.next_numbers.length ? row.next_numbers[0] : "";
  return {
    field_id: row.field_id,
    series: row.series,
    name: inLanguage(row.name, language),
    waiting: row.waiting,
    served: row.counters.length > 0,
    accepting: row.accepting,
    low: wait.low,
    high: wait.high,
    following,
  };
}

function evenPages(waits, aPage) {
  const pages = Math.max(1, Math.ceil(waits.length / aPage));
  const size = Math.max(1, Math.ceil(waits.length / pages));
  return Array.from({ length: pages }, (_, page) => waits.slice(page * size, (page + 1) * size));
}

function turn(serverMs, count) {
  return Math.floor(serverMs / (PAGE_SECONDS * 1000)) % Math.max(1, count);
}

function inLanguage(words, language) {
  return language === "en" ? words.en || words.vi : words.vi;
}
